package org.mirrorbook.exchange.practice.oddities;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Everything that can be made to go wrong, by the name that scenario files use (docs/practice.md; protocol notes, Bitget 8 and 10). The
 * default is what {@code true} stands for.
 */
public enum Oddity {
    NUMERIC_CODES("numeric-codes", Takes.SWITCH, ""),
    STRING_CODES("string-codes", Takes.SWITCH, ""),
    LOGIN_SILENCE("login-silence", Takes.SWITCH, ""),
    SLOW_LOGIN("slow-login", Takes.DURATION, "7s"),
    REFUSE_LOGIN("refuse-login", Takes.CODE, "30005"),
    REFUSE_SUBSCRIBE("refuse-subscribe", Takes.CODE, "30001"),
    DUPLICATE_PUSHES("duplicate-pushes", Takes.SWITCH, ""),
    DELAYED_PUSHES("delayed-pushes", Takes.DURATION, "2s"),
    REORDERED_PUSHES("reordered-pushes", Takes.SWITCH, ""),
    INCOMPLETE_SNAPSHOT("incomplete-snapshot", Takes.TIMES, "1"),
    DROP_CLOSING_RECORDS("drop-closing-records", Takes.SWITCH, ""),
    QUIET_STREAM("quiet-stream", Takes.SWITCH, ""),
    LATE_HISTORY("late-history", Takes.DURATION, "3650d"),
    ALL_NUMERIC("all-numeric", Takes.SWITCH, ""),
    ZERO_ROWS("zero-rows", Takes.SWITCH, ""),
    UNKNOWN_FIELDS("unknown-fields", Takes.SWITCH, ""),
    LEGACY_SLOT_IDS("legacy-slot-ids", Takes.SWITCH, ""),
    CLOCK_SKEW("clock-skew", Takes.DURATION, "60s"),
    REST_ERROR("rest-error", Takes.CODE, "40010"),
    RATE_LIMIT_429("rate-limit-429", Takes.TIMES_OR_ALWAYS, ""),
    TRANSIENT_45001("transient-45001", Takes.TIMES_OR_ALWAYS, ""),
    WRONG_ENVIRONMENT_40099("wrong-environment-40099", Takes.SWITCH, ""),
    NULL_LISTS("null-lists", Takes.SWITCH, ""),
    CTIME_UPPER("ctime-upper", Takes.SWITCH, ""),
    SMALL_PAGES("small-pages", Takes.NUMBER, "2"),
    CUT_ON_CONNECT("cut-on-connect", Takes.TIMES, "1"),
    CUT_ON_LOGIN("cut-on-login", Takes.TIMES, "1"),
    CUT_ON_SUBSCRIBE("cut-on-subscribe", Takes.TIMES, "1"),
    CUT_BEFORE_SNAPSHOT("cut-before-snapshot", Takes.TIMES, "1"),
    CUT_LIVE("cut-live", Takes.TIMES, "1"),
    RELEASE_STORM("release-storm", Takes.SWITCH, ""),
    GARBAGE_FRAMES("garbage-frames", Takes.TIMES_OR_ALWAYS, ""),
    OVERSIZED_FRAME("oversized-frame", Takes.SIZE, "9"),
    NO_PONG("no-pong", Takes.SWITCH, ""),
    FAST_LIMITS("fast-limits", Takes.NUMBER, "0");

    /** What a value may be besides true and false. */
    public enum Takes {
        /** Nothing else. */
        SWITCH,
        /** So many times; {@code true} is once. */
        TIMES,
        /** So many times; {@code true} is until it is switched off. */
        TIMES_OR_ALWAYS,
        /** A duration such as {@code "2s"}, {@code "-500ms"}. */
        DURATION,
        /** Mebibytes of one frame; it comes once. */
        SIZE,
        /** An error code. */
        CODE,
        /** A whole number whose meaning is the oddity's own. */
        NUMBER
    }

    private final String wire;
    private final Takes takes;
    private final String usual;

    Oddity(String wire, Takes takes, String usual) {
        this.wire = wire;
        this.takes = takes;
        this.usual = usual;
    }

    public String wire() {
        return wire;
    }

    Takes takes() {
        return takes;
    }

    /** What {@code true} stands for. */
    String usual() {
        return usual;
    }

    /** The oddity that a phase of the connection is cut by: connect, login, subscribe, snapshot or live. */
    public static Optional<Oddity> ofPhase(String phase) {
        return switch (phase) {
            case "connect" -> Optional.of(CUT_ON_CONNECT);
            case "login" -> Optional.of(CUT_ON_LOGIN);
            case "subscribe" -> Optional.of(CUT_ON_SUBSCRIBE);
            case "snapshot" -> Optional.of(CUT_BEFORE_SNAPSHOT);
            case "live" -> Optional.of(CUT_LIVE);
            default -> Optional.empty();
        };
    }

    public static Optional<Oddity> named(String name) {
        return Arrays.stream(values()).filter(oddity -> oddity.wire.equals(name)).findFirst();
    }

    /** All names, for a sentence. */
    public static String names() {
        return Arrays.stream(values()).map(Oddity::wire).collect(Collectors.joining(", "));
    }
}
