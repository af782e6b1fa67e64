package org.mirrorbook.journal.jpa;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/** Who opens journals in tests. */
final class Editions {

    static final Instant NOW = Instant.parse("2026-03-04T05:06:07.089Z");
    static final Edition TEST = new Edition("0.1.0.test", Clock.fixed(NOW, ZoneOffset.UTC));

    private Editions() {
    }
}
