package org.mirrorbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Logger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.reconciliation.Comparison;
import org.mirrorbook.domain.reconciliation.Difference;
import org.mirrorbook.domain.reconciliation.Difference.Kind;
import org.mirrorbook.exchange.PracticeVenue;
import org.mirrorbook.journal.Account;

/** {@code reconcile} as it is typed, on a home in memory whose comparisons come out as a story says. */
class ReconcileCommandTest implements Product {

    private static final Instant NOW = Instant.parse("2026-03-05T10:00:00Z");
    private static final Instant SINCE = Instant.parse("2026-03-01T00:00:00Z");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final FakeHome home = new FakeHome();
    private final Logger log = Logger.getLogger("org.mirrorbook.cli");

    @BeforeEach
    void anAccount() {
        home.accounts.add(new Account(new AccountId("a-1"), "main", "bitget", Environment.DEMO, Optional.empty(), "classic", "mark", true,
                false, Instant.EPOCH));
    }

    @BeforeEach
    void keepTheLogQuiet() {
        log.setUseParentHandlers(false);
    }

    @AfterEach
    void giveTheLogBack() {
        log.setUseParentHandlers(true);
    }

    @Test
    void equalBooksAreOneLineAndExitCodeZero() {
        home.comparisons.add(new Comparison(new AccountId("a-1"), SINCE, NOW, 12, List.of()));

        assertThat(run("reconcile main")).isZero();

        assertThat(out.toString()).isEqualTo("equal: 12 lives since 2026-03-01T00:00:00.000Z\n");
        assertThat(home.asked).containsExactly("compare a-1", "close");
    }

    @Test
    void otherFiguresAreATableWithBothValuesAndExitCodeThree() {
        home.comparisons.add(different());

        assertThat(run("reconcile main")).isEqualTo(3);

        assertThat(out.toString().lines()).containsExactly("different: 2 of 12 lives since 2026-03-01T00:00:00.000Z",
                "CLOSED                    SYMBOL    SIDE   DIFFERENCE            FIELD    JOURNAL  EXCHANGE",
                "2026-03-01T11:00:05.120Z  DOGEUSDT  SHORT  other figures         netPnl   -0.64    -0.6401",
                "2026-03-01T11:00:05.120Z  DOGEUSDT  SHORT  other figures         funding  -        0.0099",
                "open                      BTCUSDT   LONG   only on the exchange");
    }

    @Test
    void theJsonIsOneObjectWithDecimalsAsTextAndTheLabelAsAccount() {
        home.comparisons.add(different());

        assertThat(run("reconcile main --json")).isEqualTo(3);

        assertThat(out.toString()).isEqualTo("{\"account\":\"main\",\"since\":\"2026-03-01T00:00:00.000Z\","
                + "\"until\":\"2026-03-05T10:00:00.000Z\",\"compared\":12,\"equal\":false,\"differences\":["
                + "{\"trade\":\"" + SampleTrades.lost().id().value() + "\",\"symbol\":\"DOGEUSDT\",\"positionType\":\"SHORT\","
                + "\"closedAt\":\"2026-03-01T11:00:05.120Z\",\"kind\":\"FIGURES\",\"fields\":["
                + "{\"name\":\"netPnl\",\"journal\":\"-0.64\",\"exchange\":\"-0.6401\"},"
                + "{\"name\":\"funding\",\"journal\":null,\"exchange\":\"0.0099\"}]},"
                + "{\"trade\":null,\"symbol\":\"BTCUSDT\",\"positionType\":\"LONG\",\"closedAt\":null,\"kind\":\"ONLY_EXCHANGE\","
                + "\"fields\":[]}]}\n");
    }

    @Test
    void theJsonOfEqualBooksHasNoDifferences() {
        home.comparisons.add(new Comparison(new AccountId("a-1"), SINCE, NOW, 0, List.of()));

        assertThat(run("reconcile main --json")).isZero();

        assertThat(out.toString()).contains("\"compared\":0,\"equal\":true,\"differences\":[]}");
    }

    @Test
    void whatDiffersIsPutRightWhereTheUserSaysSoAndComparedAgain() {
        home.comparisons.add(different());
        home.comparisons.add(new Comparison(new AccountId("a-1"), SINCE, NOW, 12, List.of()));

        assertThat(run("reconcile main --correct --json")).isZero();

        assertThat(home.asked).containsExactly("compare a-1", "correct a-1 [FIGURES, ONLY_EXCHANGE]", "close");
        assertThat(out.toString()).as("only what came of it").startsWith("{").hasLineCount(1).contains("\"equal\":true");
        assertThat(err.toString()).contains("Putting 2 differences right.",
                "DOGEUSDT SHORT closed at 2026-03-01T11:00:05.120Z: other figures");
    }

