package org.mirrorbook.cli;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.position.AccountId;

/** What a replay did, as it is told. */
final class ReplayCounts {

    private static final long REMARK_EVERY = 100_000;

    private final Streams streams;
    private final Set<TradeId> trades = new HashSet<>();
    private final Set<AccountId> accounts = new HashSet<>();
    private long inputs;
    private long changes;

    ReplayCounts(Streams streams) {
        this.streams = streams;
    }

    void input(AccountId account) {
        accounts.add(account);
        if (++inputs % REMARK_EVERY == 0) {
            streams.remark("Replayed " + inputs + " inputs, " + trades.size() + " trades.");
        }
    }

    void wrote(Collection<TradeId> written, int changed) {
        trades.addAll(written);
        changes += changed;
    }

    void differs(AccountId account) {
        streams.remark("After input " + inputs + ", the journal of account " + account
                + " was not as its recording leads to: it was changed from outside. The replay goes on with the journal's book.");
    }

    @Override
    public String toString() {
        return "Replayed " + accounts.size() + (accounts.size() == 1 ? " account, " : " accounts, ") + inputs + " inputs, " + trades.size()
                + " trades, " + changes + " changes.";
    }
}
