package org.mirrorbook.benchmarks.load;

import java.util.concurrent.atomic.AtomicLongArray;

/** Counts delays, each to a tenth of a millisecond, up to {@value #SECONDS} seconds. Thread-safe. */
final class Delays {

    private static final int SECONDS = 60;
    private static final int MICROS = 100;

    private final AtomicLongArray counts = new AtomicLongArray(SECONDS * 1_000_000 / MICROS);

    void add(long micros) {
        counts.incrementAndGet((int) Math.clamp(micros / MICROS, 0, counts.length() - 1));
    }

    void clear() {
        for (int i = 0; i < counts.length(); i++) {
            counts.set(i, 0);
        }
    }

    long count() {
        long all = 0;
        for (int i = 0; i < counts.length(); i++) {
            all += counts.get(i);
        }
        return all;
    }

    /** In milliseconds, rounded up to a tenth: that share of all took no longer. NaN where there are none. */
    double percentile(double share) {
        long all = count();
        if (all == 0) {
            return Double.NaN;
        }
        long wanted = (long) Math.ceil(all * share);
        long seen = 0;
        int at = -1;
        while (seen < wanted) {
            seen += counts.get(++at);
        }
        return (at + 1) * MICROS / 1000.0;
    }
}
