package org.mirrorbook.product.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The packaged product mirrors a busy account of either kind and is killed again and again, at moments that a seed draws: in the middle of
 * its start, of its alignment, and of its commits. Afterwards the journal is the exchange's history, life by life and to the last digit.
 *
 * <p>{@code -Dmirrorbook.kills=200} for as many kills over both kinds ({@code ./verify --long}), {@code -Dmirrorbook.kills.seed=N} for
 * other moments and other trades. How far a start has come by a moment depends on the machine, so a third of them counts from the
 * alignment, and some follow on the heels of a commit.
 */
class KillTest {

    private static final int KILLS = Integer.getInteger("mirrorbook.kills", 20);
    private static final long SEED = Long.getLong("mirrorbook.kills.seed", 4);
    private static final int ROUNDS = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final List<String> OF_A_COMMIT = List.of("opened", "closed", "confirmed");

    /** When a mirror dies. */
    private enum Moment {
        /** So long after its process began. */
        STARTING(4_000),
        /** So long after it was aligned. */
        ALIGNED(2_500),
        /** So long after it told a trade that it committed. */
        COMMITTED(60);

        private final int most;

        Moment(int most) {
            this.most = most;
        }
    }

    @TempDir
    Path folder;

    private final JsonMapper json = JsonMapper.builder().build();
    private Product product;
    private Journal journal;

    @ParameterizedTest
    @ValueSource(strings = {"classic", "unified"})
    void whenTheMirrorIsKilledAtAnyMomentNoTradeIsLostOrDoubledOrHasOtherFigures(String kind) throws Exception {
        var unified = kind.equals("unified");
        var user = Files.createDirectory(folder.resolve(kind));
        product = new Product(user).with("MIRRORBOOK_PASSWORD_FILE",
                Files.writeString(user.resolve("password"), "correct horse battery staple\n"));
        journal = new Journal(product);
        var scenario = Files.writeString(user.resolve("scenario.json"), scenario(kind));
        try (var practice = new PracticeProcess(product, "practice", "--scenario", scenario.toString(), "--seed", Long.toString(SEED),
                "--speed", "10")) {
            assertThat(journal.add("demo", practice, practice.key())).isZero();
            mirrorAndKill(kind, practice);
            List<BookedLife> lives;
            try (var mirror = journal.mirror()) {
                // by now even the last close is shown
                lives = BookedLife.all(unified ? practice.unifiedHistory() : practice.history(), unified);
                System.out.println("kills, " + kind + ": " + lives.size() + " lives ended at the exchange since the first start");
                assertThat(lives).as("somebody traded").hasSizeGreaterThan(KILLS / 2);
                untilIt("has confirmed every life", trades -> trades.size() == lives.size()
                        && trades.stream().allMatch(trade -> trade.get("certainty").stringValue().equals("CONFIRMED")));
                assertThatTheyAre(journal.trades(), lives);
                assertThatTheBooksAreEqual(lives.size());
                assertThat(Journal.stop(mirror)).as(mirror.toString()).isZero();
            }
            assertThatTheBooksAreEqual(lives.size());
            assertThatTheyAre(journal.trades(), lives);
        }
    }

    /** Closes come late to REST and pages are short, as at the venue on a bad day; each kind has oddities of its own. */
    private static String scenario(String kind) {
        var more = kind.equals("unified") ? "\"reordered-pushes\":true"
                : "\"duplicate-pushes\":true,\"zero-rows\":true,\"ctime-upper\":true";
        return "{\"kind\":\"" + kind + "\",\"oddities\":{\"late-history\":\"1500ms\",\"small-pages\":20,\"unknown-fields\":true," + more
                + "}}";
    }

    /** Trading begins with the first alignment, so that every life that ends has to be in the journal. */
    private void mirrorAndKill(String kind, PracticeProcess practice) throws Exception {
        var dice = new Random(SEED);
        try (var first = journal.mirror(); var hands = new SeededHands(practice, SEED)) {
            kill(first, Duration.ofMillis(dice.nextInt(Moment.ALIGNED.most)));
            for (int kill = 2; kill <= KILLS / 2; kill++) {
                var moment = moment(dice.nextInt(20));
                var after = Duration.ofMillis(dice.nextInt(moment.most));
                System.out.println("kills, " + kind + ", seed " + SEED + ": " + kill + " " + moment + " + " + after.toMillis() + " ms");
                try (var mirror = product.start("mirror", "--json")) {
                    await(mirror, moment);
                    kill(mirror, after);
                }
            }
        }
    }

    private static void kill(Running mirror, Duration after) {
        assertThat(mirror.runsFor(after)).as("it goes on until it is killed%n%s", mirror).isTrue();
        mirror.kill();
    }

    private void await(Running mirror, Moment moment) {
        if (moment != Moment.STARTING) {
            journal.event(mirror, "the account to be aligned", event -> Journal.is(event, "started"));
        }
        if (moment == Moment.COMMITTED) {
            journal.event(mirror, "a commit", event -> OF_A_COMMIT.stream().anyMatch(name -> Journal.is(event, name)));
        }
    }

    private static Moment moment(int roll) {
        return roll < 9 ? Moment.STARTING : roll < 15 ? Moment.ALIGNED : Moment.COMMITTED;
    }

    private void untilIt(String what, Predicate<List<JsonNode>> wanted) throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            if (wanted.test(journal.trades())) {
                return;
            }
        }
        System.out.println("in vain it was waited until the journal " + what);
    }

    private static void assertThatTheyAre(List<JsonNode> trades, List<BookedLife> lives) {
        assertThat(trades).extracting(trade -> trade.get("id").stringValue()).doesNotHaveDuplicates();
        assertThat(trades).extracting(trade -> trade.get("fingerprint").stringValue()).doesNotHaveDuplicates();
        assertThat(trades).extracting(trade -> trade.get("status").stringValue()).doesNotContain("OPEN");
        assertThat(trades).extracting(trade -> trade.get("certainty").stringValue()).containsOnly("CONFIRMED");
        var booked = trades.stream().map(BookedLife::ofTrade).collect(Collectors.toMap(BookedLife::figures, Function.identity()));
        var ended = lives.stream().collect(Collectors.toMap(BookedLife::figures, Function.identity()));
        assertThat(without(ended.keySet(), booked.keySet())).as("lost, or with other figures; beside them only the journal has %s",
                without(booked.keySet(), ended.keySet())).isEmpty();
        assertThat(without(booked.keySet(), ended.keySet())).as("invented").isEmpty();
        assertThat(booked).allSatisfy((figures, trade) -> assertThat(ended.get(figures).hasNet(trade))
                .as("net %s in the journal of %s", trade.net(), ended.get(figures)).isTrue());
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        var rest = new TreeSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    private void assertThatTheBooksAreEqual(int lives) throws IOException {
        try (var reconcile = product.start("reconcile", "demo", "--json")) {
            assertThat(reconcile.exitCode(PATIENCE)).as(reconcile.toString()).isZero();
            var told = json.readTree(String.join("\n", reconcile.out()));
            assertThat(told.get("equal").booleanValue()).isTrue();
            assertThat(told.get("compared").intValue()).isEqualTo(lives);
            assertThat(String.join("\n", reconcile.err())).as("the mirror had found everything by itself")
                    .doesNotContain("Entered", "Completed");
        }
    }
}
