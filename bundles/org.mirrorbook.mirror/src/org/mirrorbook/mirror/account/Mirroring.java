package org.mirrorbook.mirror.account;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.journal.Account;
import org.mirrorbook.mirror.component.MirrorSettings;

/** Which accounts are to be mirrored in this run; nobody is until someone says so. Not thread-safe. */
final class Mirroring {

    private Predicate<Account> wanted = account -> false;
    private final Map<AccountId, Long> revisions = new HashMap<>();

    void nobody() {
        wanted = account -> false;
    }

    void enabled() {
        wanted = Account::mirror;
    }

    void only(Set<AccountId> accounts) {
        var named = Set.copyOf(accounts);
        wanted = account -> named.contains(account.id());
    }

    /** The key of this account was replaced. */
    void keyReplaced(AccountId account) {
        revisions.merge(account, 1L, Long::sum);
    }

    List<MirrorSettings> of(List<Account> accounts) {
        return accounts.stream().filter(account -> !account.removed()).filter(wanted)
                .map(account -> MirrorSettings.of(account, revisions.getOrDefault(account.id(), 0L))).toList();
    }
}
