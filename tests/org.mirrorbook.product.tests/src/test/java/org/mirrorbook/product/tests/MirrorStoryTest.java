package org.mirrorbook.product.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mirrorbook.product.tests.PracticeProcess.number;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;

/** The packaged product mirrors an exchange in another process over real sockets into a real database; nobody looks inside. */
class MirrorStoryTest {

    /** The venue itself rounds the net of its records; the sum of its parts differs by so much at most. */
    private static final BigDecimal NET_TOLERANCE = new BigDecimal("0.00000002");

    /** A close of the last moment may wait in the queue when the mirror is stopped. */
    private static final Duration UNDER_WAY = Duration.ofSeconds(2);
    private static final Set<String> EVERY_KIND = Set.of("OPEN", "ADD", "REDUCE", "CLOSE");
    private static final int ROUNDS = 6;

    private static DemoAccount demo;

    @TempDir
    Path folder;

    private Product product;
    private Journal journal;
    private PracticeProcess practice;
    /** At the latest. */
    private Instant mirroredSince;

    @BeforeAll
    static void anAccountAtAPracticeExchange(@TempDir Path user) throws IOException {
        demo = new DemoAccount(user, "practice", "--seed", "7", "--speed", "15");
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
    void livesBecomeTradesWithTheVenuesOwnFiguresAndARestartInTheMiddleMakesNoSecondOne() throws Exception {
        var inTheMiddle = openTradeWhenTheMirrorEnds(mirror -> assertThat(Journal.stop(mirror)).as(mirror.toString()).isZero());
        try (var mirror = product.start("mirror", "--json")) {
            untilFinal(mirror, inTheMiddle);
            assertThat(Journal.stop(mirror)).as(mirror.toString()).isZero();
        }
        for (int round = 0; round < ROUNDS && confirmed(journal.trades()).noneMatch(trade -> kinds(trade).equals(EVERY_KIND)); round++) {
            try (var mirror = product.start("mirror", "--json")) {
                journal.event(mirror, "a life to be final", event -> Journal.is(event, "confirmed"));
                journal.event(mirror, "another life to be final", event -> Journal.is(event, "confirmed"));
                assertThat(Journal.stop(mirror)).as(mirror.toString()).isZero();
            }
        }

        var trades = journal.trades();
        var history = practice.history();

        assertThat(trades).extracting(trade -> trade.get("fingerprint").stringValue()).doesNotHaveDuplicates();
        assertThat(trades).filteredOn(trade -> trade.get("id").equals(inTheMiddle.get("id"))).hasSize(1);
        assertThat(confirmed(trades)).isNotEmpty().allSatisfy(trade -> assertThatItIs(trade, history))
                .anySatisfy(trade -> assertThat(kinds(trade)).isEqualTo(EVERY_KIND));
        assertThatNoLifeIsMissing(trades, history, mirroredSince);
    }

    @Test
    void aKilledMirrorLosesNothing() throws Exception {
        var inTheMiddle = openTradeWhenTheMirrorEnds(Running::kill);

        try (var mirror = product.start("mirror", "--json")) {
            untilFinal(mirror, inTheMiddle);
            assertThat(Journal.stop(mirror)).isZero();
        }

        var trades = journal.trades();
        assertThat(trades).extracting(trade -> trade.get("fingerprint").stringValue()).doesNotHaveDuplicates();
        assertThat(trades).filteredOn(trade -> trade.get("id").equals(inTheMiddle.get("id"))).singleElement()
                .satisfies(trade -> assertThatItIs(trade, practice.history()));
    }

    @Test
    void aWrongSecretIsNotKeptAndOneThatWasKeptUntriedNeedsAttention() throws Exception {
        product = DemoAccount.userOf(Files.createDirectory(folder.resolve("a new user")));
        journal = new Journal(product);
        assertThat(journal.add("wrong", practice, practice.key("0123456789abcdef"))).isEqualTo(1);
        try (var list = product.start("accounts", "list", "--json")) {
            assertThat(list.exitCode()).isZero();
            assertThat(list.out()).containsExactly("[]");
        }

        assertThat(journal.add("wrong", practice, practice.key("0123456789abcdef"), "--offline")).isZero();
        try (var mirror = product.start("mirror", "--json")) {
            var event = journal.event(mirror, "the key to be refused", told -> Journal.is(told, "needs_attention"));

            assertThat(event.get("account").stringValue()).isEqualTo("wrong");
            assertThat(event.get("reason").stringValue()).isNotBlank();
            assertThat(mirror.alive()).isTrue();
            assertThat(Journal.stop(mirror)).isZero();
            assertThat(mirror.toString()).doesNotContain("0123456789abcdef");
        }
    }

    @Test
    void anotherHomeKnowsNothingOfOneThatIsMirrored() throws Exception {
        var other = new Product(Files.createDirectory(folder.resolve("another user")));
        try (var mirror = journal.mirror(); var elsewhere = other.start("accounts", "list", "--json")) {
            assertThat(elsewhere.exitCode()).isZero();
            assertThat(elsewhere.out()).containsExactly("[]");
            assertThat(Journal.stop(mirror)).isZero();
        }
    }

    @Test
    void thePracticeExchangeEndsCleanlyAndNeedsNoHome() throws Exception {
        product = DemoAccount.userOf(Files.createDirectory(folder.resolve("a new user")));
        try (var own = new PracticeProcess(product, "practice", "--seed", "7")) {
            assertThat(own.process().terminate().exitCode()).as(own.process().toString()).isZero();

            assertThat(own.process().out()).hasSize(1);
            assertThat(product.home()).doesNotExist();
        }
    }

    /** Mirrors until a position opens, ends the mirror like that, and gives a trade that the journal then shows as open. */
    private JsonNode openTradeWhenTheMirrorEnds(Consumer<Running> end) throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            try (var mirror = journal.mirror()) {
                var opened = journal.event(mirror, "a position to open", event -> Journal.is(event, "opened"));
                mirroredSince = mirroredSince == null ? time(opened, "at") : mirroredSince;
                end.accept(mirror);
            }
            var open = journal.trades().stream().filter(trade -> trade.get("status").stringValue().equals("OPEN")).findFirst();
            if (open.isPresent()) {
                return open.get();
            }
        }
        throw new AssertionError("no position was open at any end of the mirror");
    }

    private void untilFinal(Running mirror, JsonNode trade) {
        journal.event(mirror, "the trade of before to be final",
                event -> Journal.is(event, "confirmed") && event.get("trade").equals(trade.get("id")));
    }

    private static Stream<JsonNode> confirmed(List<JsonNode> trades) {
        return trades.stream().filter(trade -> trade.get("certainty").stringValue().equals("CONFIRMED"));
    }

    private static void assertThatItIs(JsonNode trade, Map<String, JsonNode> history) {
        var life = history.get(trade.get("positionId").stringValue());
        assertThat(life).as("closed life of %s", trade).isNotNull();
        assertThat(trade.get("symbol").stringValue()).isEqualTo(life.get("symbol").stringValue());
        assertThat(trade.get("positionType").stringValue()).isEqualToIgnoringCase(life.get("holdSide").stringValue());
        assertThat(number(trade, "effectiveEntry")).isEqualByComparingTo(number(life, "openAvgPrice"));
        assertThat(number(trade, "exitPrice")).isEqualByComparingTo(number(life, "closeAvgPrice"));
        assertThat(number(trade, "quantity")).isEqualByComparingTo(number(life, "openTotalPos"));
        assertThat(number(trade, "totalPnl")).isEqualByComparingTo(number(life, "pnl"));
        assertThat(number(trade, "fees")).isEqualByComparingTo(number(life, "openFee").add(number(life, "closeFee")));
        assertThat(number(trade, "funding")).isEqualByComparingTo(number(life, "totalFunding"));
        assertThat(number(trade, "netPnl").subtract(number(life, "netProfit")).abs()).isLessThanOrEqualTo(NET_TOLERANCE);
        assertThat(sum(trade, Set.of("OPEN", "ADD"))).as("what was opened of %s", trade).isEqualByComparingTo(number(trade, "quantity"));
        assertThat(sum(trade, Set.of("REDUCE", "CLOSE"))).as("what was closed of %s", trade)
                .isEqualByComparingTo(number(trade, "quantity"));
    }

    /**
     * What ended at the venue since it was first mirrored and up to the last final trade is in the journal, whether the mirror ran then
     * or not.
     */
    private static void assertThatNoLifeIsMissing(List<JsonNode> trades, Map<String, JsonNode> history, Instant begin) {
        var known = trades.stream().map(trade -> trade.get("positionId").stringValue()).toList();
        var end = confirmed(trades).map(trade -> time(trade, "closedAt")).max(Comparator.naturalOrder()).orElseThrow().minus(UNDER_WAY);
        assertThat(history.values()).filteredOn(life -> closed(life).isAfter(begin) && closed(life).isBefore(end)).isNotEmpty()
                .allSatisfy(life -> assertThat(known).contains(life.get("positionId").stringValue()));
    }

    private static Instant closed(JsonNode life) {
        return Instant.ofEpochMilli(Long.parseLong(life.get("utime").stringValue()));
    }

    private static Instant time(JsonNode row, String name) {
        return Instant.parse(row.get(name).stringValue());
    }

    private static BigDecimal sum(JsonNode trade, Set<String> kinds) {
        return trade.get("executions").valueStream().filter(step -> kinds.contains(step.get("kind").stringValue()))
                .map(step -> number(step, "quantity")).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static Set<String> kinds(JsonNode trade) {
        var kinds = new TreeSet<String>();
        trade.get("executions").forEach(step -> kinds.add(step.get("kind").stringValue()));
        return kinds;
    }
}
