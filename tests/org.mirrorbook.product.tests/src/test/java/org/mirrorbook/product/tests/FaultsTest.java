package org.mirrorbook.product.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mirrorbook.product.tests.PracticeProcess.number;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The disk fails the packaged product while it mirrors: it says so, shows nothing that it has not committed, and goes on by itself once the
 * cause is gone.
 */
@EnabledOnOs(OS.LINUX)
class FaultsTest {

    private static final int ROUNDS = 60;
    private static final int FAILURES = 3;
    private static final String MORE = "{\"do\":\"open\",\"symbol\":\"BTCUSDT\",\"side\":\"long\",\"size\":\"0.0010\"}";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    private final JsonMapper json = JsonMapper.builder().build();
    private Product product;
    private Journal journal;
    private PracticeProcess practice;

    @BeforeEach
    void aUserAndAPracticeExchangeWhereOnlyTheTestTrades() throws IOException {
        var user = Files.createDirectory(folder.resolve("a user"));
        var password = Files.writeString(user.resolve("password"), "correct horse battery staple\n");
        product = new Product(user).with("MIRRORBOOK_PASSWORD_FILE", password);
        journal = new Journal(product);
        Files.createDirectory(product.home());
        var scenario = Files.writeString(user.resolve("scenario.json"), "{\"trader\":false}");
        practice = new PracticeProcess(product, "practice", "--scenario", scenario.toString(), "--seed", "7");
    }

    @AfterEach
    void thePracticeExchangeEnds() {
        practice.close();
    }

    @Test
    void aFullDiskIsToldAndWhenThereIsRoomTheMirrorGoesOnWithoutARestart() throws Exception {
        try (var disk = Fault.ofAFullDisk(product.home())) {
            assertThat(journal.add("demo", practice, practice.key())).isZero();
            aFaultPasses(disk, () -> {
                untilDegraded();
                var kept = quantity();
                missed();
                assertThat(journal.trades()).as("only what was committed").hasSize(1);
                assertThat(quantity()).isEqualByComparingTo(kept);
                assertThat(status().get("state").stringValue()).as("still").isNotEqualTo("live");
            });
        }
    }

    @Test
    void aJournalThatCannotBeWrittenAnyMoreIsToldAndWhenItCanTheMirrorGoesOnWithoutARestart() throws Exception {
        assertThat(journal.add("demo", practice, practice.key())).isZero();
        try (var readOnly = Fault.ofAReadOnly(product.home().resolve("journal"))) {
            // the database itself does not open without its log, so there is nothing to show, and that is said
            aFaultPasses(readOnly, () -> {
                missed();
                for (int round = 0; round < FAILURES; round++) {
                    try (var trades = product.start("trades", "--json")) {
                        assertThat(trades.exitCode(PATIENCE)).as(trades.toString()).isEqualTo(1);
                        assertThat(trades.out()).isEmpty();
                        assertThat(String.join("\n", trades.err())).contains("journal").doesNotContain("\tat ");
                    }
                }
            });
        }
    }

    @FunctionalInterface
    private interface Meanwhile {
        void look() throws Exception;
    }

    private void aFaultPasses(Fault fault, Meanwhile meanwhile) throws Exception {
        try (var mirror = journal.mirror()) {
            happens("{\"do\":\"open\",\"symbol\":\"BTCUSDT\",\"side\":\"long\",\"size\":\"0.0100\"}");
            journal.event(mirror, "the position to open", event -> Journal.is(event, "opened"));

            fault.begin();
            for (int more = 0; more < 8; more++) {
                happens(MORE);
            }
            assertThat(journal.event(mirror, "the failure to be told", event -> Journal.is(event, "error")).get("code").stringValue())
                    .isEqualTo("JOURNAL");
            meanwhile.look();

            fault.end();
            journal.event(mirror, "the account to be aligned again", event -> Journal.is(event, "started"));
            happens("{\"do\":\"close\",\"symbol\":\"BTCUSDT\"}");
            happens("{\"do\":\"close\",\"symbol\":\"ETHUSDT\"}");
            journal.event(mirror, "a life to be final", event -> Journal.is(event, "confirmed"));
            journal.event(mirror, "the other to be final", event -> Journal.is(event, "confirmed"));

            // REST shows a close a moment late, as the venue's own does
            var booked = practice.history();
            for (int asked = 0; booked.size() < 2 && asked < 200; asked++) {
                booked = practice.history();
            }
            assertThat(journal.trades()).extracting(trade -> BookedLife.ofTrade(trade).figures()).containsExactlyInAnyOrderElementsOf(
                    BookedLife.all(booked, false).stream().map(BookedLife::figures).toList());
            assertThatTheBooksAreEqual();
            assertThat(status().get("state").stringValue()).isEqualTo("live");
            assertThat(Journal.stop(mirror)).as(mirror.toString()).isZero();
        }
        assertThatTheBooksAreEqual();
    }

    private void missed() throws Exception {
        happens("{\"do\":\"open\",\"symbol\":\"BTCUSDT\",\"side\":\"long\",\"size\":\"0.0500\"}");
        happens("{\"do\":\"open\",\"symbol\":\"ETHUSDT\",\"side\":\"short\",\"size\":\"0.20\"}");
    }

    /** Trades until the mirror has met the failure: small changes fit into what a file has left of its last block. */
    private void untilDegraded() throws Exception {
        JsonNode status = null;
        for (int round = 0; round < ROUNDS; round++) {
            happens(MORE);
            status = status();
            if (status.get("state").stringValue().equals("degraded")) {
                assertThat(status.get("reason").stringValue()).isNotBlank();
                return;
            }
        }
        throw new AssertionError("the state is never degraded but " + status);
    }

    private void happens(String step) throws Exception {
        assertThat(practice.happens(step)).as(step).isTrue();
    }

    private BigDecimal quantity() throws IOException {
        return number(journal.trades().getFirst(), "quantity");
    }

    private JsonNode status() throws IOException {
        try (var status = product.start("status", "--json")) {
            assertThat(status.exitCode(PATIENCE)).as(status.toString()).isZero();
            return json.readTree(String.join("\n", status.out())).get(0);
        }
    }

    private void assertThatTheBooksAreEqual() throws IOException {
        try (var reconcile = product.start("reconcile", "demo", "--json")) {
            assertThat(reconcile.exitCode(PATIENCE)).as(reconcile.toString()).isZero();
            assertThat(json.readTree(String.join("\n", reconcile.out())).get("equal").booleanValue()).isTrue();
        }
    }
}
