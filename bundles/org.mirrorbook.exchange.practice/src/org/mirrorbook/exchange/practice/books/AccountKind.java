package org.mirrorbook.exchange.practice.books;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Which of the venue's two protocols an account answers: a classic one v2 alone, a unified one v3 alone. The books behind are the same
 * (protocol notes, Bitget 1.1).
 */
public enum AccountKind {
    CLASSIC, UNIFIED;

    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<AccountKind> named(String name) {
        return Arrays.stream(values()).filter(kind -> kind.wire().equals(name)).findFirst();
    }
}
