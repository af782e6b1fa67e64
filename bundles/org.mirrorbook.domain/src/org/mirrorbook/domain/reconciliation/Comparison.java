package org.mirrorbook.domain.reconciliation;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.mirrorbook.domain.money.Exact;
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
 * @param open how many of those compared are open in either
 * @param nets what the ended lives come to on each side, by margin coin in alphabetical order
 * @param healed the lives that were entered and completed; empty where only their number is known
 */
public record Comparison(AccountId account, Instant since, Instant until, int compared, List<Difference> differences, int entered,
        int completed, int open, List<Net> nets, List<Difference> healed) {

    /**
     * Net profit of the ended lives that were compared, in one margin coin: gross, fees and funding added up on each side, so that lives
     * with equal figures come to equal sums.
     */
    public record Net(String coin, BigDecimal journal, BigDecimal exchange) {

        public Net {
            requireNonNull(coin);
            journal = Exact.of(journal);
            exchange = Exact.of(exchange);
        }

        /** By how much the exchange says more. */
        public BigDecimal difference() {
            return Exact.of(exchange.subtract(journal));
        }
    }

    public Comparison {
        requireNonNull(account);
        requireNonNull(since);
        requireNonNull(until);
        differences = List.copyOf(differences);
        nets = List.copyOf(nets);
        healed = List.copyOf(healed);
    }

    /** Of two books that were only read, without what they come to. */
    public Comparison(AccountId account, Instant since, Instant until, int compared, List<Difference> differences) {
        this(account, since, until, compared, differences, 0, List.of());
    }

    /** Of two books that were only read. */
    public Comparison(AccountId account, Instant since, Instant until, int compared, List<Difference> differences, int open,
            List<Net> nets) {
        this(account, since, until, compared, differences, 0, 0, open, nets, List.of());
    }

    /** The same, after so many lives were entered and completed. */
    public Comparison after(int livesEntered, int tradesCompleted) {
        return new Comparison(account, since, until, compared, differences, livesEntered, tradesCompleted, open, nets, List.of());
    }

    /** The same, after these lives were entered or completed. */
    public Comparison after(List<Difference> livesHealed) {
        int livesEntered = (int) livesHealed.stream().filter(difference -> difference.trade().isEmpty()).count();
        return new Comparison(account, since, until, compared, differences, livesEntered, livesHealed.size() - livesEntered, open, nets,
                livesHealed);
    }

    /** The same, with what was entered and completed by a comparison before it, which was part of the same one. */
    public Comparison after(Comparison before) {
        var all = Stream.concat(before.healed.stream(), healed.stream()).toList();
        return new Comparison(account, since, until, compared, differences, entered + before.entered, completed + before.completed, open,
                nets, all);
    }

    /** The same with only these differences. */
    public Comparison with(List<Difference> remaining) {
        return new Comparison(account, since, until, compared, remaining, entered, completed, open, nets, healed);
    }

    /** How many of the differences are of that kind. */
    public int count(Difference.Kind kind) {
        return (int) differences.stream().filter(difference -> difference.kind() == kind).count();
    }

    /** Whether the journal says what the venue says, to the last digit. */
    public boolean equal() {
        return differences.isEmpty();
    }
}
