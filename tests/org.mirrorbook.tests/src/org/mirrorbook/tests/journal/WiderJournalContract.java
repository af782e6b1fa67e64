package org.mirrorbook.tests.journal;

import static java.util.Optional.empty;
import static java.util.Optional.of;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mirrorbook.tests.journal.Lives.ACCOUNT;
import static org.mirrorbook.tests.journal.Lives.BEGINNING;
import static org.mirrorbook.tests.journal.Lives.batch;
import static org.mirrorbook.tests.journal.Lives.claimed;
import static org.mirrorbook.tests.journal.Lives.closed;
import static org.mirrorbook.tests.journal.Lives.decimal;
import static org.mirrorbook.tests.journal.Lives.opened;
import static org.mirrorbook.tests.journal.Lives.slot;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;

import org.mirrorbook.domain.journal.Certainty;
import org.mirrorbook.domain.journal.Exit;
import org.mirrorbook.domain.journal.Result;
import org.mirrorbook.domain.journal.Standing;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeStatus;
import org.mirrorbook.domain.lifecycle.Book;
import org.mirrorbook.domain.lifecycle.ConfirmedLife;
import org.mirrorbook.domain.lifecycle.OpenLife;
import org.mirrorbook.domain.money.Money;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.risk.BreakEvenRule;
import org.mirrorbook.domain.risk.Excursion;
import org.mirrorbook.domain.risk.Excursions;
import org.mirrorbook.domain.risk.ProtectionKind;
import org.mirrorbook.domain.risk.ProtectionMove;
import org.mirrorbook.domain.risk.ProtectionSource;
import org.mirrorbook.domain.risk.Risk;
import org.mirrorbook.domain.risk.RiskUnit;
import org.mirrorbook.domain.statistics.Totals;
import org.mirrorbook.journal.Account;
import org.mirrorbook.journal.Annotations.Note;
import org.mirrorbook.journal.Cancellation;
import org.mirrorbook.journal.JournalBatch;
import org.mirrorbook.journal.Range;
import org.mirrorbook.journal.StoredBook;
import org.mirrorbook.journal.TradeFilter;
import org.mirrorbook.journal.TradeQuery;

/** What every store owes beyond keeping books: risk, the break-even rule, sums, lists that are narrowed and paged. Long: one contract. */
abstract class WiderJournalContract extends RunsContract {

    private static final Instant NOON = Instant.parse("2025-10-26T12:00:00.000001Z");

    @Test
    void stopsTargetsAndExcursionsAreKeptWithEachMove() {
        var life = opened(slot("BTCUSDT"), NOON, "0.5");
        var set = Risk.none().withOneR(new Money(decimal("25.5"), "USDT"))
                .with(ProtectionKind.STOP_LOSS, new ProtectionMove(NOON, ProtectionSource.LIVE, of(decimal("67000.5"))))
                .with(ProtectionKind.TAKE_PROFIT, new ProtectionMove(NOON, ProtectionSource.PLANNED, of(decimal("70000"))));
        var far = new Excursions(of(new Excursion(decimal("3.25"), decimal("68006.6"), NOON.plusSeconds(1))),
                of(new Excursion(decimal("-0.000000000000000001"), decimal("68000"), NOON.plusSeconds(2))), true);
        var first = new OpenLife(life.trade().with(set).with(far), life.row(), true);
        store().commit(batch(0, load().book(), first));
        restart();
        assertThat(journal().reader().trade(life.trade().id())).contains(first.trade());

        var taken = first.trade().with(set.with(ProtectionKind.STOP_LOSS,
                new ProtectionMove(NOON.plusSeconds(5), ProtectionSource.LIVE, empty())));
        store().commit(batch(1, load().book(), new OpenLife(taken, life.row(), true)));
        restart();
        assertThat(load().book().open().get(slot("BTCUSDT")).trade()).isEqualTo(taken);

        // a correction may also begin them anew
        var anew = taken.with(set).with(Standing.CORRECTED);
        store().commit(batch(2, load().book(), new OpenLife(anew, life.row(), true)));
        restart();
        assertThat(journal().reader().trades(TradeQuery.all())).containsExactly(anew);
    }

