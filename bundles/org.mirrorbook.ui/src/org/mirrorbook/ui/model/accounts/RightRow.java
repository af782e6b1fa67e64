package org.mirrorbook.ui.model.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.mirrorbook.exchange.KeyRights;
import org.mirrorbook.exchange.Right;
import org.mirrorbook.ui.model.Cell;
import org.mirrorbook.ui.model.ColumnSpec;
import org.mirrorbook.ui.model.Row;
import org.mirrorbook.ui.model.Shape;
import org.mirrorbook.ui.model.Tone;

/** A right that a key has or has not, and what Mirrorbook does about it. */
public record RightRow(List<Cell> cells) implements Row {

    public RightRow {
        cells = List.copyOf(cells);
    }

    /** The columns, in their order. */
    public static List<ColumnSpec> columns() {
        return List.of(ColumnSpec.words(Messages.Rights_right, 184, 0), ColumnSpec.words(Messages.Rights_onKey, 128, 0),
                ColumnSpec.words(Messages.Rights_does, 240, 1));
    }

    /**
     * @param rights absent while nothing is known: then each line says so
     * @param consent whether the user agreed to a key that can trade
     */
    public static List<RightRow> of(Optional<KeyRights> rights, boolean consent) {
        var known = rights.orElseGet(KeyRights::unknown);
        var rows = new ArrayList<RightRow>();
        rows.add(read(known.read()));
        rows.add(trade(known.trade(), consent));
        rows.add(money(Messages.Rights_transfer, known.transfer()));
        rows.add(money(Messages.Rights_withdraw, known.withdraw()));
        rows.add(bound(known.ips()));
        return rows;
    }

    private static RightRow read(Right right) {
        return switch (right) {
            case YES -> row(Messages.Rights_read, good(Messages.Rights_yes), Cell.label(Messages.Rights_needs));
            case NO -> row(Messages.Rights_read, Cell.of(Messages.Rights_no).with(Shape.CROSS).in(Tone.ERROR),
                    Cell.of(Messages.Rights_cannotRead).in(Tone.ERROR).bold());
            case UNKNOWN -> row(Messages.Rights_read, unknown(), Cell.label(Messages.Rights_needs));
        };
    }

    private static RightRow trade(Right right, boolean consent) {
        return switch (right) {
            case YES -> row(Messages.Rights_trade, Cell.of(Messages.Rights_yes).with(Shape.WARNING).in(Tone.WARN), consent
                    ? Cell.of(Messages.Rights_trade_allowed).in(Tone.WARN) : Cell.of(Messages.Rights_trade_asks).in(Tone.WARN).bold());
            case NO -> row(Messages.Rights_trade, good(Messages.Rights_no), Cell.label(Messages.Rights_trade_wouldAsk));
            case UNKNOWN -> row(Messages.Rights_trade, unknown(), Cell.label(Messages.Rights_look));
        };
    }

    private static RightRow money(String name, Right right) {
        return switch (right) {
            case YES -> row(name, Cell.of(Messages.Rights_yes).with(Shape.CROSS).in(Tone.ERROR),
                    Cell.of(Messages.Rights_refuses).in(Tone.ERROR).bold());
            case NO -> row(name, good(Messages.Rights_no), Cell.label(Messages.Rights_wouldRefuse));
            case UNKNOWN -> row(name, unknown(), Cell.label(Messages.Rights_look));
        };
    }

    private static RightRow bound(Optional<Set<String>> ips) {
        if (ips.isEmpty()) {
            return row(Messages.Rights_bound, unknown(), Cell.label(Messages.Rights_look));
        }
        var addresses = KeyWords.addresses(ips.get());
        return ips.get().isEmpty()
                ? row(Messages.Rights_bound, Cell.of(Messages.Rights_no).with(Shape.WARNING).in(Tone.WARN),
                        Cell.of(Messages.Rights_unbound).in(Tone.WARN))
                : row(Messages.Rights_bound, good(ips.get().size() == 1 ? addresses : Messages.Rights_yes).tip(addresses),
                        Cell.label(Messages.Rights_bound_works).tip(addresses));
    }

    private static RightRow row(String name, Cell onKey, Cell does) {
        return new RightRow(List.of(Cell.of(name), onKey, does));
    }

    private static Cell good(String words) {
        return Cell.of(words).with(Shape.CHECK);
    }

    private static Cell unknown() {
        return Cell.of(Messages.Rights_unknown).with(Shape.QUESTION).in(Tone.WARN);
    }
}
