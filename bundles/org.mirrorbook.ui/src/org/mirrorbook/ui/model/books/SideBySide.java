package org.mirrorbook.ui.model.books;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.osgi.util.NLS;
import org.mirrorbook.domain.journal.Exit;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeStatus;
import org.mirrorbook.domain.money.Money;
import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.reconciliation.Difference;
import org.mirrorbook.domain.risk.BreakEvenRule;
import org.mirrorbook.domain.statistics.RiskReading;
import org.mirrorbook.ui.model.Cell;
import org.mirrorbook.ui.model.ColumnSpec;
import org.mirrorbook.ui.model.Figures;
import org.mirrorbook.ui.model.Row;
import org.mirrorbook.ui.model.Shape;
import org.mirrorbook.ui.model.Tone;

/** Both sides of one life, figure by figure, with where each side has it from. */
public final class SideBySide {

    /** One figure on both sides. */
    public record FieldRow(String field, boolean differs, List<Cell> cells) implements Row {

        public FieldRow {
            cells = List.copyOf(cells);
        }

        @Override
        public Object key() {
            return field;
        }
    }

    private final Difference difference;
    private final Origins origins;
    private final String said;
    private final Times times;
    private final List<FieldRow> rows = new ArrayList<>();

    private SideBySide(Difference difference, Origins origins, String said, Times times) {
        this.difference = difference;
        this.origins = origins;
        this.said = said;
        this.times = times;
    }

    /** The columns, in their order; figures of the exchange stand under its name. */
    public static List<ColumnSpec> columns(String exchange) {
        return List.of(ColumnSpec.words(Messages.Sides_field, 112, 0), ColumnSpec.figures(Messages.Sides_journal, 144, 0),
                ColumnSpec.words("", 30, 0).named("sign"), ColumnSpec.figures(exchange, 144, 0),
                ColumnSpec.figures(Messages.Sides_difference, 104, 0), ColumnSpec.words(Messages.Sides_from, 192, 1),
                ColumnSpec.words(NLS.bind(Messages.Sides_said, exchange), 160, 1).leaving(1));
    }

    /**
     * @param origins where the journal has its figures from
     * @param rule by which a net counts as break-even
     * @param read when the exchange was asked
     */
    public static List<FieldRow> of(Difference difference, Origins origins, BreakEvenRule rule, Instant read, Times times) {
        boolean ended = difference.closedAt().isPresent();
        var said = NLS.bind(ended ? Messages.Sides_record : Messages.Sides_list, times.clock(read));
        var sides = new SideBySide(difference, origins, said, times);
        if (ended) {
            sides.ended(rule);
        } else {
            sides.open();
        }
        return List.copyOf(sides.rows);
    }

    private void ended(BreakEvenRule rule) {
        time("openedAt", Messages.Sides_opened, Trade::openedAt, difference.record().flatMap(record -> record.life().start()));
        time("closedAt", Messages.Sides_closed, trade -> trade.exit().map(Exit::closedAt).orElse(null),
                difference.record().map(ClosingRecord::closedAt));
        figure("quantity", Messages.Sides_wholeSize, ours(trade -> trade.terms().quantity()), theirs(ClosingRecord::openSize), Kind.SIZE);
        figure("effectiveEntry", ours(trade -> trade.terms().effectiveEntry()), theirs(ClosingRecord::openAverage), Kind.PRICE);
        figure("exitPrice", difference.trade().flatMap(Trade::exit).flatMap(Exit::price), theirs(ClosingRecord::closeAverage), Kind.PRICE);
        figure("totalPnl", ours(trade -> trade.result().total()), theirs(ClosingRecord::gross), Kind.MONEY);
        figure("openFee", difference.trade().flatMap(trade -> trade.result().openFee()), theirs(ClosingRecord::openFee), Kind.MONEY);
        figure("closeFee", difference.trade().flatMap(trade -> trade.result().closeFee()), theirs(ClosingRecord::closeFee), Kind.MONEY);
        figure("funding", ours(trade -> trade.result().funding()), theirs(ClosingRecord::funding), Kind.MONEY);
        figure("netPnl", ours(trade -> trade.result().net()), theirs(record -> record.reportedNet().orElseGet(record::net)), Kind.MONEY);
        status(rule);
    }

    private void open() {
        time("openedAt", Messages.Sides_opened, Trade::openedAt, difference.row().flatMap(row -> row.life().start()));
        figure("quantity", ours(trade -> trade.terms().quantity()), difference.row().map(PositionRow::size), Kind.SIZE);
        figure("effectiveEntry", ours(trade -> trade.terms().effectiveEntry()), difference.row().map(PositionRow::entryPrice), Kind.PRICE);
    }

