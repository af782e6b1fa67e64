package org.mirrorbook.tests.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mirrorbook.tests.journal.Lives.ACCOUNT;
import static org.mirrorbook.tests.journal.Lives.decimal;
import static org.mirrorbook.tests.journal.Lives.opened;
import static org.mirrorbook.tests.journal.Lives.slot;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;

import org.mirrorbook.domain.journal.Standing;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.journal.TradeStatus;
import org.mirrorbook.domain.money.Money;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.risk.ProtectionSource;
import org.mirrorbook.domain.risk.Risk;
import org.mirrorbook.domain.statistics.Totals;
import org.mirrorbook.journal.Annotations.Marks;
import org.mirrorbook.journal.Annotations.Note;
import org.mirrorbook.journal.Cancellation;
import org.mirrorbook.journal.TradeFilter;
import org.mirrorbook.journal.TradeIndex;
import org.mirrorbook.journal.TradeQuery;
import org.mirrorbook.journal.TradeSort;
import org.mirrorbook.journal.TradeSort.Key;

/** What every store owes a table of very many trades: their order, any of their pages, and what those of a filter come to. */
abstract class TradeTableContract extends WiderJournalContract {

    private static final Instant NOON = Instant.parse("2025-10-26T12:00:00.000001Z");

    @Test
    void theOrderOfAllTradesIsThatOfTheirFiguresByEachKey() {
        var trades = new ArrayList<Trade>();
        for (int i = 0; i < 12; i++) {
            trades.add(done("S" + i % 5 + "USDT", NOON.plusSeconds(i / 3), Integer.toString(i * 7 % 5 - 2), i));
        }
        // one of which the multiple is known, and one that is open
        trades.set(4, risked(trades.get(4), "2"));
        trades.add(opened(slot("OPENUSDT"), NOON.minusSeconds(5), "3").trade());
        commit(trades.toArray(Trade[]::new));

        for (var key : Key.values()) {
            for (var sort : List.of(new TradeSort(key, true), new TradeSort(key, false))) {
                assertThat(idsOf(index(TradeFilter.none(), sort))).as(sort.toString())
                        .isEqualTo(trades.stream().sorted(sort.comparator()).map(Trade::id).toList());
            }
        }
    }

    @Test
    void whatIsFoundByNotesStandsAtItsPlaceAmongWhatIsFoundByName() {
        var trades = new ArrayList<Trade>();
        for (int i = 0; i < 9; i++) {
            trades.add(done(i % 3 == 0 ? "NEWSUSDT" : "BTCUSDT", NOON.plusSeconds(i), Integer.toString(i - 4), i));
        }
        commit(trades.toArray(Trade[]::new));
        journal().annotations().write(trades.get(1).id(), Note.of("before the news"));
        // found both ways, and there once
        journal().annotations().write(trades.get(6).id(), Note.of("news again"));
        var filter = TradeFilter.none().withText("news");

        assertThat(idsOf(index(filter, TradeSort.NEWEST))).containsExactly(ids(trades, 6, 3, 1, 0));
        // net: -4, -3, -1, 2
        assertThat(idsOf(index(filter, new TradeSort(Key.NET, false)))).containsExactly(ids(trades, 0, 1, 3, 6));
        assertThat(journal().reader().passing(filter, List.of(trades.get(1).id(), trades.get(2).id(), trades.get(3).id())))
                .containsExactlyInAnyOrder(ids(trades, 1, 3));
        assertThat(journal().reader().totals(filter, new Cancellation())).singleElement()
                .satisfies(sums -> assertThat(sums.closed()).isEqualTo(new Totals(1, 3, 0, decimal("-6"))));
    }