    @Test
    void aLifeThatWasConfirmedAMomentAgoStaysInTheBookUntilItLeavesIt() {
        var done = done("BTCUSDT", NOON, "5").with(Certainty.CONFIRMED);
        var record = claimed(done, NOON.plusSeconds(60));
        var book = Book.kept(ACCOUNT, load().book().mirroredSince(), Map.of(), List.of(),
                List.of(new ConfirmedLife(done, NOON.plusSeconds(61))), Map.of(record.key(), record), Map.of());
        store().commit(new JournalBatch(0, book, List.of(), List.of(done)));
        restart();
        assertThat(load()).isEqualTo(new StoredBook(book, 1));

        var later = Book.kept(ACCOUNT, book.mirroredSince(), Map.of(), List.of(), book.claimed(), Map.of());
        store().commit(new JournalBatch(1, later, List.of(), List.of()));
        restart();
        assertThat(load()).isEqualTo(new StoredBook(later, 2));
    }

    @Test
    void aWithdrawnTradeIsShownAndCountedNowhere() {
        var trade = done("BTCUSDT", NOON, "5");
        commit(trade);
        assertThat(journal().reader().statistics(empty())).hasSize(1);

        commit(trade.with(Standing.WITHDRAWN));

        var reader = journal().reader();
        assertThat(reader.trades(TradeQuery.all())).isEmpty();
        assertThat(reader.trade(trade.id())).isEmpty();
        assertThat(reader.lives(ACCOUNT, BEGINNING)).isEmpty();
        assertThat(reader.statistics(empty())).isEmpty();
    }

    @Test
    void aChangedRuleJudgesAllClosedTradesAndThoseThatALaneJudgedByTheFormerOne() {
        // net = gross, without costs
        commit(done("AUSDT", NOON, "10"), done("BUSDT", NOON, "-10.000000000000000001"), done("CUSDT", NOON, "0"),
                risked(done("DUSDT", NOON, "-12"), "100"));
        assertThat(journal().rules().current()).isEqualTo(BreakEvenRule.none());
        assertThat(statuses()).containsExactly(TradeStatus.WIN, TradeStatus.LOSS, TradeStatus.BE, TradeStatus.LOSS);

        // within 10, or within 0.12 of what was risked: 12 of 100
        var rule = journal().rules().change(decimal("10"), decimal("0.12"));

        assertThat(rule).isEqualTo(new BreakEvenRule(1, decimal("10"), decimal("0.12")));
        assertThat(statuses()).containsExactly(TradeStatus.BE, TradeStatus.LOSS, TradeStatus.BE, TradeStatus.BE);
        commit(done("EUSDT", NOON.plusSeconds(1), "9"));
        assertThat(statuses()).endsWith(TradeStatus.BE);
        assertStatisticsAreThoseOfTheTrades();

        restart();
        assertThat(journal().rules().current()).isEqualTo(rule);
        journal().rules().change(BigDecimal.ZERO, BigDecimal.ZERO);
        assertThat(statuses()).containsExactly(TradeStatus.WIN, TradeStatus.LOSS, TradeStatus.BE, TradeStatus.LOSS, TradeStatus.WIN);
        assertStatisticsAreThoseOfTheTrades();
    }

    @Test
    void sumsFollowEachClosedTradeAlsoWhenItsFiguresChange() {
        var trade = risked(done("AUSDT", NOON, "30"), "20");
        commit(trade, done("BUSDT", NOON, "-4.5"));

        assertThat(journal().reader().statistics(of(ACCOUNT))).singleElement().satisfies(sums -> {
            assertThat(sums.currency()).isEqualTo("USDT");
            assertThat(sums.totals().net()).isEqualByComparingTo("25.5");
            // 30 / 20, on a stop that was planned
            assertThat(sums.r().sum()).isEqualByComparingTo("1.5");
            assertThat(sums.r().count()).isEqualTo(1);
            assertThat(sums.estimatedR().count()).isZero();
        });

        commit(trade.with(result("-10")).with(TradeStatus.LOSS));
        assertStatisticsAreThoseOfTheTrades();
        assertThat(journal().reader().statistics(of(ACCOUNT)).getFirst().totals())
                .isEqualTo(new Totals(0, 2, 0, decimal("-14.5")));
    }

