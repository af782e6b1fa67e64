package org.mirrorbook.exchange.practice.oddities;

import java.time.Duration;
import java.util.Optional;

/**
 * An oddity switched on or off.
 *
 * @param value duration, code or number as text; empty text for a plain switch
 * @param times after how many uses it is off again; 0 is never
 * @param channel the only channel, topic or REST path it concerns, where it does not concern all
 */
public record OddityChange(Oddity oddity, boolean on, String value, int times, Optional<String> channel) {

    private static final int MOST = 1_000_000;

    /** The oddity as {@code true} switches it on. */
    public static OddityChange on(Oddity oddity) {
        int times = switch (oddity.takes()) {
            case TIMES -> Integer.parseInt(oddity.usual());
            case SIZE -> 1;
            default -> 0;
        };
        return new OddityChange(oddity, true, oddity.usual(), times, Optional.empty());
    }

    public static OddityChange off(Oddity oddity) {
        return new OddityChange(oddity, false, "", 0, Optional.empty());
    }

    /**
     * The change that a value asks for.
     *
     * @throws IllegalArgumentException with a sentence, when the oddity does not take such a value
     */
    public static OddityChange of(Oddity oddity, String value) {
        if (value.equals("true") || value.isEmpty()) {
            return on(oddity);
        }
        if (value.equals("false")) {
            return off(oddity);
        }
        return switch (oddity.takes()) {
            case SWITCH -> throw new IllegalArgumentException(oddity.wire() + " is true or false, not " + value);
            case TIMES, TIMES_OR_ALWAYS -> new OddityChange(oddity, true, value, number(oddity, value), Optional.empty());
            case NUMBER, CODE -> new OddityChange(oddity, true, Integer.toString(number(oddity, value)), 0, Optional.empty());
            case SIZE -> new OddityChange(oddity, true, Integer.toString(number(oddity, value)), 1, Optional.empty());
            case DURATION -> new OddityChange(oddity, true, Spans.read(value).map(span -> value).orElseThrow(() ->
                    new IllegalArgumentException(oddity.wire() + " takes a duration such as \"2s\" or \"250ms\", not " + value)), 0,
                    Optional.empty());
        };
    }

    public OddityChange times(int count) {
        return new OddityChange(oddity, on, value, count, channel);
    }

    public OddityChange onlyFor(String onlyChannel) {
        return new OddityChange(oddity, on, value, times, Optional.of(onlyChannel));
    }

    boolean concerns(String given) {
        return channel.isEmpty() || channel.get().equals(given);
    }

    Duration span() {
        return Spans.read(value).orElseThrow();
    }

    private static int number(Oddity oddity, String value) {
        try {
            int number = Integer.parseInt(value);
            if (number > 0 && number <= MOST) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            // the sentence below tells it
        }
        throw new IllegalArgumentException(oddity.wire() + " takes true, false or a whole number up to " + MOST + ", not " + value);
    }
}
