package org.mirrorbook.mirror.account;

import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

import org.mirrorbook.domain.lifecycle.Observation.RiskUnitSet;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.journal.Account;
import org.mirrorbook.journal.Accounts;
import org.mirrorbook.mirror.AccountProblem;
import org.mirrorbook.mirror.lane.AccountKinds;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The one writer of account rows. The user's commands change them, and lanes say of which kind an account is: a row is read and written
 * as one, so that neither loses what the other wrote. Never holds anybody up for longer than the journal takes, since lanes come here.
 */
@Component(service = { AccountRows.class, AccountKinds.class })
public final class AccountRows implements AccountKinds {

    private final Accounts rows;
    private volatile List<Account> newest = List.of();

    @Activate
    public AccountRows(@Reference Accounts rows) {
        this.rows = rows;
    }

    /** All of them, removed ones included, oldest first. */
    List<Account> all() {
        var all = rows.all();
        newest = List.copyOf(all);
        return all;
    }

    /** What {@link #all} gave last; nothing before. */
    List<Account> newest() {
        return newest;
    }

    /** Writes a row that is not there, or was removed. */
    synchronized void add(Account row) {
        rows.put(row);
    }

    /** Changes the row as it is now, and returns it as it is then. */
    synchronized Account change(AccountId account, UnaryOperator<Account> change) {
        var changed = change.apply(existing(rows.all(), account));
        rows.put(changed);
        return changed;
    }

    /** What the account calls 1R, as a lane is told it. */
    RiskUnitSet riskUnit(AccountId account, Instant now) {
        return new RiskUnitSet(account, existing(rows.all(), account).riskUnit(), now);
    }

    @Override
    public String kind(AccountId account) {
        return rows.all().stream().filter(row -> row.id().equals(account)).map(Account::kind).findFirst().orElse("");
    }

    @Override
    public synchronized void become(AccountId account, String kind) {
        rows.all().stream().filter(row -> row.id().equals(account) && !row.kind().equals(kind)).findFirst()
                .ifPresent(row -> rows.put(row.withKind(kind)));
    }

    /** The row of an account that is not removed. */
    static Account existing(List<Account> known, AccountId id) {
        return known.stream().filter(account -> !account.removed() && account.id().equals(id)).findFirst()
                .orElseThrow(() -> new AccountProblem("This account is not here any more."));
    }
}
