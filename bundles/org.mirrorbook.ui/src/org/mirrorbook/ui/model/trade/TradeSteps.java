package org.mirrorbook.ui.model.trade;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.mirrorbook.domain.journal.Execution;
import org.mirrorbook.domain.journal.ExecutionKind;
import org.mirrorbook.domain.journal.Exit;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.money.Money;
import org.mirrorbook.domain.risk.ProtectionKind;
import org.mirrorbook.domain.risk.ProtectionSource;
import org.mirrorbook.ui.model.Cell;
import org.mirrorbook.ui.model.ColumnSpec;
import org.mirrorbook.ui.model.Figures;
import org.mirrorbook.ui.model.Shape;
import org.mirrorbook.ui.model.Tone;

/** The executions of a trade, and the history of its stop and target, as rows. */
public final class TradeSteps {

    /** Advance of a digit, of a mark between digits, and of a sign, in the reference font. */
    private static final int DIGIT = 7;
    private static final int MARK = 4;
    private static final int SIGN = 8;
    private static final int PADDING = 12;
    private static final int STEP = 2;

    private final Figures figures;

    public TradeSteps(Figures figures) {
        this.figures = figures;
    }

    /** Columns of the executions, as wide as these rows need. */
    public static List<ColumnSpec> columns(List<StepRow> rows) {
        return List.of(ColumnSpec.words(Messages.Step_time, width(rows, 0, 56), 0), ColumnSpec.words(Messages.Step_what, 68, 0),
                ColumnSpec.figures(Messages.Step_size, width(rows, 2, 44), 0),
                ColumnSpec.figures(Messages.Step_price, width(rows, 3, 54), 0),
                ColumnSpec.figures(Messages.Step_profit, width(rows, 4, 40), 1),
                ColumnSpec.figures(Messages.Step_fee, width(rows, 5, 42), 0).leaving(1));
    }

    /** Columns of the history of stop and target, as wide as these rows need. */
    public static List<ColumnSpec> protectionColumns(List<StepRow> rows) {
        return List.of(ColumnSpec.words(Messages.Step_time, width(rows, 0, 56), 0), ColumnSpec.words(Messages.Step_kind, 48, 0),
                ColumnSpec.figures(Messages.Step_price, width(rows, 2, 62), 0), ColumnSpec.words(Messages.Step_source, 86, 0),
                ColumnSpec.figures(Messages.Step_ifHit, width(rows, 4, 54), 1).leaving(1));
    }

    /** In steps, so that a table is not made anew for each digit. */
    private static int width(List<StepRow> rows, int column, int least) {
        int widest = rows.stream().map(row -> row.cells().get(column).text()).mapToInt(TradeSteps::width).max().orElse(0);
        return Math.max(least, (widest + PADDING + STEP - 1) / STEP * STEP);
    }

    private static int width(String text) {
        return text.chars().map(sign -> Character.isLetterOrDigit(sign) ? DIGIT : sign == '+' || sign == '\u2212' ? SIGN : MARK).sum();
    }

    /** Whether a part of it was on another day than its opening, so that times are told with theirs. */
    public boolean goesOverDays(Trade trade, Instant now) {
        var first = figures.stamp(trade.openedAt(), trade.openedAt()).length();
        return figures.stamp(trade.exit().map(Exit::closedAt).orElse(now), trade.openedAt()).length() != first
                || new ProtectionHistory(trade).entries().stream()
                        .anyMatch(entry -> figures.stamp(entry.at(), trade.openedAt()).length() != first)
                || Duration.between(trade.openedAt(), trade.exit().map(Exit::closedAt).orElse(now)).toDays() > 0;
    }

    /** Oldest first. */
    public List<StepRow> executions(Trade trade, Instant now) {
        boolean days = goesOverDays(trade, now);
        return Holding.inOrder(trade).stream().map(execution -> {
            var cells = new ArrayList<Cell>();
            cells.add(time(execution.at(), days));
            cells.add(what(execution));
            var size = figures.size(execution.quantity());
            cells.add(Cell.of(execution.kind().grows() ? size : "\u2212" + size));
            cells.add(execution.price().map(price -> Cell.of(figures.price(price))
                    .tip(execution.inferred() ? Messages.Origin_inferred : Messages.Origin_fill))
                    .orElse(Cell.of(Figures.ABSENT).tip(Messages.Origin_priceUnknown)));
            cells.add(execution.pnl().map(profit -> figures.profit(profit, trade.slot().marginCoin()).with(Shape.NONE))
                    .orElse(execution.kind().grows() ? Cell.of("")
                            : Cell.of(Figures.ABSENT).tip(Messages.Origin_profitUnknown)));
            cells.add(fee(execution, trade.slot().marginCoin()));
            return new StepRow(cells);
        }).toList();
    }

