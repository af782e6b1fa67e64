package org.mirrorbook.domain.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.journal.Standing;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.lifecycle.Book;
import org.mirrorbook.domain.lifecycle.Observation;
import org.mirrorbook.domain.lifecycle.Observation.ClosingRecordSeen;
import org.mirrorbook.domain.lifecycle.Observation.SnapshotSeen;
import org.mirrorbook.domain.lifecycle.PositionLifecycle;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.position.IdScope;
import org.mirrorbook.domain.position.LifeMark;
import org.mirrorbook.domain.position.MarginMode;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.Product;
import org.mirrorbook.domain.position.RowFigures;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.domain.position.Slot;
import org.mirrorbook.domain.reconciliation.Difference.Field;
import org.mirrorbook.domain.reconciliation.Difference.Kind;

/** The journal beside the venue's books, with trades as the lifecycle makes them. */
@DisplayName("A comparison with the venue's books")
class BooksComparisonTest {

    private static final AccountId ACCOUNT = new AccountId("a1");
    private static final Scope USDT = new Scope(ACCOUNT, "bitget", Environment.LIVE, new Product("USDT-FUTURES", false));
    private static final Slot LONG = new Slot(USDT, "BTCUSDT", Side.LONG, MarginMode.CROSSED, "USDT");
    private static final Instant EIGHT = Instant.parse("2026-03-02T08:00:00Z");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final PositionLifecycle lifecycle = new PositionLifecycle();
    private final Map<TradeId, Trade> journal = new LinkedHashMap<>();
    private Book book = Book.empty(ACCOUNT, EIGHT);

    private void seen(Observation... observations) {
        for (var observation : observations) {
            var done = lifecycle.apply(book, observation);
            done.trades().forEach(trade -> journal.put(trade.id(), trade));
            book = done.after();
        }
    }

    private static Instant at(int minutes) {
        return EIGHT.plus(Duration.ofMinutes(minutes));
    }

    /** Of a life of two pieces from 100 to 110: gross 20, fees -0.1 and -0.2, funding 0.05. */
    private static ClosingRecord record(String id, int opened, int closed) {
        return new ClosingRecord(LONG, LifeMark.ofLife(id, at(opened)), at(closed), dec("100"), dec("110"), dec("2"), dec("2"), dec("20"),
                dec("-0.1"), dec("-0.2"), dec("0.05"), Optional.of(dec("19.75")));
    }

    private static ClosingRecord with(ClosingRecord record, String gross, String closeFee, Optional<BigDecimal> net) {
        return new ClosingRecord(record.slot(), record.life(), record.closedAt(), record.openAverage(), record.closeAverage(),
                record.openSize(), record.closeSize(), dec(gross), record.openFee(), dec(closeFee), record.funding(), net);
    }

    private static PositionRow row(String id, int opened, String size, String entry) {
        return new PositionRow(LONG, LifeMark.ofLife(id, at(opened)), dec(size), dec(entry), RowFigures.none(), at(opened));
    }

    private static SnapshotSeen snapshot(int minute, PositionRow... rows) {
        return new SnapshotSeen(USDT, 1, at(minute), at(minute), List.of(rows));
    }

    private static BigDecimal dec(String value) {
        return new BigDecimal(value);
    }

    private Comparison compare(List<ClosingRecord> ended, PositionRow... open) {
        return BooksComparison.of(ACCOUNT, EIGHT, NOON, journal.values(), Map.of(USDT, new VenueBooks(ended, List.of(open))));
    }

    private static ClosingRecordSeen told(ClosingRecord record) {
        return new ClosingRecordSeen(record, record.closedAt());
    }

