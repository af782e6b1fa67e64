package org.mirrorbook.ui.model.accounts;

import java.util.Optional;

import org.mirrorbook.ui.model.RiskUnitForm;

/** What 1R is in a new account unless something else is said there, as text to be kept: {@code 250 USDT}, {@code 1 %}, or nothing. */
public final class UsualRisk {

    private static final String PERCENT = "%";

    private UsualRisk() {
    }

    /** As it is kept. Without problem only. */
    public static String text(RiskUnitForm form) {
        return switch (form.kind()) {
            case NONE -> "";
            case FIXED -> form.number() + " " + form.coin();
            case PERCENT -> form.number() + " " + PERCENT;
        };
    }

    /** As it was kept; what cannot be read counts as nothing said. */
    public static RiskUnitForm form(String text) {
        var none = RiskUnitForm.of(Optional.empty());
        var parts = text.strip().split(" ");
        if (parts.length != 2) {
            return none;
        }
        boolean part = parts[1].equals(PERCENT);
        var form = new RiskUnitForm(part ? RiskUnitForm.Kind.PERCENT : RiskUnitForm.Kind.FIXED, parts[0], part ? "" : parts[1]);
        return form.problem().isEmpty() ? form : none;
    }
}
