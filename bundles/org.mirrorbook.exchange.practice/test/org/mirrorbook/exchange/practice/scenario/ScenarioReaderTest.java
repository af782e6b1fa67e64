package org.mirrorbook.exchange.practice.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mirrorbook.exchange.practice.books.Contracts;
import org.mirrorbook.exchange.practice.books.PositionMode;
import org.mirrorbook.exchange.practice.oddities.Oddity;
import org.mirrorbook.exchange.practice.wire.Json;

/** Scenario files: what they say is read, a slip of the pen is named. The documented examples are run as they are. */
class ScenarioReaderTest {

    private static final Path DOCS = Path.of("..", "..", "docs");

    private final ScenarioReader reader = new ScenarioReader(new Json(), Contracts.listed());

    @TempDir
    private Path folder;

    private Scenario read(String text) throws IOException, ScenarioProblem {
        return reader.read(Files.writeString(folder.resolve("story.json"), text.replace('\'', '"')));
    }

    @Test
    void anEmptyScenarioIsAQuietClassicAccountWithAReadingKey() throws IOException, ScenarioProblem {
        Scenario scenario = read("{}");

        assertThat(scenario.trader()).isFalse();
        assertThat(scenario.unified()).isFalse();
        assertThat(scenario.positionMode()).isEmpty();
        assertThat(scenario.key().authorities()).containsExactly("cpor", "coor");
        assertThat(scenario.key().mayAsk()).isTrue();
        assertThat(scenario.steps()).isEmpty();
    }

    @Test
    void everythingAScenarioCanSayIsRead() throws IOException, ScenarioProblem {
        Scenario scenario = read("{'trader':true,'kind':'unified','positionMode':'hedge_mode','key':{'authorities':['cpor','coow'],"
                + "'ips':['203.0.113.7'],'permType':'read_only','permissions':['uta_mgt'],'mayAsk':false},"
                + "'oddities':{'late-history':'5s','duplicate-pushes':true,'rate-limit-429':3},"
                + "'steps':[{'at':'250ms','do':'open','symbol':'BTCUSDT','side':'long','size':0.010,'account':1}]}");

        assertThat(scenario.trader()).isTrue();
        assertThat(scenario.unified()).isTrue();
        assertThat(scenario.positionMode()).contains(PositionMode.HEDGE);
        assertThat(scenario.key().ips()).containsExactly("203.0.113.7");
        assertThat(scenario.key().mayAsk()).isFalse();
        assertThat(scenario.oddities()).extracting(change -> change.oddity())
                .containsExactly(Oddity.LATE_HISTORY, Oddity.DUPLICATE_PUSHES, Oddity.RATE_LIMIT_429);
        Step step = scenario.steps().getFirst();
        assertThat(step.at()).isEqualTo(Duration.ofMillis(250));
        assertThat(step.account()).isEqualTo(1);
        assertThat(step.needDecimal(Field.SIZE)).isEqualByComparingTo("0.010");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{'traders':true} | traders is not known",
            "{'kind':'modern'} | kind has to be classic or unified",
            "{'positionMode':'both'} | positionMode has to be",
            "{'trader':'yes'} | trader has to be true or false",
            "{'key':{'right':[]}} | key.right is not known",
            "{'key':{'ips':'203.0.113.7'}} | key.ips has to be a list",
            "{'oddities':{'rain':true}} | oddities.rain is not known; there are numeric-codes",
            "{'oddities':{'late-history':'soon'}} | oddities.late-history does not fit",
            "{'oddities':{'no-pong':'2s'}} | no-pong is true or false",
            "{'oddities':{'cut-live':-1}} | cut-live takes true, false or a whole number",
            "{'steps':{}} | steps has to be a list",
            "{'steps':[7]} | steps[0] has to be an object",
            "{'steps':[{'do':'dance'}]} | steps[0].do is \"dance\", which is none of open, reduce",
            "{'steps':[{'do':'cut'},{'do':'open','symbol':'BTCUSDT','side':'long'}]} | steps[1].size is missing; open needs it",
            "{'steps':[{'do':'close','symbol':'BTCUSDT','sise':'1'}]} | steps[0].sise is not a field of close",
            "{'steps':[{'do':'close','symbol':'DOGEUSDT'}]} | steps[0].symbol is \"DOGEUSDT\", it is none of BTCUSDT",
            "{'steps':[{'do':'open','symbol':'BTCUSDT','side':'up','size':'1'}]} | steps[0].side is \"up\", it has to be long or short",
            "{'steps':[{'do':'open','symbol':'BTCUSDT','side':'long','size':'-1'}]} | steps[0].size",
            "{'steps':[{'do':'open','symbol':'BTCUSDT','side':'long','size':'1e9'}]} | steps[0].size",
            "{'steps':[{'do':'close','symbol':'BTCUSDT','at':'noon'}]} | steps[0].at has to be the time since the start",
            "{'steps':[{'do':'cut','phase':'handshake'}]} | steps[0].phase",
            "{'steps':[{'do':'oddity','name':'no-pong','value':'2s'}]} | steps[0].value does not fit"})
    void aSlipOfThePenIsNamedWithFileAndField(String text, String sentence) {
        assertThatThrownBy(() -> read(text)).isInstanceOf(ScenarioProblem.class).hasMessageContaining("story.json")
                .hasMessageContaining(sentence);
    }

    @Test
    void whatIsNoJsonIsNamedWithItsLine() {
        assertThatThrownBy(() -> read("{\n\n  'steps': [}\n")).hasMessageContaining("story.json").hasMessageContaining("line 3");
        assertThatThrownBy(() -> reader.read(folder.resolve("absent.json"))).hasMessageContaining("absent.json cannot be read");
    }

    static Stream<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(DOCS.resolve("scenarios"))) {
            return files.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void theDocumentedExamplesCanBePlayedToTheirEnd(Path file) throws ScenarioProblem {
        Scenario scenario = reader.read(file);
        World world = new World();
        if (scenario.positionMode().isPresent()) {
            world.act("{'do':'mode','positionMode':'" + scenario.positionMode().get().wire() + "'}");
        }
        Timetable timetable = new Timetable(scenario.steps(), world.now());
        int done = 0;
        for (int second = 0; second <= 60; second++) {
            for (Step step : timetable.due(world.now())) {
                world.perform(step);
                done++;
            }
            world.advance(1_000);
        }

        assertThat(done).isEqualTo(scenario.steps().size()).isPositive();
        assertThat(world.book().positions()).as("each example ends flat").isEmpty();
        assertThat(world.book().ledger().lives()).isNotEmpty();
    }

    @Test
    void theDocumentNamesEveryStepAndEveryOddity() throws IOException {
        List<String> lines = Files.readAllLines(DOCS.resolve("practice.md"));
        Stream<String> names = Stream.concat(Arrays.stream(Verb.values()).map(Verb::wire),
                Arrays.stream(Oddity.values()).map(Oddity::wire));

        assertThat(names).allSatisfy(name -> assertThat(lines).as(name).anyMatch(line -> line.startsWith("| `" + name + "`")));
    }
}
