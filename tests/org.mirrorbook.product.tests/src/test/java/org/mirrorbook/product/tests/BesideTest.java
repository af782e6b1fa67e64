package org.mirrorbook.product.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Commands beside a packaged product that mirrors in another process, by its socket. */
@DisabledOnOs(OS.WINDOWS)
class BesideTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int ROUNDS = 600;

    private static DemoAccount demo;

    @TempDir
    Path folder;

    private final JsonMapper json = JsonMapper.builder().build();
    private Product product;
    private Journal journal;
    private PracticeProcess practice;

    @BeforeAll
    static void anAccountAtAPracticeExchange(@TempDir Path user) throws IOException {
        demo = new DemoAccount(user, "practice", "--seed", "7", "--speed", "15", "--accounts", "2");
    }

    @AfterAll
    static void thePracticeExchangeEnds() {
        demo.close();
    }

    @BeforeEach
    void aHomeOfTheTestsOwn() throws IOException {
        product = demo.copy(folder.resolve("a user"));
        journal = new Journal(product);
        practice = demo.practice();
    }

    @Test
    void commandsReadAndSwitchWhatARunningInstanceMirrors() throws Exception {
        try (var mirror = journal.mirror()) {
            journal.event(mirror, "a position to open", event -> Journal.is(event, "opened"));

            assertThat(journal.trades()).isNotEmpty();
            assertThat(status("demo").get("state").stringValue()).isEqualTo("live");
            assertThat(status("demo").get("lastMessage").isNull()).isFalse();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket()))).isEqualTo("rw-------");

            done("accounts", "mirror", "demo", "off");
            untilState("off");
            done("accounts", "mirror", "demo", "on");
            journal.event(mirror, "the account to be aligned again", event -> Journal.is(event, "started"));

            assertThat(Journal.stop(mirror)).as(mirror.toString()).isZero();
        }
        assertThat(socket()).doesNotExist();
        assertThat(status("demo").get("state").stringValue()).isEqualTo("off");
    }

    @Test
    void aKeyReachesTheRunningInstanceByStandardInputAndStaysOutOfItsLog() throws Exception {
        try (var mirror = journal.mirror()) {
            var told = json.readTree(practice.told()).get("accounts").get(1);
            var key = json.createObjectNode().put("apiKey", told.get("apiKey").stringValue())
                    .put("secret", told.get("secret").stringValue()).put("passphrase", told.get("passphrase").stringValue());

            assertThat(journal.add("second", practice, key.toString())).isZero();

            journal.event(mirror, "the new account to be aligned",
                    event -> Journal.is(event, "started") && event.get("account").stringValue().equals("second"));
            try (var attached = product.start("mirror", "second", "--json")) {
                var event = journal.event(attached, "an event of the account", one -> true);
                assertThat(event.get("account").stringValue()).isEqualTo("second");
                assertThat(Journal.stop(attached)).isZero();
            }
            assertThat(mirror.alive()).isTrue();
            assertThat(Journal.stop(mirror)).isZero();
            assertThat(Files.readString(product.home().resolve("logs").resolve("mirrorbook.log")))
                    .doesNotContain(told.get("secret").stringValue());
            assertThat(mirror.toString()).doesNotContain(told.get("secret").stringValue());
        }
    }

    @Test
    void mistakesAreToldBesideARunningInstanceAsElsewhere() throws Exception {
        try (var mirror = journal.mirror()) {
            try (var mistaken = product.start("trades", "--bogus")) {
                assertThat(mistaken.exitCode()).isEqualTo(2);
                assertThat(String.join("\n", mistaken.err())).contains("--bogus", "Usage: mirrorbook trades");
            }
            try (var unknown = product.start("mirror", "nobody")) {
                assertThat(unknown.exitCode()).isEqualTo(2);
            }
            assertThat(Journal.stop(mirror)).isZero();
        }
    }

    @Test
    void aCommandOfTheMomentInWhichAnInstanceStartsIsServed() throws Exception {
        try (var mirror = product.start("mirror", "--json"); var trades = product.start("trades", "--json");
                var status = product.start("status", "--json")) {
            // whoever of the three is first: none of them may end for the others' sake
            assertThat(trades.exitCode(PATIENCE)).as(trades.toString()).isZero();
            assertThat(status.exitCode(PATIENCE)).as(status.toString()).isZero();
            journal.event(mirror, "the account to be aligned", event -> Journal.is(event, "started"));
            assertThat(Journal.stop(mirror)).isZero();
        }
    }

    @Test
    void afterAKillCommandsOpenTheHomeThemselves() throws Exception {
        try (var mirror = journal.mirror()) {
            mirror.kill();
        }
        assertThat(socket()).exists();

        assertThat(status("demo").get("state").stringValue()).isEqualTo("off");
        try (var again = journal.mirror()) {
            assertThat(status("demo").get("state").stringValue()).isEqualTo("live");
            assertThat(Journal.stop(again)).isZero();
        }
    }

    @Test
    void anInstanceThatDoesNotAnswerMakesCommandsEndWith4AndDoesNothingLater() throws Exception {
        try (var mirror = journal.mirror()) {
            signal("-STOP", mirror);
            try (var off = product.start("accounts", "mirror", "demo", "off")) {
                assertThat(off.exitCode()).as(off.toString()).isEqualTo(4);
                assertThat(off.out()).isEmpty();
                assertThat(off.err()).singleElement().asString().contains(product.home().toString(), "process " + mirror.pid(),
                        "does not answer");
            } finally {
                signal("-CONT", mirror);
            }
            assertThat(status("demo").get("mirror").booleanValue()).isTrue();
            assertThat(Journal.stop(mirror)).isZero();
        }
    }

    private JsonNode status(String label) throws IOException {
        try (var status = product.start("status", "--json")) {
            assertThat(status.exitCode(PATIENCE)).as(status.toString()).isZero();
            return json.readTree(String.join("\n", status.out())).valueStream().filter(one -> one.get("label").stringValue().equals(label))
                    .findFirst().orElseThrow();
        }
    }

    private void untilState(String wanted) throws IOException {
        var state = "";
        for (int round = 0; round < ROUNDS && !state.equals(wanted); round++) {
            state = status("demo").get("state").stringValue();
        }
        assertThat(state).isEqualTo(wanted);
    }

    private void done(String... arguments) throws IOException {
        try (var command = product.start(arguments)) {
            assertThat(command.exitCode(PATIENCE)).as(command.toString()).isZero();
        }
    }

    private static void signal(String name, Running process) throws Exception {
        var kill = new ProcessBuilder(List.of("kill", name, Long.toString(process.pid()))).start();
        assertThat(kill.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(kill.exitValue()).isZero();
    }

    private Path socket() {
        return product.home().resolve("control.sock");
    }
}
