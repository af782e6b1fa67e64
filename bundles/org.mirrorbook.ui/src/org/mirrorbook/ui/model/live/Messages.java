package org.mirrorbook.ui.model.live;

import org.eclipse.osgi.util.NLS;

/** The texts of this package, from messages.properties beside it. */
final class Messages extends NLS {

    public static String LiveColumn_dot_about;
    public static String LiveColumn_account;
    public static String LiveColumn_symbol;
    public static String LiveColumn_side;
    public static String LiveColumn_size;
    public static String LiveColumn_entry;
    public static String LiveColumn_mark;
    public static String LiveColumn_unrealised;
    public static String LiveColumn_return;
    public static String LiveColumn_return_about;
    public static String LiveColumn_realised;
    public static String LiveColumn_multiple;
    public static String LiveColumn_multiple_about;
    public static String LiveColumn_leverage;
    public static String LiveColumn_leverage_about;
    public static String LiveColumn_margin;
    public static String LiveColumn_liquidation;
    public static String LiveColumn_liquidation_about;
    public static String LiveColumn_stop;
    public static String LiveColumn_target;
    public static String LiveColumn_excursions;
    public static String LiveColumn_excursions_about;
    public static String LiveColumn_openFor;
    public static String LiveColumn_hour;
    public static String LiveColumn_hour_about;
    public static String LiveColumn_adverse;
    public static String LiveColumn_adverse_about;
    public static String LiveColumn_favourable;
    public static String LiveColumn_favourable_about;
    public static String LiveColumn_fees;
    public static String LiveColumn_funding;
    public static String LiveColumn_openSince;
    public static String LiveColumn_marginMode;
    public static String LiveRows_fresh;
    public static String LiveRows_late;
    public static String LiveRows_markOfRow;
    public static String LiveRows_reconnecting;
    public static String LiveRows_degraded;
    public static String LiveRows_attention;
    public static String LiveRows_off;
    public static String LiveRows_since;
    public static String LiveRows_connecting;
    public static String LiveRows_lastValues;
    public static String LiveCells_nothingRealised;
    public static String LiveCells_crossed;
    public static String LiveCells_isolated;
    public static String LiveCells_liquidation;
    public static String LiveCells_far;
    public static String LiveCells_noLiquidation;
    public static String LiveCells_excursions;
    public static String LiveCells_inR;
    public static String LiveCells_gap;
    public static String LiveCells_noPrice;
    public static String LiveCells_noScale;
    public static String LiveCells_hour;
    public static String LiveGroup_one;
    public static String LiveGroup_many;
    public static String LiveGroup_live;
    public static String LiveGroup_kept;
    public static String LiveGroup_off;
    public static String LiveGroup_open;
    public static String LiveGroup_closed;
    public static String LiveTotals_one;
    public static String LiveTotals_many;
    public static String LiveTotals_stale;
    public static String LiveTotals_staleOne;
    public static String LiveTotals_unknown;
    public static String LiveTotals_demoLeft;
    public static String LiveTotals_practiceLeft;
    public static String LiveTotals_join;
    public static String LiveTotals_stops;
    public static String LiveTotals_stops_tip;
    public static String LiveTotals_unsure;
    public static String LiveTotals_unsureOne;
    public static String LiveTotals_none;
    public static String LiveTotals_noneOne;
    public static String LiveTotals_noStop;
    public static String LiveTotals_noStops;
    public static String Today_closed;
    public static String Today_open;
    public static String StripColumn_mirror;
    public static String StripColumn_mirror_about;
    public static String StripColumn_account;
    public static String StripColumn_exchange;
    public static String StripColumn_state;
    public static String StripColumn_message;
    public static String StripColumn_message_about;
    public static String StripColumn_clock;
    public static String StripColumn_clock_about;
    public static String StripColumn_gaps;
    public static String StripColumn_gaps_about;
    public static String StripColumn_durable;
    public static String StripColumn_durable_about;
    public static String StripColumn_open;
    public static String StripColumn_open_about;
    public static String StripColumn_equity;
    public static String StripColumn_mend_about;
    public static String StripColumn_end_about;
    public static String Strip_mirrored;
    public static String Strip_notMirrored;
    public static String Strip_exchange;
    public static String Strip_live;
    public static String Strip_connecting;
    public static String Strip_reconnecting;
    public static String Strip_degraded;
    public static String Strip_attention;
    public static String Strip_off;
    public static String Strip_aligned;
    public static String Strip_lastGap;
    public static String Strip_samples;
    public static String Strip_sync;
    public static String Strip_reconnect;
    public static String Strip_newKey;
    public static String Strip_disconnect;

    static {
        NLS.initializeMessages("org.mirrorbook.ui.model.live.messages", Messages.class);
    }

    private Messages() {
    }
}