    @Test
    void whatWasEnteredOnTheWayIsCountedForPeopleAndTheBooksAreEqual() {
        home.comparisons.add(new Comparison(new AccountId("a-1"), SINCE, NOW, 12, List.of()).after(2, 1));

        assertThat(run("reconcile main --json")).isZero();

        assertThat(out.toString()).hasLineCount(1).contains("\"compared\":12,\"equal\":true");
        assertThat(err.toString()).contains("Entered 2 lives that the journal missed, marked as found.",
                "Completed 1 trade with the exchange's final figures.");
    }

    @Test
    void equalBooksLeaveNothingToPutRight() {
        home.comparisons.add(new Comparison(new AccountId("a-1"), SINCE, NOW, 1, List.of()));

        assertThat(run("reconcile main --correct")).isZero();

        assertThat(out.toString()).startsWith("equal: 1 life since");
        assertThat(home.asked).containsExactly("compare a-1", "close");
    }

    @ParameterizedTest
    @CsvSource({"2026-03-01, 2026-03-01T00:00:00Z", "2026-03-01T10:30:00Z, 2026-03-01T10:30:00Z",
            "2026-03-01T10:30:00.5+02:00, 2026-03-01T08:30:00.500Z"})
    void aTimeOrADayInUtcSaysSinceWhen(String typed, String meant) {
        home.comparisons.add(new Comparison(new AccountId("a-1"), Instant.parse(meant), NOW, 0, List.of()));

        assertThat(run("reconcile main --since " + typed)).isZero();

        assertThat(home.asked).contains("compare a-1 since " + meant);
        assertThat(err.toString()).doesNotContain("reaches back");
    }

    @Test
    void howFarBackTheExchangeTellsIsSaidWhereMoreWasWanted() {
        home.comparisons.add(new Comparison(new AccountId("a-1"), SINCE, NOW, 3, List.of()));

        assertThat(run("reconcile main --json --since 2024-01-01")).isZero();

        assertThat(err.toString())
                .contains("The exchange's history reaches back to 2026-03-01T00:00:00.000Z; what closed before cannot be compared.");
        assertThat(out.toString()).contains("\"since\":\"2026-03-01T00:00:00.000Z\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"reconcile", "reconcile main --since yesterday", "reconcile main --since 2026-13-01",
            "reconcile main --since 2026-03-06", "reconcile main --bogus", "reconcile main other"})
    void whatCannotBeIsWrongUsageAndTouchesNoHome(String arguments) {
        assertThat(run(arguments)).isEqualTo(2);

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).isNotBlank().doesNotContain("Exception");
        assertThat(home.asked).isEmpty();
    }

    @Test
    void anUnknownLabelIsWrongUsage() {
        assertThat(run("reconcile other")).isEqualTo(2);

        assertThat(err.toString()).contains("There is no account \"other\". There is: main.");
    }

    @Test
    void anExchangeThatDoesNotAnswerIsAFailureInItsOwnWords() {
        assertThat(run("reconcile main --json")).isEqualTo(1);

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).contains("The exchange does not answer.");
    }

    private static Comparison different() {
        var lost = SampleTrades.lost();
        var figures = new Difference(Kind.FIGURES, lost.slot(), lost.exit().map(exit -> exit.closedAt()),
                List.of(new Difference.Field("netPnl", Optional.of(new BigDecimal("-0.640")), Optional.of(new BigDecimal("-0.6401"))),
                        new Difference.Field("funding", Optional.empty(), Optional.of(new BigDecimal("0.0099")))),
                Optional.of(lost), Optional.empty(), Optional.empty());
        var unknown = new Difference(Kind.ONLY_EXCHANGE, SampleTrades.open().slot(), Optional.empty(), List.of(), Optional.empty(),
                Optional.empty(), Optional.empty());
        return new Comparison(new AccountId("a-1"), SINCE, NOW, 12, List.of(figures, unknown));
    }

    private int run(String arguments) {
        var streams = new Streams(new PrintWriter(out, true), new PrintWriter(err, true), new ByteArrayInputStream(new byte[0]),
                Optional.empty(), false);
        return new Commands(this, streams, stop -> {
            // nobody asks
        }).run(List.of(arguments.split(" ")));
    }

    @Override
    public String version() {
        return "1.2.3";
    }

    @Override
    public Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    @Override
    public PracticeVenue practiceVenue() {
        throw new AssertionError("not asked for");
    }

    @Override
    public Set<String> exchanges() {
        return Set.of("bitget");
    }

    @Override
    public OpenFolder openFolder(Optional<Path> folder, Optional<Path> passwordFile, Map<String, String> settings) {
        throw new AssertionError("it needs the journal");
    }

    @Override
    public OpenHome open(Optional<Path> folder, Optional<Path> passwordFile, Map<String, String> settings) {
        return home;
    }
}
