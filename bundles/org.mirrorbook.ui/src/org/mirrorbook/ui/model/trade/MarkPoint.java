package org.mirrorbook.ui.model.trade;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A price that is known of a moment.
 *
 * @param price positive
 */
public record MarkPoint(Instant at, BigDecimal price) {

    public MarkPoint {
        requireNonNull(at);
        requireNonNull(price);
    }

    /**
     * At most about so many of them, oldest first: of each of equally long parts of the time the lowest and the highest, so that no
     * extreme is lost.
     */
    public static List<MarkPoint> thinned(List<MarkPoint> points, int most) {
        var ordered = points.stream().sorted(Comparator.comparing(MarkPoint::at)).toList();
        if (ordered.size() <= most) {
            return ordered;
        }
        var begin = ordered.getFirst().at();
        long part = Math.max(1, Duration.between(begin, ordered.getLast().at()).toMillis() * 2 / most);
        var kept = new ArrayList<MarkPoint>();
        int from = 0;
        while (from < ordered.size()) {
            long number = Duration.between(begin, ordered.get(from).at()).toMillis() / part;
            int to = from;
            while (to < ordered.size() && Duration.between(begin, ordered.get(to).at()).toMillis() / part == number) {
                to++;
            }
            extremes(ordered.subList(from, to), kept);
            from = to;
        }
        return List.copyOf(kept);
    }

    private static void extremes(List<MarkPoint> part, List<MarkPoint> kept) {
        var low = part.stream().min(Comparator.comparing(MarkPoint::price)).orElseThrow();
        var high = part.stream().max(Comparator.comparing(MarkPoint::price)).orElseThrow();
        if (low.price().compareTo(high.price()) == 0) {
            kept.add(low);
        } else {
            kept.add(low.at().isAfter(high.at()) ? high : low);
            kept.add(low.at().isAfter(high.at()) ? low : high);
        }
    }
}
