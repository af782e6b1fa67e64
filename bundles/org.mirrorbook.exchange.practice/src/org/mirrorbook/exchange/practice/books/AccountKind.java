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

    /** The code with which an account of this kind refuses the other protocol (protocol notes, Bitget 1.1). */
    public String refusalCode() {
        return this == CLASSIC ? "40084" : "40085";
    }

    public String refusal() {
        return this == CLASSIC
                ? "You are in Classic Account mode, and the Unified Account API is not supported at this time"
                : "You are in Unified Account mode, and the Classic Account API is not supported at this time";
    }

    public static Optional<AccountKind> named(String name) {
        return Arrays.stream(values()).filter(kind -> kind.wire().equals(name)).findFirst();
    }
}
