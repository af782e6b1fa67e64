package org.mirrorbook.ui.model.evidence;

import org.mirrorbook.domain.position.CloseReason;

/** Why a position was closed, in words. */
final class ReasonWords {

    private ReasonWords() {
    }

    static String of(CloseReason reason) {
        return switch (reason) {
            case MANUAL -> Messages.Reason_manual;
            case STOP -> Messages.Reason_stop;
            case TAKE_PROFIT -> Messages.Reason_target;
            case LIQUIDATION -> Messages.Reason_liquidation;
            case ADL -> Messages.Reason_adl;
            case REVERSAL -> Messages.Reason_reversal;
            case DELIVERY -> Messages.Reason_delivery;
        };
    }
}
