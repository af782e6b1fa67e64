package org.mirrorbook.ui.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.mirrorbook.journal.TradeSort;
import org.mirrorbook.journal.TradeSort.Key;

/** The columns of the Journal, in their order; those behind the marks are hidden until they are asked for. */
public enum JournalColumn {
    OPENED(ColumnSpec.words(Messages.JournalColumn_opened, 86, 1), Key.OPENED),
    SYMBOL(ColumnSpec.words(Messages.JournalColumn_symbol, 104, 1), Key.SYMBOL),
    SIDE(ColumnSpec.words(Messages.JournalColumn_side, 58, 0), Key.SIDE),
    ACCOUNT(ColumnSpec.words(Messages.JournalColumn_account, 60, 1).leaving(6)),
    STATUS(ColumnSpec.words(Messages.JournalColumn_status, 52, 0), Key.STATUS),
    CERTAINTY(ColumnSpec.words(Messages.JournalColumn_certainty, 104, 1), Key.CERTAINTY),
    SIZE(ColumnSpec.figures(Messages.JournalColumn_size, 56, 1).leaving(5), Key.SIZE),
    ENTRY(ColumnSpec.figures(Messages.JournalColumn_entry, 66, 1), Key.ENTRY),
    EXIT(ColumnSpec.figures(Messages.JournalColumn_exit, 66, 1), Key.EXIT),
    NET(ColumnSpec.figures(Messages.JournalColumn_net, 82, 1), Key.NET),
    MULTIPLE(ColumnSpec.figures(Messages.JournalColumn_multiple, 74, 0).about(Messages.JournalColumn_multiple_about), Key.R),
    FEES(ColumnSpec.figures(Messages.JournalColumn_fees, 50, 1).leaving(3), Key.FEES),
    FUNDING(ColumnSpec.figures(Messages.JournalColumn_funding, 56, 1).leaving(1), Key.FUNDING),
    HELD(ColumnSpec.figures(Messages.JournalColumn_held, 62, 0).leaving(4), Key.HELD),
    SETUP(ColumnSpec.words(Messages.JournalColumn_setup, 76, 1).leaving(2)),
    MARKS(ColumnSpec.words("", 48, 0).named("marks").about(Messages.JournalColumn_marks_about)),
    CLOSED(asked(ColumnSpec.words(Messages.JournalColumn_closed, 86, 0)), Key.CLOSED),
    CLOSED_BY(asked(ColumnSpec.words(Messages.JournalColumn_closedBy, 84, 0)), Key.CLOSE_REASON),
    STOP(asked(ColumnSpec.figures(Messages.JournalColumn_stop, 89, 0))),
    GROSS(asked(ColumnSpec.figures(Messages.JournalColumn_gross, 70, 0)), Key.GROSS),
    OPEN_FEE(asked(ColumnSpec.figures(Messages.JournalColumn_openFee, 60, 0))),
    CLOSE_FEE(asked(ColumnSpec.figures(Messages.JournalColumn_closeFee, 60, 0))),
    LEVERAGE(asked(ColumnSpec.figures(Messages.JournalColumn_leverage, 44, 0).about(Messages.JournalColumn_leverage_about)), Key.LEVERAGE),
    MARGIN(asked(ColumnSpec.figures(Messages.JournalColumn_margin, 60, 0)), Key.MARGIN),
    MAE(asked(ColumnSpec.figures(Messages.JournalColumn_mae, 56, 0).about(Messages.JournalColumn_mae_about)), Key.MAE),
    MFE(asked(ColumnSpec.figures(Messages.JournalColumn_mfe, 56, 0).about(Messages.JournalColumn_mfe_about)), Key.MFE),
    TAGS(asked(ColumnSpec.words(Messages.JournalColumn_tags, 120, 1))),
    RATING(asked(ColumnSpec.words(Messages.JournalColumn_rating, 60, 0))),
    MISTAKES(asked(ColumnSpec.words(Messages.JournalColumn_mistakes, 110, 1))),
    EMOTION(asked(ColumnSpec.words(Messages.JournalColumn_emotion, 76, 0))),
    MARGIN_MODE(asked(ColumnSpec.words(Messages.JournalColumn_marginMode, 84, 0))),
    ENVIRONMENT(asked(ColumnSpec.words(Messages.JournalColumn_environment, 84, 0))),
    POSITION_ID(asked(ColumnSpec.words(Messages.JournalColumn_positionId, 140, 0)));

    private final ColumnSpec spec;
    private final Optional<Key> key;

    JournalColumn(ColumnSpec spec) {
        this(spec, Optional.empty());
    }

    JournalColumn(ColumnSpec spec, Key key) {
        this(spec, Optional.of(key));
    }

    JournalColumn(ColumnSpec spec, Optional<Key> key) {
        this.spec = spec;
        this.key = key;
    }

    private static ColumnSpec asked(ColumnSpec spec) {
        return spec.whenAsked();
    }

    public ColumnSpec spec() {
        return spec;
    }

    /** All of them, each known by the name of its constant. */
    public static List<ColumnSpec> specs() {
        return Stream.of(values()).map(column -> column.spec.named(column.name())).toList();
    }

    /** The order of trades that a sorting asks for; the newest first where a column knows none. */
    public static TradeSort sort(Optional<Sorting> sorting) {
        return sorting.flatMap(by -> values()[by.column()].key.map(key -> new TradeSort(key, !by.ascending()))).orElse(TradeSort.NEWEST);
    }
}
