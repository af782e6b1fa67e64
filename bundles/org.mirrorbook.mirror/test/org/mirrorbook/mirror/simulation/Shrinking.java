package org.mirrorbook.mirror.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Looks for few steps that still fail: leaves out ever smaller parts for as long as that helps (delta debugging). */
final class Shrinking {

    private Shrinking() {
    }

    /**
     * @param fails whether these steps, in their order, fail
     * @param most so often at most they are tried
     */
    static <T> List<T> of(List<T> steps, Predicate<List<T>> fails, int most) {
        var kept = List.copyOf(steps);
        int tries = 0;
        for (int part = Math.max(1, kept.size() / 2); ; part = Math.max(1, part / 2)) {
            boolean helped = false;
            for (int from = 0; from < kept.size() && tries < most;) {
                var fewer = new ArrayList<>(kept.subList(0, from));
                fewer.addAll(kept.subList(Math.min(kept.size(), from + part), kept.size()));
                tries++;
                if (fails.test(List.copyOf(fewer))) {
                    kept = List.copyOf(fewer);
                    helped = true;
                } else {
                    from += part;
                }
            }
            if (tries >= most || part == 1 && !helped) {
                return kept;
            }
        }
    }
}