    private Cell time(Instant at, boolean days) {
        return Cell.of(days ? figures.opened(at, at) : figures.stamp(at, at)).tip(figures.moment(at));
    }

    /** The glyphs of the path: ring, up, down, square. */
    public static Cell what(Execution execution) {
        var cell = switch (execution.kind()) {
            case OPEN -> Cell.of(Messages.Step_open).with(Shape.ENTRY);
            case ADD -> Cell.of(Messages.Step_add).with(Shape.UP);
            case REDUCE -> Cell.of(Messages.Step_reduce).with(Shape.DOWN);
            case CLOSE -> Cell.of(Messages.Step_close).with(Shape.SQUARE);
        };
        return execution.inferred() ? cell.tip(Messages.Origin_inferred) : cell.tip(Messages.Origin_fill);
    }

    private Cell fee(Execution execution, String coin) {
        if (execution.fees().isEmpty()) {
            return Cell.of(Figures.ABSENT).tip(Messages.Origin_feeUnknown);
        }
        var other = execution.fees().stream().filter(fee -> !fee.currency().equals(coin)).toList();
        if (other.isEmpty()) {
            var amount = Holding.feeOf(execution, coin);
            return Cell.of(figures.money(amount, coin)).tip(figures.exact(amount) + " " + coin);
        }
        var words = execution.fees().stream().map(this::exact).collect(Collectors.joining(", "));
        return Cell.of(figures.money(other.getFirst().amount(), other.getFirst().currency())).tip(words);
    }

    private String exact(Money money) {
        return figures.exact(money.amount()) + " " + money.currency();
    }

    /** Oldest first. */
    public List<StepRow> protections(Trade trade, Instant now) {
        boolean days = goesOverDays(trade, now);
        return new ProtectionHistory(trade).entries().stream().map(entry -> new StepRow(List.of(time(entry.at(), days),
                Cell.of(entry.kind() == ProtectionKind.STOP_LOSS ? Messages.Step_stop : Messages.Step_target),
                entry.price().map(price -> Cell.of(figures.price(price))).orElse(Cell.of(Figures.ABSENT).tip(Messages.Step_takenAway)),
                source(entry), ifHit(trade, entry.ifHit())))).toList();
    }

    private static Cell source(ProtectionHistory.Entry entry) {
        var cell = switch (entry.source()) {
            case LIVE -> Cell.of(Messages.Source_live).tip(Messages.Source_live_tip);
            case PLANNED -> Cell.of(Messages.Source_planned).tip(Messages.Source_planned_tip).in(Tone.TEXT2);
            case ESTIMATED -> Cell.of(Messages.Source_estimated).tip(Messages.Source_estimated_tip).in(Tone.WARN);
        };
        if (entry.price().isEmpty()) {
            return Cell.of(NLS.bind(Messages.Source_gone, cell.text())).in(Tone.TEXT2).tip(Messages.Step_takenAway);
        }
        return entry.setsR() && entry.source() != ProtectionSource.ESTIMATED
                ? Cell.of(NLS.bind(Messages.Source_setsR, cell.text())).in(cell.tone()).tip(cell.tip() + " " + Messages.Source_setsR_tip)
                : cell;
    }

    private Cell ifHit(Trade trade, Optional<BigDecimal> amount) {
        return amount.map(gross -> figures.profit(gross, trade.slot().marginCoin()).with(Shape.NONE).tip(Messages.Step_ifHit_tip))
                .orElse(Cell.of(Figures.ABSENT).tip(Messages.Step_notHeld));
    }

    /** An execution in words, as on the path. */
    public String words(Execution execution, String coin) {
        var price = figures.orAbsent(execution.price(), figures::price);
        var line = NLS.bind(Messages.Step_words, new Object[] {what(execution).text(), figures.size(execution.quantity()), price,
                figures.moment(execution.at())});
        return execution.kind() == ExecutionKind.OPEN || execution.pnl().isEmpty() ? line
                : NLS.bind(Messages.Step_words_profit, line, figures.signed(execution.pnl().get(), coin));
    }
}
