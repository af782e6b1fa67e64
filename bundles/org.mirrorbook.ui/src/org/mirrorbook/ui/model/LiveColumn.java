package org.mirrorbook.ui.model;

/** The columns of Live Positions, in their order. */
public enum LiveColumn {
    DOT(ColumnSpec.words("", 24, 0)),
    ACCOUNT(ColumnSpec.words(Messages.LiveColumn_account, 124, 3)),
    SYMBOL(ColumnSpec.words(Messages.LiveColumn_symbol, 88, 2)),
    SIDE(ColumnSpec.words(Messages.LiveColumn_side, 56, 0)),
    SIZE(ColumnSpec.figures(Messages.LiveColumn_size, 68, 2)),
    ENTRY(ColumnSpec.figures(Messages.LiveColumn_entry, 76, 2)),
    MARK(ColumnSpec.figures(Messages.LiveColumn_mark, 76, 2)),
    UNREALISED(ColumnSpec.figures(Messages.LiveColumn_unrealised, 96, 2)),
    REALISED(ColumnSpec.figures(Messages.LiveColumn_realised, 76, 2).leaving(3)),
    MULTIPLE(ColumnSpec.figures(Messages.LiveColumn_multiple, 60, 1)),
    LEVERAGE(ColumnSpec.figures(Messages.LiveColumn_leverage, 44, 0).leaving(4)),
    MARGIN(ColumnSpec.figures(Messages.LiveColumn_margin, 64, 1).leaving(2)),
    STOP(ColumnSpec.figures(Messages.LiveColumn_stop, 104, 2)),
    TARGET(ColumnSpec.figures(Messages.LiveColumn_target, 104, 2).leaving(7)),
    ADVERSE(ColumnSpec.figures(Messages.LiveColumn_adverse, 80, 1).leaving(6)),
    FAVOURABLE(ColumnSpec.figures(Messages.LiveColumn_favourable, 80, 1).leaving(6)),
    OPEN_SINCE(ColumnSpec.figures(Messages.LiveColumn_openSince, 88, 1).leaving(5));

    private final ColumnSpec spec;

    LiveColumn(ColumnSpec spec) {
        this.spec = spec;
    }

    public ColumnSpec spec() {
        return spec;
    }
}
