package org.mirrorbook.domain.reconciliation;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

import org.mirrorbook.domain.position.AccountId;

/**
 * What came of comparing an account's journal with the venue's books.
 *
 * @param since from which close time on lives were compared
 * @param until up to which; what is open at that time is compared with the venue's open list
 * @param compared how many lives stand in either
 * @param differences oldest close first, what is open last; empty when both are equal
 * @param entered how many ended lives the journal lacked before and got on the way, marked as found; not among the differences
 * @param completed how many trades got the figures of their closing record on the way; not among the differences
 */
public record Comparison(AccountId account, Instant since, Instant until, int compared, List<Difference> differences, int entered,
        int completed) {

    public Comparison {
        requireNonNull(account);
        requireNonNull(since);
        requireNonNull(until);
        differences = List.copyOf(differences);
    }

    /** Of two books that were only read. */
    public Comparison(AccountId account, Instant since, Instant until, int compared, List<Difference> differences) {
        this(account, since, until, compared, differences, 0, 0);
    }

    /** The same, after so many lives were entered and completed. */
    public Comparison after(int livesEntered, int tradesCompleted) {
        return new Comparison(account, since, until, compared, differences, livesEntered, tradesCompleted);
    }

    /** The same, with what was entered and completed by a comparison before it, which was part of the same one. */
    public Comparison after(Comparison before) {
        return after(entered + before.entered, completed + before.completed);
    }

    /** Whether the journal says what the venue says, to the last digit. */
    public boolean equal() {
        return differences.isEmpty();
    }
}
