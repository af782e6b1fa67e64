package org.mirrorbook.ui.model;

/** The columns of Live Positions, in their order. */
public enum LiveColumn {
    DOT(ColumnSpec.words("", 24, 0)),
    ACCOUNT(ColumnSpec.words(Messages.LiveColumn_account, 132, 3)),
    SYMBOL(ColumnSpec.words(Messages.LiveColumn_symbol, 88, 2)),
    SIDE(ColumnSpec.words(Messages.LiveColumn_side, 56, 0)),
    SIZE(ColumnSpec.figures(Messages.LiveColumn_size, 68, 2)),
    ENTRY(ColumnSpec.figures(Messages.LiveColumn_entry, 76, 2)),
    MARK(ColumnSpec.figures(Messages.LiveColumn_mark, 76, 2)),
    UNREALISED(ColumnSpec.figures(Messages.LiveColumn_unrealised, 96, 2)),
    REALISED(ColumnSpec.figures(Messages.LiveColumn_realised, 84, 2)),
    LEVERAGE(ColumnSpec.figures(Messages.LiveColumn_leverage, 44, 0)),
    MARGIN(ColumnSpec.figures(Messages.LiveColumn_margin, 64, 1)),
    OPEN_SINCE(ColumnSpec.figures(Messages.LiveColumn_openSince, 96, 1));

    private final ColumnSpec spec;

    LiveColumn(ColumnSpec spec) {
        this.spec = spec;
    }

    public ColumnSpec spec() {
        return spec;
    }
}
