package org.mirrorbook.journal;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** From one value to another, both included; an absent end is open. */
public record Range<T>(Optional<T> from, Optional<T> to) {

    public Range {
        requireNonNull(from);
        requireNonNull(to);
    }

    /** Everything, also what has no value. */
    public static <T> Range<T> any() {
        return new Range<>(Optional.empty(), Optional.empty());
    }

    public static <T> Range<T> from(T least) {
        return new Range<>(Optional.of(least), Optional.empty());
    }

    public static <T> Range<T> between(T least, T most) {
        return new Range<>(Optional.of(least), Optional.of(most));
    }

    public boolean isAny() {
        return from.isEmpty() && to.isEmpty();
    }
}
