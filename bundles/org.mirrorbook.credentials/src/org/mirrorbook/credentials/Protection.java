package org.mirrorbook.credentials;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the values of an account are encrypted with. Kept beside them in the clear, under the lower-case name. */
enum Protection {
    /** The master password that someone says. */
    PASSWORD,
    /** A password that the system's keyring made and keeps. */
    KEYRING;

    String mark() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Protection> of(String mark) {
        return Arrays.stream(values()).filter(protection -> protection.mark().equals(mark)).findFirst();
    }
}
