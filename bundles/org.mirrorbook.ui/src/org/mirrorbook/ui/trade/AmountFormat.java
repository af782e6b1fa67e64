package org.mirrorbook.ui.trade;

import java.text.FieldPosition;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.Locale;

/** Labels of an axis of money: signed, the minus as U+2212, zero plain. Only for labels. */
final class AmountFormat extends NumberFormat {

    private static final long serialVersionUID = 1L;
    private static final double FINE = 0.5;

    @Override
    public StringBuffer format(double value, StringBuffer to, FieldPosition position) {
        double size = Math.abs(value);
        if (size < 1e-9) {
            return to.append('0');
        }
        var digits = NumberFormat.getNumberInstance(Locale.ENGLISH);
        digits.setMaximumFractionDigits(size < FINE ? 4 : size == Math.rint(size) ? 0 : 2);
        return to.append(value < 0 ? '\u2212' : '+').append(digits.format(size));
    }

    @Override
    public StringBuffer format(long value, StringBuffer to, FieldPosition position) {
        return format((double) value, to, position);
    }

    /** The chart reads its own labels to see which are too many. */
    @Override
    public Number parse(String text, ParsePosition position) {
        return NumberFormat.getNumberInstance(Locale.ENGLISH).parse(text.replace('\u2212', '-').replace("+", ""), position);
    }
}
