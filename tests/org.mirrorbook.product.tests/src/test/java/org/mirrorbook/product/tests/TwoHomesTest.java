package org.mirrorbook.product.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Two homes, each with a vault of its own, on one journal in a PostgreSQL: the second takes an account over when the first one dies. */
@EnabledOnOs(OS.LINUX)
class TwoHomesTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    private final JsonMapper json = JsonMapper.builder().build();
    private PostgresProcess database;
    private Product first;
    private PracticeProcess practice;

    @BeforeEach
    void aHomeOnADatabaseAndAPracticeExchangeWhereOnlyTheTestTrades() throws IOException {
        database = new PostgresProcess();
        first = home("a user");
        var scenario = Files.writeString(folder.resolve("scenario.json"), "{\"trader\":false}");
        practice = new PracticeProcess(first, "practice", "--scenario", scenario.toString(), "--seed", "7");
    }

    @AfterEach
    void exchangeAndDatabaseEnd() throws IOException {
        practice.close();
        database.close();
    }

    @Test
    void aSecondHomeIsGivenTheKeyAndTakesTheAccountOverFromOneThatIsKilled() throws Exception {
        var second = home("another user");
        var here = new Journal(first);
        var there = new Journal(second);
        assertThat(here.add("demo", practice, practice.key())).isZero();
        try (var mirror = here.mirror()) {
            happens("{\"do\":\"open\",\"symbol\":\"BTCUSDT\",\"side\":\"long\",\"size\":\"0.0100\"}");
            var opened = here.event(mirror, "the position to open", event -> Journal.is(event, "opened"));

            assertThat(there.add("mine", practice, practice.key())).as("the account has a label already").isEqualTo(1);
            assertThat(there.add("demo", practice, practice.key())).isZero();
            assertThat(there.add("demo", practice, practice.key())).as("the key is in this vault now").isEqualTo(1);
            assertThat(accounts(second)).isEqualTo(accounts(first)).singleElement()
                    .satisfies(account -> assertThat(account.get("id")).isEqualTo(opened.get("accountId")));

            try (var heir = second.start("mirror", "--json")) {
                var owned = there.event(heir, "the owner to be told", event -> Journal.is(event, "error"));
                assertThat(owned.get("code").stringValue()).isEqualTo("OWNED");
                assertThat(owned.get("reason").stringValue()).contains("process " + mirror.pid());
                assertThat(status(second).get("state").stringValue()).isEqualTo("degraded");

                mirror.kill();
                happens("{\"do\":\"close\",\"symbol\":\"BTCUSDT\"}");
                happens("{\"do\":\"open\",\"symbol\":\"ETHUSDT\",\"side\":\"short\",\"size\":\"0.20\"}");
                there.event(heir, "the account to be aligned", event -> Journal.is(event, "started"));
                happens("{\"do\":\"close\",\"symbol\":\"ETHUSDT\"}");
                there.event(heir, "a life to be final", event -> Journal.is(event, "confirmed"));
                there.event(heir, "the other to be final", event -> Journal.is(event, "confirmed"));

                assertThatTheJournalIs(booked(2), there.trades());
                assertThat(there.trades()).extracting(trade -> trade.get("id")).contains(opened.get("trade"));
                assertThatTheBooksAreEqual(second);
                try (var late = first.start("mirror", "--json")) {
                    var told = here.event(late, "the new owner to be told", event -> Journal.is(event, "error"));
                    assertThat(told.get("reason").stringValue()).contains("process " + heir.pid());
                    assertThat(Journal.stop(late)).as(late.toString()).isZero();
                }
                assertThat(Journal.stop(heir)).as(heir.toString()).isZero();
            }
        }
        assertThat(here.trades()).isEqualTo(there.trades());
        assertThatTheBooksAreEqual(first);
    }

    @Test
    void whenTheDatabaseFailsTheStatusSaysSoBesideTheMirrorAndWithoutIt() throws Exception {
        var here = new Journal(first);
        assertThat(here.add("demo", practice, practice.key())).isZero();
        try (var mirror = here.mirror()) {
            database.stop();
            happens("{\"do\":\"open\",\"symbol\":\"BTCUSDT\",\"side\":\"long\",\"size\":\"0.0100\"}");
            here.event(mirror, "the failure to be told", event -> Journal.is(event, "error"));

            var status = status(first);
            assertThat(status.get("label").stringValue()).isEqualTo("demo");
            assertThat(status.get("state").stringValue()).isEqualTo("degraded");
            assertThat(status.get("openPositions").isNull()).isTrue();
            assertThat(status.get("journalProblem").stringValue()).isNotBlank();
            assertThat(Journal.stop(mirror)).as(mirror.toString()).isZero();
        }
        try (var status = first.start("status", "--json")) {
            assertThat(status.exitCode(PATIENCE)).as(status.toString()).isEqualTo(1);
            assertThat(status.out()).isEmpty();
            assertThat(status.err()).as(status.toString()).anySatisfy(line -> assertThat(line).contains("cannot be reached"));
        }
    }

    private Product home(String user) throws IOException {
        var its = Files.createDirectory(folder.resolve(user));
        var product = new Product(its).with("MIRRORBOOK_PASSWORD_FILE", Files.writeString(its.resolve("password"), "the horse of " + user));
        try (var use = product.start("database", "use", database.url(), "--user", PostgresProcess.USER).given(database.password())) {
            assertThat(use.exitCode(PATIENCE)).as(use.toString()).isZero();
        }
        return product;
    }

    private void happens(String step) throws Exception {
        assertThat(practice.happens(step)).as(step).isTrue();
    }

    /** What the venue has; it shows a close a moment late by REST. */
    private List<BookedLife> booked(int lives) throws Exception {
        var history = practice.history();
        for (int asked = 0; history.size() < lives && asked < 200; asked++) {
            history = practice.history();
        }
        return BookedLife.all(history, false);
    }

    private static void assertThatTheJournalIs(List<BookedLife> booked, List<JsonNode> trades) {
        assertThat(trades).extracting(trade -> BookedLife.ofTrade(trade).figures())
                .containsExactlyInAnyOrderElementsOf(booked.stream().map(BookedLife::figures).toList());
        assertThat(trades).extracting(trade -> trade.get("certainty").stringValue()).containsOnly("CONFIRMED");
    }

    private void assertThatTheBooksAreEqual(Product home) throws IOException {
        var told = told(home, "reconcile", "demo", "--json");
        assertThat(told.get("equal").booleanValue()).as(told.toString()).isTrue();
        assertThat(told.get("compared").intValue()).isEqualTo(2);
    }

    /** Without how the links do, which is of each instance's own. */
    private List<ObjectNode> accounts(Product home) throws IOException {
        return told(home, "accounts", "list", "--json").valueStream().map(ObjectNode.class::cast)
                .map(account -> account.without(List.of("state", "reason"))).toList();
    }

    private JsonNode status(Product home) throws IOException {
        return told(home, "status", "--json").get(0);
    }

    private JsonNode told(Product home, String... command) throws IOException {
        try (var running = home.start(command)) {
            assertThat(running.exitCode(PATIENCE)).as(running.toString()).isZero();
            return json.readTree(String.join("\n", running.out()));
        }
    }
}
