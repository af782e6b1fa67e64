package org.mirrorbook.ui.model.books;

import java.util.Locale;

/** The compared figures in words; their names are those of {@code trades --json}. */
final class FieldNames {

    private FieldNames() {
    }

    /** As in a title. */
    static String of(String field) {
        return switch (field) {
            case "quantity" -> Messages.Field_size;
            case "effectiveEntry" -> Messages.Field_entry;
            case "exitPrice" -> Messages.Field_exit;
            case "totalPnl" -> Messages.Field_gross;
            case "openFee" -> Messages.Field_openFee;
            case "closeFee" -> Messages.Field_closeFee;
            case "funding" -> Messages.Field_funding;
            case "netPnl" -> Messages.Field_net;
            default -> field;
        };
    }

    /** As in a sentence. */
    static String small(String field) {
        return of(field).toLowerCase(Locale.ENGLISH);
    }
}
