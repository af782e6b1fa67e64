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
 */
public record Comparison(AccountId account, Instant since, Instant until, int compared, List<Difference> differences) {

    public Comparison {
        requireNonNull(account);
        requireNonNull(since);
        requireNonNull(until);
        differences = List.copyOf(differences);
    }

    /** Whether the journal says what the venue says, to the last digit. */
    public boolean equal() {
        return differences.isEmpty();
    }
}
