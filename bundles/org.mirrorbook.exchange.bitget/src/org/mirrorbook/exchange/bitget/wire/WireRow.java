package org.mirrorbook.exchange.bitget.wire;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One JSON object with its scalars as the characters that were sent. Bitget sends numbers as strings, as numbers, as {@code ""} or as
 * {@code null}, the same field differently on different days (protocol notes, Bitget 3.3); the last two mean absent here. A field of
 * another shape than is asked for, an object for a number or a text for a list, is refused and never taken for absent.
 *
 * <p>What it is made of is not copied, and belongs to it from then on: there are five of these to a push.
 *
 * @param scalars characters of each scalar field that has any
 * @param lists objects of each field that is a list of objects, or one object
 * @param single which of the lists are one object without a list around it
 * @param texts single values of each field that is a list of them; empty also for a field that was sent as {@code ""}, which only here
 * differs from one that was not sent
 * @param odd fields that are lists with something else than objects in them
 */
public record WireRow(Map<String, String> scalars, Map<String, List<WireRow>> lists, Set<String> single, Map<String, List<String>> texts,
        Set<String> odd) {

    private static final int LONGEST_NUMBER = 64;
    private static final int LARGEST_SCALE = 64;
    private static final int LONGEST_EXPONENT = 9;
    private static final int LONGEST_NAME = 64;
    /** In 2100; a time in microseconds or nanoseconds would be later. */
    private static final long LATEST_MILLIS = 4_102_444_800_000L;

    public WireRow {
        scalars = Collections.unmodifiableMap(scalars);
        lists = Collections.unmodifiableMap(lists);
        single = Collections.unmodifiableSet(single);
        texts = Collections.unmodifiableMap(texts);
        odd = Collections.unmodifiableSet(odd);
    }

    public WireRow(Map<String, String> scalars, Map<String, List<WireRow>> lists) {
        this(scalars, lists, Set.of(), Map.of(), Set.of());
    }

    /** @throws UnreadableFrame when it is a list or an object */
    public Optional<String> text(String field) {
        var text = scalars.get(field);
        if (text == null && (lists.containsKey(field) || odd.contains(field))) {
            throw new UnreadableFrame(field + " is no single value");
        }
        return Optional.ofNullable(text);
    }

    /** @throws UnreadableFrame when it is absent, or a list or an object */
    public String needText(String field) {
        return text(field).orElseThrow(() -> new UnreadableFrame(field + " is missing"));
    }

    /**
     * An id, a symbol or a coin: what is kept as a key.
     *
     * @throws UnreadableFrame when it is there and too long for a key, or with characters that no key has
     */
    public Optional<String> name(String field) {
        var text = text(field);
        if (text.isPresent() && !isName(text.get())) {
            throw new UnreadableFrame(field + " is no name");
        }
        return text;
    }

    /** No character beyond the first 65,536 is one that no name has. */
    private static boolean isName(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c) || Character.isWhitespace(c)) {
                return false;
            }
        }
        return text.length() <= LONGEST_NAME;
    }

    /** @throws UnreadableFrame when it is absent or no name */
    public String needName(String field) {
        return name(field).orElseThrow(() -> new UnreadableFrame(field + " is missing"));
    }

    /** @throws UnreadableFrame when it is there and no decimal */
    public Optional<BigDecimal> decimal(String field) {
        return text(field).map(text -> decimal(field, text));
    }

    /** @throws UnreadableFrame when it is absent or no decimal */
    public BigDecimal needDecimal(String field) {
        return decimal(field, needText(field));
    }

    /** Zero where it is absent: for totals of what may not have happened yet. */
    public BigDecimal decimalOrZero(String field) {
        return decimal(field).orElse(BigDecimal.ZERO);
    }

    /**
     * A time in milliseconds since 1970.
     *
     * @throws UnreadableFrame when it is there and no time
     */
    public Optional<Instant> time(String field) {
        return decimal(field).map(millis -> {
            try {
                long exact = millis.longValueExact();
                if (exact >= 0 && exact <= LATEST_MILLIS) {
                    return Instant.ofEpochMilli(exact);
                }
            } catch (ArithmeticException fraction) {
                // told below
            }
            throw new UnreadableFrame(field + " is no time");
        });
    }

    /** @throws UnreadableFrame when it is absent or no time */
    public Instant needTime(String field) {
        return time(field).orElseThrow(() -> new UnreadableFrame(field + " is missing"));
    }

    /**
     * The objects of a list; none where it is absent.
     *
     * @throws UnreadableFrame when it is no list, or there is something else than objects in it
     */
    public List<WireRow> rows(String field) {
        if (scalars.containsKey(field) || odd.contains(field) || single.contains(field)) {
            throw new UnreadableFrame(field + " is no list of objects");
        }
        return lists.getOrDefault(field, List.of());
    }

    /**
     * The one object of a field; an empty one where it is absent or an empty list.
     *
     * @throws UnreadableFrame when it is no object
     */
    public WireRow row(String field) {
        var rows = lists.getOrDefault(field, List.of());
        if (scalars.containsKey(field) || odd.contains(field) || !rows.isEmpty() && !single.contains(field)) {
            throw new UnreadableFrame(field + " is no object");
        }
        return rows.isEmpty() ? new WireRow(Map.of(), Map.of()) : rows.get(0);
    }

    /**
     * The single values of a list, or the one of a field; none where {@code ""} was sent, absent where nothing was.
     *
     * @throws UnreadableFrame when there is something else in it
     */
    public Optional<List<String>> texts(String field) {
        if (odd.contains(field) && !texts.containsKey(field) || !lists.getOrDefault(field, List.of()).isEmpty()) {
            throw new UnreadableFrame(field + " is no list of single values");
        }
        return Optional.ofNullable(scalars.get(field)).map(List::of).or(() -> Optional.ofNullable(texts.get(field)));
    }

    /** The same with a field added. */
    public WireRow with(String field, String text) {
        var more = new HashMap<>(scalars);
        more.put(field, text);
        return new WireRow(more, lists, single, texts, odd);
    }

    private static BigDecimal decimal(String field, String text) {
        if (text.length() <= LONGEST_NUMBER) {
            if (!isDecimal(text)) {
                throw new UnreadableFrame(field + " is no number");
            }
            var value = new BigDecimal(text);
            // an exponent of a million is a number too, and printing it would fill the memory
            if (Math.abs((long) value.scale()) <= LARGEST_SCALE) {
                return value;
            }
        }
        throw new UnreadableFrame(field + " is no sensible number");
    }

    /** Digits with a point before, among or behind them, and an exponent of nine digits at most. */
    private static boolean isDecimal(String text) {
        int start = behindSign(text, 0);
        int point = behindDigits(text, start);
        int end = point;
        int digits = point - start;
        if (end < text.length() && text.charAt(end) == '.') {
            end = behindDigits(text, point + 1);
            digits += end - point - 1;
        }
        if (digits > 0 && end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
            int exponent = behindSign(text, end + 1);
            end = behindDigits(text, exponent);
            return end == text.length() && end > exponent && end <= exponent + LONGEST_EXPONENT;
        }
        return digits > 0 && end == text.length();
    }

    private static int behindSign(String text, int at) {
        return at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-') ? at + 1 : at;
    }

    /** ASCII alone: Java's own parser takes the digits of every script. */
    private static int behindDigits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
    }
}
