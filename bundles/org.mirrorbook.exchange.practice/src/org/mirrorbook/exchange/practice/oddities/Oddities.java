package org.mirrorbook.exchange.practice.oddities;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The oddities that are switched on now. Everything is right until somebody says otherwise. Reading with {@code take…} counts as one use
 * of an oddity that ends by itself. Safe for use from any thread; a change is in force from the next push, login or request on.
 */
public final class Oddities {

    private static final String NO_CHANNEL = "";

    private final ConcurrentMap<Oddity, OddityChange> current = new ConcurrentHashMap<>();
    private final ConcurrentMap<Oddity, Boolean> switchedOff = new ConcurrentHashMap<>();

    public void change(OddityChange change) {
        if (change.on()) {
            current.put(change.oddity(), change);
            switchedOff.remove(change.oddity());
        } else {
            current.remove(change.oddity());
            switchedOff.put(change.oddity(), Boolean.TRUE);
        }
    }

    public boolean is(Oddity oddity) {
        return current.containsKey(oddity);
    }

    /** Whether it was switched off by name, for what is odd at the venue by nature. */
    public boolean isOffByName(Oddity oddity) {
        return switchedOff.containsKey(oddity);
    }

    public boolean take(Oddity oddity) {
        return takeChange(oddity, NO_CHANNEL).isPresent();
    }

    /** Whether it concerns a message of that channel. */
    public boolean take(Oddity oddity, String channel) {
        return takeChange(oddity, channel).isPresent();
    }

    public Optional<Duration> takeSpan(Oddity oddity, String channel) {
        return takeChange(oddity, channel).map(OddityChange::span);
    }

    public Optional<Duration> span(Oddity oddity) {
        return Optional.ofNullable(current.get(oddity)).map(OddityChange::span);
    }

    public OptionalInt takeNumber(Oddity oddity) {
        return takeNumber(oddity, NO_CHANNEL);
    }

    public OptionalInt takeNumber(Oddity oddity, String channel) {
        return number(takeChange(oddity, channel));
    }

    public OptionalInt number(Oddity oddity) {
        return number(Optional.ofNullable(current.get(oddity)));
    }

    private static OptionalInt number(Optional<OddityChange> change) {
        return change.map(given -> OptionalInt.of(Integer.parseInt(given.value()))).orElseGet(OptionalInt::empty);
    }

    private Optional<OddityChange> takeChange(Oddity oddity, String channel) {
        AtomicReference<OddityChange> taken = new AtomicReference<>();
        current.computeIfPresent(oddity, (name, change) -> {
            if (!channel.equals(NO_CHANNEL) && !change.concerns(channel)) {
                return change;
            }
            taken.set(change);
            return switch (change.times()) {
                case 0 -> change;
                case 1 -> null;
                default -> change.times(change.times() - 1);
            };
        });
        return Optional.ofNullable(taken.get());
    }
}