    @Test
    void aFilterNarrowsByTagsSetupsAndSeveralAccounts() {
        var tagged = done("BTCUSDT", NOON, "1");
        var entered = done("ETHUSDT", NOON.plusSeconds(1), "2");
        var both = done("XRPUSDT", NOON.plusSeconds(2), "3");
        commit(tagged, entered, both, done("ADAUSDT", NOON.plusSeconds(3), "4"));
        journal().annotations().tag(tagged.id(), "News");
        journal().annotations().tag(both.id(), "news");
        for (var trade : List.of(entered, both)) {
            journal().annotations().write(trade.id(), new Note("", "Breakout", OptionalInt.empty(), "", ""));
        }

        assertThat(found(TradeFilter.none().withTags(Set.of("NEWS")))).containsExactly(both.id(), tagged.id());
        assertThat(found(TradeFilter.none().withSetups(Set.of("breakout")))).containsExactly(both.id(), entered.id());
        var narrow = TradeFilter.none().withTags(Set.of("news")).withSetups(Set.of("Breakout"));
        assertThat(found(narrow)).containsExactly(both.id());
        assertThat(found(TradeFilter.none().withTags(Set.of("news")).withText("btc"))).containsExactly(tagged.id());
        assertThat(found(TradeFilter.none().withTags(Set.of("none")))).isEmpty();
        assertThat(journal().reader().trades(TradeQuery.newest(narrow, 10))).containsExactly(both);
        assertThat(found(TradeFilter.none().withAccounts(Set.of(ACCOUNT, new AccountId("a2"))))).hasSize(4);
        assertThat(found(TradeFilter.none().withAccounts(Set.of(new AccountId("a2"), new AccountId("a3"))))).isEmpty();
        assertThat(found(TradeFilter.none().withEnvironments(Set.of(Environment.LIVE)))).isEmpty();
        assertThat(found(TradeFilter.none().withEnvironments(Set.of(Environment.PRACTICE, Environment.DEMO)))).hasSize(4);
    }

    @Test
    void aFilterNarrowsByTheStopOfRAndByWhatWasPutRight() {
        var planned = risked(done("BTCUSDT", NOON, "3"), "2");
        var estimated = done("ETHUSDT", NOON.plusSeconds(1), "5").with(Risk.none().withOneR(new Money(decimal("10"), "USDT")));
        var corrected = done("XRPUSDT", NOON.plusSeconds(2), "1").with(Standing.CORRECTED);
        commit(planned, estimated, corrected);

        assertThat(found(TradeFilter.none().withRiskSources(Set.of(ProtectionSource.PLANNED)))).containsExactly(planned.id());
        assertThat(found(TradeFilter.none().withRiskSources(Set.of(ProtectionSource.ESTIMATED, ProtectionSource.PLANNED))))
                .containsExactly(estimated.id(), planned.id());
        assertThat(found(TradeFilter.none().withCorrected(true))).containsExactly(corrected.id());
    }

    @Test
    void whatAFilterComesToIsAddedUpByPurseAndKindOfR() {
        var open = opened(slot("OPENUSDT"), NOON, "3").trade();
        commit(risked(done("AUSDT", NOON, "30"), "20"), risked(done("BUSDT", NOON, "-8"), "10"), done("CUSDT", NOON, "0"),
                done("DUSDT", NOON, "5").with(Risk.none().withOneR(new Money(decimal("10"), "USDT"))), open);

        assertThat(journal().reader().count()).isEqualTo(5);
        assertThat(journal().reader().totals(TradeFilter.none(), new Cancellation())).singleElement().satisfies(sums -> {
            assertThat(sums.environment()).isEqualTo(Environment.PRACTICE);
            assertThat(sums.currency()).isEqualTo("USDT");
            assertThat(sums.count()).isEqualTo(5);
            assertThat(sums.open()).isEqualTo(1);
            // 0.02 unrealised and a fee of 0.0412
            assertThat(sums.openNet()).isEqualByComparingTo(open.result().net()).isEqualByComparingTo("-0.0212");
            // 30 - 8 + 0 + 5
            assertThat(sums.closed()).isEqualTo(new Totals(2, 1, 1, decimal("27")));
            assertThat(sums.won()).isEqualByComparingTo("35");
            assertThat(sums.lost()).isEqualByComparingTo("-8");
            assertThat(sums.fees()).isEqualByComparingTo("-0.0412");
            // 30 / 20 - 8 / 10
            assertThat(sums.r().sum()).isEqualByComparingTo("0.7");
            assertThat(sums.r().count()).isEqualTo(2);
            assertThat(sums.estimatedR().sum()).isEqualByComparingTo("0.5");
            assertThat(sums.estimatedR().count()).isEqualTo(1);
        });
        assertThat(journal().reader().totals(TradeFilter.none().withStatuses(Set.of(TradeStatus.LOSS)), new Cancellation()))
                .singleElement().satisfies(sums -> assertThat(sums.closed().net()).isEqualByComparingTo("-8"));
        assertThat(journal().reader().totals(TradeFilter.none().withText("nowhere"), new Cancellation())).isEmpty();
    }

