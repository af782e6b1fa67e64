package org.mirrorbook.domain.statistics;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.position.Environment;

/** Money that may be added up: of one kind and one currency. Demo and practice money is never added to real money. */
public record Purse(Environment environment, String currency) implements Comparable<Purse> {

    private static final Comparator<Purse> ORDER = Comparator.comparing(Purse::environment).thenComparing(Purse::currency);

    public Purse {
        requireNonNull(environment);
        requireNonNull(currency);
    }

    /** The purse that a trade's result belongs to. */
    public static Purse of(Trade trade) {
        return new Purse(trade.slot().scope().environment(), trade.slot().marginCoin());
    }

    /** Real money first, then by currency. */
    @Override
    public int compareTo(Purse other) {
        return ORDER.compare(this, other);
    }
}
