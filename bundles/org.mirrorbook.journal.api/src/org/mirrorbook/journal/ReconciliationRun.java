package org.mirrorbook.journal;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.Side;

/**
 * One comparison of an account's journal with the exchange's books, as it is remembered: what came of it, and what was done about it.
 *
 * @param number of the account's runs, from 1, without gaps
 * @param at when it ended
 * @param since from which close time on lives were compared; absent when that was never known
 * @param compared how many lives stand in either, open ones included
 * @param open how many of them are open
 * @param figures how many are in both with other figures
 * @param onlyExchange how many the journal lacks
 * @param onlyJournal how many the exchange lacks
 * @param took from the question to the result
 * @param failure a sentence for the user where it could not be compared
 * @param steps what was done until the next run, oldest first
 */
public record ReconciliationRun(AccountId account, long number, Instant at, StartedBy startedBy, Optional<Instant> since, int compared,
        int open, int figures, int onlyExchange, int onlyJournal, Duration took, Optional<String> failure, List<Step> steps) {

    /** What a comparison came from. */
    public enum StartedBy {
        /** The mirror had aligned. */
        CONNECTING,
        /** The round of every five minutes. */
        ROUND,
        /** The user asked. */
        HAND,
        /** Something was put right, or that was taken back. */
        CORRECTION
    }

    /**
     * What was done to one life.
     *
     * @param closedAt absent for one that was open
     * @param fields the figures that differed, named as in {@code trades --json}; empty for a whole life
     */
    public record Step(Instant at, Kind kind, String instrument, Side side, Optional<Instant> closedAt, List<String> fields) {

        /** What it was. */
        public enum Kind {
            /** The comparison itself entered it, marked as found. */
            ENTERED,
            /** The comparison itself brought the final figures. */
            COMPLETED,
            /** The user had it put right. */
            CORRECTED,
            /** The user took the correction back. */
            TAKEN_BACK
        }

        public Step {
            requireNonNull(at);
            requireNonNull(kind);
            requireNonNull(instrument);
            requireNonNull(side);
            requireNonNull(closedAt);
            fields = List.copyOf(fields);
        }
    }

    public ReconciliationRun {
        requireNonNull(account);
        requireNonNull(at);
        requireNonNull(startedBy);
        requireNonNull(since);
        requireNonNull(took);
        requireNonNull(failure);
        steps = List.copyOf(steps);
    }

    /** How many lives differ. */
    public int differences() {
        return figures + onlyExchange + onlyJournal;
    }

    /** The same under that number. */
    public ReconciliationRun numbered(long given) {
        return new ReconciliationRun(account, given, at, startedBy, since, compared, open, figures, onlyExchange, onlyJournal, took,
                failure, steps);
    }
}
