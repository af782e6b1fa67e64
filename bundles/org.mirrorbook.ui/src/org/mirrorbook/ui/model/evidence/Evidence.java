package org.mirrorbook.ui.model.evidence;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.journal.ReconciliationRun;

/**
 * What one trade rests on.
 *
 * @param steps in order
 * @param repeats messages that named the trade and said nothing new; they are not among the steps
 * @param gaps how often the connection was lost while the trade was open; absent where the recording does not have all of its life
 * @param median from the exchange's sending to receiving, over the pushes among the steps; clocks as they are
 * @param range what of the recording was read; absent when there is none
 * @param match whether the same trade came out when that range was folded
 * @param cut whether there is more than is listed
 * @param comparisons with the exchange's books that bear on it, oldest first
 */
public record Evidence(Trade trade, List<Step> steps, long repeats, Optional<Integer> gaps, Optional<Duration> median,
        Optional<Range> range, Match match, boolean cut, List<ReconciliationRun> comparisons) {

    /**
     * Inputs of the recording, all of which were read and found whole.
     *
     * @param files how many
     * @param file name of the one that has the trade's first message
     * @param firstOfTrade number of the first message of the trade
     * @param lastOfTrade of the last
     * @param folded from which number on they were folded
     * @param at when they were read
     */
    public record Range(int files, String file, long firstOfTrade, long lastOfTrade, long folded, Instant at) {
        public Range {
            requireNonNull(file);
            requireNonNull(at);
        }
    }

    /** What came of folding the recorded inputs again. */
    public enum Match {
        SAME,
        DIFFERENT,
        /** There was no book to begin with, or nothing is recorded. */
        UNKNOWN
    }

    public Evidence {
        requireNonNull(trade);
        steps = List.copyOf(steps);
        requireNonNull(gaps);
        requireNonNull(median);
        requireNonNull(range);
        requireNonNull(match);
        comparisons = List.copyOf(comparisons);
    }

    /** The same with these of the account's comparisons that bear on the trade. */
    public Evidence comparedBy(List<ReconciliationRun> runs) {
        return new Evidence(trade, steps, repeats, gaps, median, range, match, cut, Comparisons.bearing(runs, trade));
    }

    /** Whether any message belongs to it. */
    public boolean isRecorded() {
        return steps.stream().anyMatch(step -> step.number() > 0);
    }

    public long messages() {
        return steps.stream().filter(Step::isRecorded).count();
    }

    public long changes() {
        return steps.stream().mapToLong(step -> step.changes().size()).sum();
    }
}
