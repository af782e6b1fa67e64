package org.mirrorbook.ui.model.live;

import org.mirrorbook.ui.model.ColumnSpec;

/** The columns of the Accounts strip, in their order. */
public enum StripColumn {
    MIRROR(ColumnSpec.words(Messages.StripColumn_mirror, 52, 0).about(Messages.StripColumn_mirror_about)),
    ACCOUNT(ColumnSpec.words(Messages.StripColumn_account, 104, 0)),
    EXCHANGE(ColumnSpec.words(Messages.StripColumn_exchange, 116, 0).leaving(2)),
    STATE(ColumnSpec.words(Messages.StripColumn_state, 268, 8)),
    MESSAGE(ColumnSpec.figures(Messages.StripColumn_message, 92, 0).about(Messages.StripColumn_message_about)),
    CLOCK(ColumnSpec.figures(Messages.StripColumn_clock, 64, 0).about(Messages.StripColumn_clock_about).leaving(3)),
    GAPS(ColumnSpec.figures(Messages.StripColumn_gaps, 76, 0).about(Messages.StripColumn_gaps_about).leaving(4)),
    DURABLE(ColumnSpec.figures(Messages.StripColumn_durable, 84, 0).about(Messages.StripColumn_durable_about).leaving(5)),
    OPEN(ColumnSpec.figures(Messages.StripColumn_open, 44, 0).about(Messages.StripColumn_open_about).leaving(1)),
    EQUITY(ColumnSpec.figures(Messages.StripColumn_equity, 88, 0).leaving(6)),
    MEND(ColumnSpec.words("", 30, 0).about(Messages.StripColumn_mend_about)),
    END(ColumnSpec.words("", 30, 0).about(Messages.StripColumn_end_about));

    private final ColumnSpec spec;

    StripColumn(ColumnSpec spec) {
        this.spec = spec.named(name());
    }

    public ColumnSpec spec() {
        return spec;
    }
}
