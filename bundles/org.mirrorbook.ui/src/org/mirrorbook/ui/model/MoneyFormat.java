package org.mirrorbook.ui.model;

/** How the digits of a figure are grouped and where its decimals begin. For display only: copies and exports are always plain. */
public enum MoneyFormat {
    /** {@code 1,234.56} */
    COMMA_POINT(",", '.'),
    /** {@code 1.234,56} */
    POINT_COMMA(".", ','),
    /** {@code 1 234.56}, with a narrow space that does not break. */
    SPACE_POINT("\u202f", '.'),
    /** {@code 1 234,56}, with a narrow space that does not break. */
    SPACE_COMMA("\u202f", ','),
    /** {@code 1'234.56} */
    APOSTROPHE_POINT("\u2019", '.'),
    /** {@code 1234.56} */
    NONE_POINT("", '.');

    private final String group;
    private final char decimal;

    MoneyFormat(String group, char decimal) {
        this.group = group;
        this.decimal = decimal;
    }

    String group() {
        return group;
    }

    char decimal() {
        return decimal;
    }
}