    @Test
    @DisplayName("is equal where each life has the figures of its record, and what is open its size and average")
    void equal() {
        seen(snapshot(1), told(record("7", 2, 10)), told(record("8", 20, 30)), snapshot(40, row("9", 40, "3", "105.00001")));

        var comparison = compare(List.of(record("8", 20, 30), record("7", 2, 10), record("7", 2, 10)), row("9", 40, "3", "105"));

        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.equal()).isTrue();
        assertThat(comparison.compared()).isEqualTo(3);
    }

    @Test
    @DisplayName("adds up what the ended lives come to on each side, and counts what is open")
    void nets() {
        seen(snapshot(1), told(record("7", 2, 10)), told(record("8", 20, 30)), snapshot(40, row("9", 40, "3", "105")));
        var theirs = with(record("7", 2, 10), "21", "-0.3", Optional.of(dec("20.65")));

        var comparison = compare(List.of(theirs, record("6", 12, 15)), row("9", 40, "3", "105"));

        // ours: two lives of 19.75; theirs: 21 - 0.1 - 0.3 + 0.05 = 20.65 and one of 19.75 that the journal lacks
        assertThat(comparison.nets()).singleElement().satisfies(net -> {
            assertThat(net.coin()).isEqualTo("USDT");
            assertThat(net.journal()).isEqualByComparingTo("39.5");
            assertThat(net.exchange()).isEqualByComparingTo("40.4");
            assertThat(net.difference()).isEqualByComparingTo("0.9");
        });
        assertThat(comparison.open()).isEqualTo(1);
        assertThat(comparison.count(Kind.FIGURES)).isEqualTo(1);
        assertThat(comparison.count(Kind.ONLY_EXCHANGE)).isEqualTo(1);
        assertThat(comparison.count(Kind.ONLY_JOURNAL)).isEqualTo(1);
    }

    @Test
    @DisplayName("names each figure that differs, with both values and the record as evidence")
    void figures() {
        seen(snapshot(1), told(record("7", 2, 10)));
        var theirs = with(record("7", 2, 10), "21", "-0.3", Optional.of(dec("20.65")));

        var difference = compare(List.of(theirs)).differences().getFirst();

        assertThat(difference.kind()).isEqualTo(Kind.FIGURES);
        assertThat(difference.record()).contains(theirs);
        assertThat(difference.trade()).contains(journal.values().iterator().next());
        // ours: 20 - 0.1 - 0.2 + 0.05 = 19.75
        assertThat(difference.fields()).containsExactly(new Field("totalPnl", Optional.of(dec("20")), Optional.of(dec("21"))),
                new Field("closeFee", Optional.of(dec("-0.2")), Optional.of(dec("-0.3"))),
                new Field("netPnl", Optional.of(dec("19.75")), Optional.of(dec("20.65"))));
    }

    @Test
    @DisplayName("forgives a net that is off by the rounding of its four parts, and nothing more")
    void rounding() {
        seen(snapshot(1), told(record("7", 2, 10)));

        // 2e-8 off, then 3e-8
        assertThat(compare(List.of(with(record("7", 2, 10), "20", "-0.2", Optional.of(dec("19.75000002"))))).equal()).isTrue();
        assertThat(compare(List.of(with(record("7", 2, 10), "20", "-0.2", Optional.of(dec("19.75000003"))))).differences())
                .singleElement().satisfies(difference -> assertThat(difference.fields()).extracting(Field::name).containsExactly("netPnl"));
    }

    @Test
    @DisplayName("has what only one side knows, oldest close first and what is open last")
    void oneSided() {
        seen(snapshot(1), told(record("7", 2, 10)), told(record("8", 20, 30)), snapshot(40, row("9", 40, "3", "105")));
        var unknown = record("6", 12, 15);

        var comparison = compare(List.of(unknown, record("8", 20, 30)));

        assertThat(comparison.differences()).extracting(Difference::kind)
                .containsExactly(Kind.ONLY_JOURNAL, Kind.ONLY_EXCHANGE, Kind.ONLY_JOURNAL);
        assertThat(comparison.differences()).extracting(Difference::closedAt)
                .containsExactly(Optional.of(at(10)), Optional.of(at(15)), Optional.empty());
        assertThat(comparison.differences().get(1).record()).contains(unknown);
        // 7, 6, 8 and the open one
        assertThat(comparison.compared()).isEqualTo(4);
    }

    @Test
    @DisplayName("has a position that only the venue shows, and one whose size is another")
    void open() {
        seen(snapshot(1), snapshot(40, row("9", 40, "3", "105")));

        var other = compare(List.of(), row("9", 40, "2", "105"));
        assertThat(other.differences()).singleElement().satisfies(difference -> {
            assertThat(difference.kind()).isEqualTo(Kind.FIGURES);
            assertThat(difference.fields()).containsExactly(new Field("quantity", Optional.of(dec("3")), Optional.of(dec("2"))));
            assertThat(difference.row()).isPresent();
        });

        journal.clear();
        assertThat(compare(List.of(), row("9", 40, "2", "105"), row("9", 40, "0", "0")).differences()).singleElement()
                .extracting(Difference::kind).isEqualTo(Kind.ONLY_EXCHANGE);
    }

    @Test
    @DisplayName("does not miss at the venue what ended a moment ago and may be listed late, but after ten minutes it does")
    void patience() {
        // noon is minute 240
        seen(snapshot(1), snapshot(100, row("9", 100, "3", "105")), snapshot(231));
        assertThat(compare(List.of()).differences()).isEmpty();
        assertThat(compare(List.of()).compared()).isZero();

        journal.clear();
        assertThat(compare(List.of(record("5", 200, 240))).differences()).singleElement().extracting(Difference::kind)
                .isEqualTo(Kind.ONLY_EXCHANGE);

        book = Book.empty(ACCOUNT, EIGHT);
        seen(snapshot(1), snapshot(100, row("9", 100, "3", "105")), snapshot(229));
        assertThat(compare(List.of()).differences()).singleElement().extracting(Difference::kind).isEqualTo(Kind.ONLY_JOURNAL);
    }

    @Test
    @DisplayName("finds the record of a close that was never confirmed, also where the record's id is in no row")
    void unconfirmed() {
        var unmarked = new LifeMark(Optional.empty(), IdScope.NONE, Optional.empty(), false);
        seen(snapshot(1), snapshot(100, new PositionRow(LONG, unmarked, dec("2"), dec("100"), RowFigures.none(), at(100))), snapshot(130));
        var record = record("77", 0, 129);

        var difference = compare(List.of(record)).differences();

        assertThat(difference).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(Kind.FIGURES);
            assertThat(one.record()).contains(record);
            assertThat(one.fields()).extracting(Field::name).contains("exitPrice", "openFee", "netPnl");
        });
    }

    @Test
    @DisplayName("has a life that the journal believes to be open and the venue's history ends as one difference")
    void endedUnseen() {
        seen(snapshot(1), snapshot(100, row("9", 100, "2", "100")));

        var differences = compare(List.of(record("9", 100, 120))).differences();

        assertThat(differences).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(Kind.FIGURES);
            assertThat(one.trade().orElseThrow().isOpen()).isTrue();
            assertThat(one.closedAt()).contains(at(120));
        });
    }

    @Test
    @DisplayName("shows the second of two trades that one record is about")
    void doubled() {
        seen(snapshot(1), told(record("7", 2, 10)));
        var real = journal.values().iterator().next();
        var twin = new TradeId("double");
        journal.put(twin, new Trade(twin, real.fingerprint(), real.source(), LONG, Optional.empty(), at(3), real.status(),
                real.certainty(), real.terms(), real.result(), real.exit(), true, real.executions()));

        assertThat(compare(List.of(record("7", 2, 10))).differences()).singleElement().satisfies(one -> {
            assertThat(one.kind()).isEqualTo(Kind.ONLY_JOURNAL);
            assertThat(one.trade().orElseThrow().id()).isEqualTo(twin);
        });
    }

    @Test
    @DisplayName("leaves out withdrawn trades, closes before its beginning, and scopes that were not asked")
    void leftOut() {
        seen(snapshot(1), told(record("7", 2, 10)));
        journal.replaceAll((id, trade) -> trade.with(Standing.WITHDRAWN));
        assertThat(compare(List.of()).compared()).isZero();

        journal.replaceAll((id, trade) -> trade.with(Standing.REPORTED));
        var later = BooksComparison.of(ACCOUNT, at(11), NOON, journal.values(),
                Map.of(USDT, new VenueBooks(List.of(record("6", 1, 9)), List.of())));
        assertThat(later.compared()).isZero();
        assertThat(BooksComparison.of(ACCOUNT, EIGHT, NOON, journal.values(), Map.of()).compared()).isZero();
    }

    @Test
    @DisplayName("compares what ended before the account was mirrored where its beginning says so")
    void beforeTheBeginning() {
        var early = record("1", -90, -60);

        var comparison = BooksComparison.of(ACCOUNT, at(-120), NOON, new ArrayList<>(),
                Map.of(USDT, new VenueBooks(List.of(early), List.of())));

        assertThat(comparison.differences()).extracting(Difference::kind).containsExactly(Kind.ONLY_EXCHANGE);
    }
}
