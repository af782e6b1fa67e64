package org.mirrorbook.journal.jpa;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.JournalProblem.Remedy;

/**
 * Whether a value fits its column, decided before it is written: a database may cut what does not fit without a word.
 * Decimals are DECIMAL(31,18), so thirteen digits before the point and eighteen behind it.
 */
final class Fit {

    static final int SCALE = 18;
    private static final int WHOLE_DIGITS = 31 - SCALE;

    private Fit() {
    }

    /** A figure of the books, digit by digit. */
    static BigDecimal exact(String name, BigDecimal value) {
        if (value.scale() > SCALE) {
            throw refused(name, value, "has more than " + SCALE + " digits behind the point");
        }
        return whole(name, value);
    }

    static BigDecimal exact(String name, Optional<BigDecimal> value) {
        return value.map(present -> exact(name, present)).orElse(null);
    }

    /** A figure that is only of the moment, half-even to eighteen digits behind the point. */
    static BigDecimal rounded(String name, Optional<BigDecimal> value) {
        return value.map(present -> present.scale() > SCALE ? present.setScale(SCALE, RoundingMode.HALF_EVEN) : present)
                .map(present -> whole(name, present)).orElse(null);
    }

    private static BigDecimal whole(String name, BigDecimal value) {
        if (value.precision() - value.scale() > WHOLE_DIGITS) {
            throw refused(name, value, "has more than " + WHOLE_DIGITS + " digits before the point");
        }
        // the scale of the column: EclipseLink compares two scales as doubles, and takes a change in the last digits for none
        return value.setScale(SCALE);
    }

    private static JournalProblem refused(String name, BigDecimal value, String why) {
        return new JournalProblem(Remedy.REPORT, "The journal refused the " + name + " " + value.toPlainString() + ": it " + why + ".");
    }

    /** A text of at most so many characters. */
    static String text(String name, String value, int most) {
        if (value.length() > most) {
            throw new JournalProblem(Remedy.REPORT,
                    "The journal refused the " + name + " " + value.substring(0, most) + "…: it is longer than " + most + " characters.");
        }
        return value;
    }

    static String text(String name, Optional<String> value, int most) {
        return value.map(present -> text(name, present, most)).orElse(null);
    }
}
