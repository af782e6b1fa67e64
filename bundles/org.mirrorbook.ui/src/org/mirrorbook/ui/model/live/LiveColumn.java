package org.mirrorbook.ui.model.live;

import org.mirrorbook.ui.model.ColumnSpec;

/** The columns of Live Positions, in their order. */
public enum LiveColumn {
    DOT(ColumnSpec.words("", 20, 0).about(Messages.LiveColumn_dot_about)),
    ACCOUNT(ColumnSpec.words(Messages.LiveColumn_account, 96, 2)),
    SYMBOL(ColumnSpec.words(Messages.LiveColumn_symbol, 76, 2)),
    SIDE(ColumnSpec.words(Messages.LiveColumn_side, 48, 0)),
    SIZE(ColumnSpec.figures(Messages.LiveColumn_size, 56, 2)),
    ENTRY(ColumnSpec.figures(Messages.LiveColumn_entry, 66, 2)),
    MARK(ColumnSpec.figures(Messages.LiveColumn_mark, 66, 2)),
    UNREALISED(ColumnSpec.figures(Messages.LiveColumn_unrealised, 84, 2)),
    RETURN(ColumnSpec.figures(Messages.LiveColumn_return, 50, 1).about(Messages.LiveColumn_return_about).leaving(8)),
    REALISED(ColumnSpec.figures(Messages.LiveColumn_realised, 60, 1).leaving(3)),
    MULTIPLE(ColumnSpec.figures(Messages.LiveColumn_multiple, 52, 1).about(Messages.LiveColumn_multiple_about)),
    LEVERAGE(ColumnSpec.figures(Messages.LiveColumn_leverage, 34, 0).about(Messages.LiveColumn_leverage_about).leaving(4)),
    MARGIN(ColumnSpec.figures(Messages.LiveColumn_margin, 54, 1).leaving(2)),
    LIQUIDATION(ColumnSpec.figures(Messages.LiveColumn_liquidation, 52, 1).about(Messages.LiveColumn_liquidation_about)),
    STOP(ColumnSpec.figures(Messages.LiveColumn_stop, 89, 2)),
    TARGET(ColumnSpec.figures(Messages.LiveColumn_target, 89, 2).leaving(7)),
    EXCURSIONS(ColumnSpec.figures(Messages.LiveColumn_excursions, 72, 0).about(Messages.LiveColumn_excursions_about).leaving(6)),
    OPEN_FOR(ColumnSpec.figures(Messages.LiveColumn_openFor, 62, 1).leaving(5)),
    HOUR(ColumnSpec.words(Messages.LiveColumn_hour, 48, 0).about(Messages.LiveColumn_hour_about).leaving(1)),
    ADVERSE(ColumnSpec.figures(Messages.LiveColumn_adverse, 80, 1).about(Messages.LiveColumn_adverse_about).leaving(6).whenAsked()),
    FAVOURABLE(ColumnSpec.figures(Messages.LiveColumn_favourable, 80, 1).about(Messages.LiveColumn_favourable_about).leaving(6)
            .whenAsked()),
    FEES(ColumnSpec.figures(Messages.LiveColumn_fees, 56, 1).leaving(2).whenAsked()),
    FUNDING(ColumnSpec.figures(Messages.LiveColumn_funding, 56, 1).leaving(2).whenAsked()),
    OPEN_SINCE(ColumnSpec.figures(Messages.LiveColumn_openSince, 88, 1).leaving(5).whenAsked()),
    MARGIN_MODE(ColumnSpec.words(Messages.LiveColumn_marginMode, 72, 0).leaving(2).whenAsked());

    private final ColumnSpec spec;

    LiveColumn(ColumnSpec spec) {
        this.spec = spec.named(name());
    }

    public ColumnSpec spec() {
        return spec;
    }
}