    @Test
    void aListIsNarrowedByWhatIsAskedAndPagedWithoutGapOrDoubling() {
        var trades = new ArrayList<Trade>();
        for (int i = 0; i < 25; i++) {
            // five at the same moment: their ids order them
            trades.add(done("S" + i % 3 + "USDT", NOON.plusSeconds(i / 5), i % 2 == 0 ? "7" : "-7", i));
        }
        commit(trades.toArray(Trade[]::new));
        var reader = journal().reader();

        assertThat(reader.trades(TradeQuery.newest(TradeFilter.none().withSymbol("S1USDT"), 100))).hasSize(8);
        assertThat(reader.trades(TradeQuery.newest(TradeFilter.none().withText("s1u"), 100))).hasSize(8);
        assertThat(reader.trades(TradeQuery.newest(TradeFilter.none().withText("nothing"), 100))).isEmpty();
        assertThat(reader.trades(TradeQuery.newest(TradeFilter.none().withStatuses(Set.of(TradeStatus.LOSS, TradeStatus.BE)), 100)))
                .hasSize(12);
        assertThat(reader.trades(TradeQuery.newest(TradeFilter.none().withNet(Range.from(decimal("7"))), 100))).hasSize(13);
        assertThat(reader.trades(TradeQuery.newest(TradeFilter.none().withOpened(Range.between(NOON, NOON.plusSeconds(1))), 100)))
                .hasSize(10);

        var seen = new ArrayList<Trade>();
        var page = new TradeQuery(TradeFilter.none(), empty(), true, OptionalInt.of(4));
        for (var found = reader.trades(page); !found.isEmpty(); found = reader.trades(page)) {
            seen.addAll(found);
            page = page.after(found.getLast());
        }
        assertThat(seen).isEqualTo(reader.trades(new TradeQuery(empty(), empty(), true, OptionalInt.empty())));
        assertThat(seen).containsExactlyInAnyOrderElementsOf(trades);
    }

    @Test
    void rangesAreNarrowedAndPagedWithWhateverElseIsAsked() {
        var trades = new ArrayList<Trade>();
        for (int i = 0; i < 12; i++) {
            trades.add(risked(done("S" + i % 3 + "USDT", NOON.plusSeconds(60L * i), Integer.toString(i - 4), i), "2"));
        }
        commit(trades.toArray(Trade[]::new));

        // each closes 60 s after its opening: numbers 3, 4 and 5
        var closed = TradeFilter.none().withClosed(Range.between(NOON.plusSeconds(240), NOON.plusSeconds(360)));
        assertThat(found(closed)).containsExactly(trades.get(5), trades.get(4), trades.get(3));
        assertThat(found(closed.withAccount(ACCOUNT).withSymbol("S1USDT"))).containsExactly(trades.get(4));
        // net of -4 to 7 at a risk of 2: 1.5 R and more from a net of 3 on
        assertThat(found(TradeFilter.none().withRMultiple(Range.from(decimal("1.5"))))).hasSize(5);
        assertThat(found(TradeFilter.none().withNet(Range.between(decimal("-4"), decimal("-3.5"))).withStatuses(Set.of(TradeStatus.LOSS))))
                .containsExactly(trades.getFirst());
        assertThat(found(TradeFilter.none().withCertainty(Certainty.PROVISIONAL).withText("s2"))).hasSize(4);

        var page = TradeQuery.newest(closed, 2);
        assertThat(journal().reader().trades(page.after(trades.get(4)))).containsExactly(trades.get(3));
    }

