package org.mirrorbook.ui.model.books;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

import org.mirrorbook.domain.reconciliation.Comparison;
import org.mirrorbook.domain.reconciliation.Difference;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.journal.Account;
import org.mirrorbook.journal.ReconciliationRun;

/**
 * What is known of one account's books.
 *
 * @param last its newest comparison of this process
 * @param newest its newest run in the history, which may be of an earlier process, or one that failed
 * @param link absent while it is not mirrored
 * @param left those of the differences that the user leaves as they are
 */
public record AccountBooks(Account account, Optional<Comparison> last, Optional<ReconciliationRun> newest, Optional<LinkStatus> link,
        List<Difference> left) {

    public AccountBooks {
        requireNonNull(account);
        requireNonNull(last);
        requireNonNull(newest);
        requireNonNull(link);
        left = List.copyOf(left);
    }

    /** The differences of the newest comparison, those that are left included. */
    public List<Difference> differences() {
        return last.map(Comparison::differences).orElse(List.of());
    }

    /** Those that are not left as they are. */
    public List<Difference> toCorrect() {
        return differences().stream().filter(difference -> !left.contains(difference)).toList();
    }

    /** Why the newest try came to nothing. */
    public Optional<String> failure() {
        return newest.flatMap(ReconciliationRun::failure);
    }

    /** Whether nothing is asked of the exchange before the user does something. */
    public boolean needsAttention() {
        return link.filter(status -> status.state() == LinkState.NEEDS_ATTENTION).isPresent();
    }
}
