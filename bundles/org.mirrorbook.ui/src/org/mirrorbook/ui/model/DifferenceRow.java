package org.mirrorbook.ui.model;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.osgi.util.NLS;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.reconciliation.Difference;

/**
 * One figure on which the journal and the exchange do not agree; the first row of a life names it. A life that only one of them has is a
 * row of its own.
 */
public record DifferenceRow(Difference difference, List<Cell> cells) implements Row {

    private static final Set<String> MONEY = Set.of("totalPnl", "openFee", "closeFee", "funding", "netPnl");

    public DifferenceRow {
        requireNonNull(difference);
        cells = List.copyOf(cells);
    }

    /** The columns, in their order; figures of the exchange stand under its name. */
    public static List<ColumnSpec> columns(String exchange) {
        return List.of(ColumnSpec.words(Messages.DifferenceRow_what, 132, 1), ColumnSpec.words(Messages.DifferenceRow_trade, 140, 2),
                ColumnSpec.words(Messages.DifferenceRow_closed, 100, 0), ColumnSpec.words(Messages.DifferenceRow_field, 104, 1),
                ColumnSpec.figures(Messages.DifferenceRow_journal, 120, 2), ColumnSpec.figures(exchange, 120, 2),
                ColumnSpec.figures(Messages.DifferenceRow_by, 108, 2));
    }

    /** All rows of these differences. */
    public static List<DifferenceRow> of(List<Difference> differences, String exchange, Figures figures, Instant now) {
        return differences.stream().flatMap(difference -> rows(difference, exchange, figures, now).stream()).toList();
    }

    private static List<DifferenceRow> rows(Difference difference, String exchange, Figures figures, Instant now) {
        var slot = difference.slot();
        var life = List.of(what(difference, exchange), Cell.of(slot.instrument() + " " + slot.side().name()),
                Cell.of(difference.closedAt().map(at -> figures.opened(at, now)).orElse(Messages.DifferenceRow_open)));
        if (difference.fields().isEmpty()) {
            return List.of(whole(difference, life, figures));
        }
        var rows = new ArrayList<DifferenceRow>();
        var again = List.of(Cell.of(""), Cell.of(""), Cell.of(""));
        for (var field : difference.fields()) {
            boolean money = MONEY.contains(field.name());
            rows.add(row(difference, rows.isEmpty() ? life : again, name(field.name()), field.journal(), field.exchange(), money, figures));
        }
        return rows;
    }

    private static Cell what(Difference difference, String exchange) {
        return switch (difference.kind()) {
            case FIGURES -> Cell.of(Messages.DifferenceRow_figures).with(Shape.DIFFERENT).in(Tone.WARN);
            case ONLY_EXCHANGE -> Cell.of(NLS.bind(Messages.DifferenceRow_onlyExchange, exchange)).with(Shape.PLUS).in(Tone.WARN);
            case ONLY_JOURNAL -> Cell.of(Messages.DifferenceRow_onlyJournal).with(Shape.MINUS).in(Tone.WARN);
        };
    }

    /** A life that one side lacks: told by what it came to, or by its size while it is open. */
    private static DifferenceRow whole(Difference difference, List<Cell> life, Figures figures) {
        boolean ended = difference.closedAt().isPresent();
        var journal = difference.trade().map(trade -> ended ? trade.result().net() : trade.terms().quantity());
        var exchange = ended ? difference.record().map(record -> record.reportedNet().orElseGet(record::net))
                : difference.row().map(PositionRow::size);
        return row(difference, life, ended ? Messages.Field_net : Messages.Field_size, journal, exchange, ended, figures);
    }

    private static DifferenceRow row(Difference difference, List<Cell> life, String field, Optional<BigDecimal> journal,
            Optional<BigDecimal> exchange, boolean money, Figures figures) {
        var cells = new ArrayList<>(life);
        cells.add(Cell.of(field));
        cells.add(Cell.of(figures.orAbsent(journal, value -> money ? figures.exact(value) : figures.size(value))));
        cells.add(Cell.of(figures.orAbsent(exchange, value -> money ? figures.exact(value) : figures.size(value))));
        var by = exchange.flatMap(there -> journal.map(there::subtract));
        cells.add(by.map(off -> Cell.of((off.signum() > 0 ? "+" : "") + (money ? figures.exact(off) : figures.size(off))).in(Tone.WARN)
                .bold()).orElse(Cell.of(Figures.ABSENT)));
        return new DifferenceRow(difference, cells);
    }

    private static String name(String field) {
        return switch (field) {
            case "quantity" -> Messages.Field_size;
            case "effectiveEntry" -> Messages.Field_entry;
            case "exitPrice" -> Messages.Field_exit;
            case "totalPnl" -> Messages.Field_gross;
            case "openFee" -> Messages.Field_openFee;
            case "closeFee" -> Messages.Field_closeFee;
            case "funding" -> Messages.Field_funding;
            case "netPnl" -> Messages.Field_net;
            default -> field;
        };
    }
}