    @Test
    void tradesAreFoundByWhatTheUserNoted() {
        var noted = done("BTCUSDT", NOON, "5");
        var tagged = done("ETHUSDT", NOON.plusSeconds(1), "5");
        commit(noted, tagged, done("XRPUSDT", NOON.plusSeconds(2), "5"));
        journal().annotations().write(noted.id(), Note.of("Too LATE, after the news \u00C4"));
        journal().annotations().tag(tagged.id(), "News");

        assertThat(found(TradeFilter.none().withText("news"))).containsExactly(tagged, noted);
        assertThat(found(TradeFilter.none().withText("\u00E4"))).containsExactly(noted);
        assertThat(found(TradeFilter.none().withText("news").withSymbol("ETHUSDT"))).containsExactly(tagged);
    }

    private List<Trade> found(TradeFilter filter) {
        return journal().reader().trades(TradeQuery.newest(filter, 100));
    }

    @Test
    void aReadingThatNobodyWantsAnyMoreEnds() {
        var cancellation = new Cancellation();
        cancellation.cancel();

        assertThatThrownBy(() -> journal().reader().trades(TradeQuery.all(), cancellation)).isInstanceOf(CancellationException.class);
        assertThat(journal().reader().trades(TradeQuery.all())).isEmpty();
    }

    @Test
    void whatAnAccountCallsOneRIsKept() {
        var account = new Account(new AccountId("a1"), "Main", "bitget", Environment.PRACTICE, of(URI.create("http://127.0.0.1:8080")),
                "classic", "mark", false, false, BEGINNING);
        var fixed = account.withRiskUnit(of(new RiskUnit.Fixed(new Money(decimal("25.000000000000000001"), "USDT"))));
        journal().accounts().put(fixed);
        restart();
        assertThat(journal().accounts().all()).containsExactly(fixed);

        var part = account.withRiskUnit(of(new RiskUnit.OfEquity(decimal("0.5"))));
        journal().accounts().put(part);
        restart();
        assertThat(journal().accounts().all()).containsExactly(part);
    }

    private List<TradeStatus> statuses() {
        return journal().reader().trades(TradeQuery.all()).stream().sorted((a, b) -> a.slot().instrument().compareTo(b.slot().instrument()))
                .map(Trade::status).toList();
    }

    /** Kept step by step, they are what adding up all trades gives. */
    private void assertStatisticsAreThoseOfTheTrades() {
        var sums = Totals.none();
        for (var trade : journal().reader().trades(TradeQuery.all())) {
            sums = sums.with(trade);
        }
        assertThat(journal().reader().statistics(of(ACCOUNT)).getFirst().totals()).isEqualTo(sums);
    }

    void commit(Trade... trades) {
        var stored = load();
        store().commit(new JournalBatch(stored.revision(), stored.book(), List.of(), List.of(trades)));
    }

    static Result result(String gross) {
        return new Result(decimal(gross), empty(), BigDecimal.ZERO, BigDecimal.ZERO, empty(), empty(), empty(), List.of());
    }

    static Trade done(String instrument, Instant at, String gross) {
        return done(instrument, at, gross, 0);
    }

    static Trade done(String instrument, Instant at, String gross, int micros) {
        var opened = opened(slot(instrument), at.plus(Duration.ofNanos(0)), "1");
        var own = opened(slot(instrument), at.plusNanos(micros * 1_000_000L), "1").trade();
        var exit = new Exit(of(decimal("68010.2")), Exit.Basis.MARK, at.plusSeconds(60));
        var trade = closed(opened, at.plusSeconds(60)).trade();
        return new Trade(own.id(), own.fingerprint(), trade.source(), trade.slot(), own.positionId(), at, trade.status(), trade.certainty(),
                trade.terms(), trade.result(), Optional.of(exit), false, List.of())
                .closed(exit, Certainty.PROVISIONAL, trade.terms(), result(gross), false);
    }

    /** With a planned stop at which one unit, held long from 68000.1, loses that much. */
    static Trade risked(Trade trade, String amount) {
        var stop = decimal("68000.1").subtract(decimal(amount)).multiply(BigDecimal.ONE);
        return trade.with(Risk.none().with(ProtectionKind.STOP_LOSS, new ProtectionMove(NOON, ProtectionSource.PLANNED, of(stop))));
    }
}
