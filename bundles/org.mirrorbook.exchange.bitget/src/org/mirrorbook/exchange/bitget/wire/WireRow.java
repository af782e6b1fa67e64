package org.mirrorbook.exchange.bitget.wire;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One JSON object with its scalars as the characters that were sent. Bitget sends numbers as strings, as numbers, as {@code ""} or as
 * {@code null}, the same field differently on different days (protocol notes, Bitget 3.3); the last two mean absent here.
 *
 * @param scalars characters of each scalar field that has any
 * @param lists objects of each field that is a list of objects, or one object
 */
public record WireRow(Map<String, String> scalars, Map<String, List<WireRow>> lists) {

    private static final int LONGEST_NUMBER = 64;
    private static final int LARGEST_SCALE = 64;

    public WireRow {
        scalars = Map.copyOf(scalars);
        lists = Map.copyOf(lists);
    }

    public Optional<String> text(String field) {
        return Optional.ofNullable(scalars.get(field));
    }

    /** @throws UnreadableFrame when it is absent */
    public String needText(String field) {
        return text(field).orElseThrow(() -> new UnreadableFrame(field + " is missing"));
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
                return Instant.ofEpochMilli(millis.longValueExact());
            } catch (ArithmeticException | DateTimeException wrong) {
                throw new UnreadableFrame(field + " is no time");
            }
        });
    }

    /** @throws UnreadableFrame when it is absent or no time */
    public Instant needTime(String field) {
        return time(field).orElseThrow(() -> new UnreadableFrame(field + " is missing"));
    }

    /** The objects of a list; none where it is absent. */
    public List<WireRow> rows(String field) {
        return lists.getOrDefault(field, List.of());
    }

    /** The one object of a field; an empty one where it is absent. */
    public WireRow row(String field) {
        var rows = rows(field);
        return rows.isEmpty() ? new WireRow(Map.of(), Map.of()) : rows.get(0);
    }

    /** The same with a field added. */
    public WireRow with(String field, String text) {
        var more = new HashMap<>(scalars);
        more.put(field, text);
        return new WireRow(more, lists);
    }

    private static BigDecimal decimal(String field, String text) {
        if (text.length() <= LONGEST_NUMBER) {
            try {
                var value = new BigDecimal(text);
                // an exponent of a million is a number too, and printing it would fill the memory
                if (Math.abs((long) value.scale()) <= LARGEST_SCALE) {
                    return value;
                }
            } catch (NumberFormatException wrong) {
                throw new UnreadableFrame(field + " is no number");
            }
        }
        throw new UnreadableFrame(field + " is no sensible number");
    }
}
