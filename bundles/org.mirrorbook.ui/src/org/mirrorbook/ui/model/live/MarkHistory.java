package org.mirrorbook.ui.model.live;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

import org.mirrorbook.domain.position.Slot;
import org.mirrorbook.mirror.LivePosition;
import org.mirrorbook.ui.model.CellShape.PriceLine;

/** The marks of the last hour, as they were seen: of each minute the newest. In memory alone; of one thread at a time. */
public final class MarkHistory {

    private static final Duration KEPT = Duration.ofHours(1);
    private static final long MILLIS_OF_A_POINT = 60_000;

    private final Map<Slot, NavigableMap<Long, BigDecimal>> marks = new HashMap<>();

    /** Takes over what is seen now; forgets positions that are gone and prices that are too old. */
    public void note(Collection<LivePosition> positions, Instant now) {
        marks.keySet().retainAll(positions.stream().map(position -> position.trade().slot()).toList());
        for (var position : positions) {
            position.mark().ifPresent(mark -> {
                var at = position.markAt().orElse(now);
                var seen = marks.computeIfAbsent(position.trade().slot(), unknown -> new TreeMap<>());
                seen.put(Math.floorDiv(at.toEpochMilli(), MILLIS_OF_A_POINT), mark);
                seen.headMap(Math.floorDiv(now.minus(KEPT).toEpochMilli(), MILLIS_OF_A_POINT)).clear();
            });
        }
    }

    /** From the lowest to the highest price that was seen, a point a minute; minutes without a price keep the one before. */
    List<Integer> heights(Slot slot) {
        var seen = marks.get(slot);
        if (seen == null || seen.size() < 2) {
            return List.of();
        }
        var low = seen.values().stream().min(BigDecimal::compareTo).orElseThrow();
        var range = seen.values().stream().max(BigDecimal::compareTo).orElseThrow().subtract(low);
        var heights = new ArrayList<Integer>();
        for (long minute = seen.firstKey(); minute <= seen.lastKey(); minute++) {
            var above = seen.floorEntry(minute).getValue().subtract(low).multiply(BigDecimal.valueOf(PriceLine.TOP));
            heights.add(range.signum() == 0 ? PriceLine.TOP / 2 : above.divide(range, 0, RoundingMode.HALF_UP).intValue());
        }
        return heights;
    }

    /** By how much the price moved in the time that was seen, as a share of the first one; zero where there is but one. */
    BigDecimal move(Slot slot) {
        var seen = marks.get(slot);
        if (seen == null || seen.firstEntry().getValue().signum() == 0) {
            return BigDecimal.ZERO;
        }
        var first = seen.firstEntry().getValue();
        return seen.lastEntry().getValue().subtract(first).divide(first, 6, RoundingMode.HALF_EVEN);
    }

    /** Of how many minutes prices were seen. */
    long minutes(Slot slot) {
        var seen = marks.get(slot);
        return seen == null ? 0 : seen.lastKey() - seen.firstKey() + 1;
    }
}
