package org.mirrorbook.journal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import org.mirrorbook.domain.journal.TradeId;

/**
 * The ids of many trades in an order, at 16 bytes each: what a table of a million rows needs to know of those that it does not show.
 * Immutable; each change answers another one, which costs a copy.
 */
public final class TradeIndex {

    private static final int LENGTH = 36;
    private static final TradeIndex EMPTY = new Builder().index();

    private final int size;
    private final long[] high;
    private final long[] low;
    /** Ids that are no UUID, which none of ours is, by their place. */
    private final Map<Integer, TradeId> others;
    /** A table of places by the bits of their ids, made when it is first needed; two that make it at once make the same. */
    private volatile int[] places;

    private TradeIndex(int size, long[] high, long[] low, Map<Integer, TradeId> others) {
        this.size = size;
        this.high = high;
        this.low = low;
        this.others = others;
    }

    public static TradeIndex empty() {
        return EMPTY;
    }

    public static TradeIndex of(List<TradeId> ids) {
        var builder = new Builder();
        ids.forEach(id -> builder.add(id.value()));
        return builder.index();
    }

    public int size() {
        return size;
    }

    /** @throws IndexOutOfBoundsException when there is no such place */
    public TradeId id(int place) {
        Objects.checkIndex(place, size);
        var other = others.isEmpty() ? null : others.get(place);
        if (other != null) {
            return other;
        }
        var digits = HexFormat.of().toHexDigits(high[place]) + HexFormat.of().toHexDigits(low[place]);
        return new TradeId(digits.substring(0, 8) + "-" + digits.substring(8, 12) + "-" + digits.substring(12, 16) + "-"
                + digits.substring(16, 20) + "-" + digits.substring(20));
    }

    /** Those from one place up to, without it, another. */
    public List<TradeId> ids(int from, int to) {
        return IntStream.range(Math.max(0, from), Math.min(size, to)).mapToObj(this::id).toList();
    }

    /** Where a trade stands. The first asking goes through all of them, any other one finds it at once. Thread-safe. */
    public OptionalInt place(TradeId id) {
        var sought = new Builder().add(id.value());
        var table = lookup();
        for (int slot = slot(sought.low[0], table.length); table[slot] != 0; slot = slot + 1 & table.length - 1) {
            int place = table[slot] - 1;
            if (high[place] == sought.high[0] && low[place] == sought.low[0] && id(place).equals(id)) {
                return OptionalInt.of(place);
            }
        }
        return OptionalInt.empty();
    }

    private int[] lookup() {
        var made = places;
        if (made == null) {
            made = new int[Integer.highestOneBit(Math.max(8, size)) * 4];
            for (int place = 0; place < size; place++) {
                int slot = slot(low[place], made.length);
                while (made[slot] != 0) {
                    slot = slot + 1 & made.length - 1;
                }
                made[slot] = place + 1;
            }
            places = made;
        }
        return made;
    }

    private static int slot(long bits, int length) {
        return (int) (bits ^ bits >>> 32) & length - 1;
    }

    /** With one more, before what stands there now. */
    public TradeIndex with(int place, TradeId id) {
        var builder = new Builder();
        builder.copy(this, 0, place);
        builder.add(id.value());
        builder.copy(this, place, size);
        return builder.index();
    }

    /** Without the one that stands there. */
    public TradeIndex without(int place) {
        var builder = new Builder();
        builder.copy(this, 0, place);
        builder.copy(this, place + 1, size);
        return builder.index();
    }

    /** Puts ids in a row. Of one thread. */
    public static final class Builder {

        private int size;
        private long[] high = new long[64];
        private long[] low = new long[64];
        private final Map<Integer, TradeId> others = new HashMap<>();

        public Builder add(String id) {
            if (size == high.length) {
                grow(size + (size >> 1));
            }
            if (isUuid(id)) {
                // by hand: java.util.UUID takes it apart in five pieces, a million times
                high[size] = Long.parseUnsignedLong(id.substring(0, 8) + id.substring(9, 13) + id.substring(14, 18), 16);
                low[size] = Long.parseUnsignedLong(id.substring(19, 23) + id.substring(24), 16);
            } else {
                others.put(size, new TradeId(id));
            }
            size++;
            return this;
        }

        /** Small letters only, so that the text comes back as it was. */
        private static boolean isUuid(String id) {
            if (id.length() != LENGTH) {
                return false;
            }
            for (int at = 0; at < LENGTH; at++) {
                char letter = id.charAt(at);
                boolean dash = at == 8 || at == 13 || at == 18 || at == 23;
                if (dash ? letter != '-' : !(letter >= '0' && letter <= '9' || letter >= 'a' && letter <= 'f')) {
                    return false;
                }
            }
            return true;
        }

        private void copy(TradeIndex from, int start, int end) {
            int length = end - start;
            if (size + length > high.length) {
                grow(size + length + 1);
            }
            System.arraycopy(from.high, start, high, size, length);
            System.arraycopy(from.low, start, low, size, length);
            int shift = size - start;
            from.others.forEach((place, id) -> {
                if (place >= start && place < end) {
                    others.put(place + shift, id);
                }
            });
            size += length;
        }

        private void grow(int length) {
            high = Arrays.copyOf(high, length);
            low = Arrays.copyOf(low, length);
        }

        public int size() {
            return size;
        }

        public TradeIndex index() {
            return new TradeIndex(size, Arrays.copyOf(high, Math.max(1, size)), Arrays.copyOf(low, Math.max(1, size)), Map.copyOf(others));
        }
    }
}