    @Test
    void tradesAreReadByTheirIdsInTheOrderOfTheAskingAndWithdrawnOnesAreNot() {
        var one = done("AUSDT", NOON, "1");
        var two = done("BUSDT", NOON, "2");
        var gone = done("CUSDT", NOON, "3");
        commit(one, two, gone);
        commit(gone.with(Standing.WITHDRAWN));

        assertThat(journal().reader().trades(List.of(two.id(), gone.id(), new TradeId("nobody"), one.id()))).containsExactly(two, one);
        assertThat(journal().reader().count()).isEqualTo(2);
        assertThat(found(TradeFilter.none())).hasSize(2);
    }

    @Test
    void theMarksOfManyTradesAreReadTogether() {
        var noted = done("AUSDT", NOON, "1");
        var pictured = done("BUSDT", NOON, "2");
        var plain = done("CUSDT", NOON, "3");
        commit(noted, pictured, plain);
        var annotations = journal().annotations();
        annotations.write(noted.id(), new Note("why", "Pullback", OptionalInt.of(4), "late", "calm"));
        annotations.tag(noted.id(), "h4");
        annotations.tag(noted.id(), "Day");
        annotations.attach(pictured.id(), "chart.png", "image/png", "x".getBytes(StandardCharsets.UTF_8));

        var marks = annotations.marks(List.of(noted.id(), pictured.id(), plain.id()));

        assertThat(marks).containsOnlyKeys(noted.id(), pictured.id());
        assertThat(marks.get(noted.id())).isEqualTo(new Marks(true, new Note("", "Pullback", OptionalInt.of(4), "late", "calm"),
                List.of("Day", "h4"), 0));
        assertThat(marks.get(pictured.id())).isEqualTo(new Marks(false, Note.none(), List.of(), 1));
        assertThat(annotations.setups()).containsExactly("Pullback");
    }

    @Test
    void anOrderAndASumThatNobodyWantsAnyMoreEnd() {
        commit(done("AUSDT", NOON, "1"));
        var cancellation = new Cancellation();
        cancellation.cancel();

        assertThatThrownBy(() -> journal().reader().index(TradeFilter.none(), TradeSort.NEWEST, cancellation))
                .isInstanceOf(CancellationException.class);
        assertThatThrownBy(() -> journal().reader().totals(TradeFilter.none(), cancellation)).isInstanceOf(CancellationException.class);
    }

    private List<TradeId> found(TradeFilter filter) {
        return idsOf(index(filter, TradeSort.NEWEST));
    }

    private TradeIndex index(TradeFilter filter, TradeSort sort) {
        return journal().reader().index(filter, sort, new Cancellation());
    }

    private static List<TradeId> idsOf(TradeIndex index) {
        return index.ids(0, index.size());
    }

    private static TradeId[] ids(List<Trade> trades, int... numbers) {
        return Arrays.stream(numbers).mapToObj(number -> trades.get(number).id()).toArray(TradeId[]::new);
    }
}