    private enum Kind {
        SIZE, PRICE, MONEY
    }

    private Optional<BigDecimal> ours(Function<Trade, BigDecimal> figure) {
        return difference.trade().map(figure);
    }

    private Optional<BigDecimal> theirs(Function<ClosingRecord, BigDecimal> figure) {
        return difference.record().map(figure);
    }

    private void figure(String field, Optional<BigDecimal> ours, Optional<BigDecimal> theirs, Kind kind) {
        figure(field, FieldNames.of(field), ours, theirs, kind);
    }

    private void figure(String field, String name, Optional<BigDecimal> ours, Optional<BigDecimal> theirs, Kind kind) {
        boolean differs = difference.fields().stream().anyMatch(one -> one.name().equals(field));
        var by = differs ? ours.flatMap(one -> theirs.map(other -> other.subtract(one))) : Optional.<BigDecimal>empty();
        add(field, name, ours.map(value -> text(value, kind)), theirs.map(value -> text(value, kind)), differs,
                by.map(amount -> kind == Kind.MONEY ? Signed.exact(amount, times.figures()).bold()
                        : Cell.of(text(amount, kind)).in(Tone.WARN).bold()));
    }

    private String text(BigDecimal value, Kind kind) {
        return switch (kind) {
            case SIZE -> times.figures().size(value);
            case PRICE -> times.figures().exactPrice(value);
            case MONEY -> times.figures().exact(value);
        };
    }

    /** Times are not compared: both are shown, and a sign only where they are equal. */
    private void time(String field, String name, Function<Trade, Instant> ours, Optional<Instant> theirs) {
        var mine = difference.trade().map(ours);
        add(field, name, mine.map(times::exactly), theirs.map(times::exactly), false, Optional.empty());
        boolean equal = mine.isPresent() && mine.map(SideBySide::millis).equals(theirs.map(SideBySide::millis));
        if (!equal) {
            var cells = new ArrayList<>(rows.removeLast().cells());
            cells.set(2, Cell.empty());
            rows.add(new FieldRow(field, false, cells));
        }
    }

    private static Instant millis(Instant time) {
        return time.truncatedTo(ChronoUnit.MILLIS);
    }

    /** What the net counts as: the exchange knows no such thing, so it is judged here by the same rule. */
    private void status(BreakEvenRule rule) {
        var ours = difference.trade().map(Trade::status);
        var theirs = difference.record().filter(record -> difference.trade().isPresent()).map(record -> {
            var net = record.reportedNet().orElseGet(record::net);
            var risked = RiskReading.of(difference.trade().get()).riskAmount().map(Money::amount);
            return rule.covers(net, risked) ? TradeStatus.BE : TradeStatus.ofNet(net);
        });
        boolean differs = ours.isPresent() && theirs.isPresent() && !ours.equals(theirs);
        add("status", Messages.Sides_status, ours.map(Enum::name), theirs.map(Enum::name), differs, Optional.empty());
        var cells = new ArrayList<>(rows.removeLast().cells());
        cells.set(6, Cell.label(theirs.isPresent() ? Messages.Sides_derived : Figures.ABSENT));
        rows.add(new FieldRow("status", differs, cells));
    }

    private void add(String field, String name, Optional<String> ours, Optional<String> theirs, boolean differs, Optional<Cell> by) {
        boolean both = ours.isPresent() && theirs.isPresent();
        var sign = differs ? Cell.of("").with(Shape.DIFFERENT).in(Tone.WARN).tip(Messages.Sides_isDifferent)
                : both ? Cell.of("").with(Shape.EQUAL).in(Tone.TEXT2).tip(Messages.Sides_isEqual) : Cell.empty();
        rows.add(new FieldRow(field, differs, List.of(strong(Cell.of(name), differs), strong(value(ours), differs), sign,
                strong(value(theirs), differs), by.orElseGet(() -> Cell.label(Figures.ABSENT)),
                Cell.label(ours.isPresent() ? origins.of(field) : Figures.ABSENT),
                Cell.label(theirs.isPresent() ? said : Figures.ABSENT))));
    }

    private static Cell value(Optional<String> text) {
        return text.map(Cell::of).orElseGet(() -> Cell.label(Figures.ABSENT));
    }

    private static Cell strong(Cell cell, boolean differs) {
        return differs ? cell.bold() : cell;
    }
}
