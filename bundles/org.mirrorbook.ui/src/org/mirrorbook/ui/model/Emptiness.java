package org.mirrorbook.ui.model;

import java.util.List;
import java.util.Map;

import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.journal.Account;

/** Why no position is shown: an empty table alone would say that nothing is open, which is known only of accounts that are live. */
public enum Emptiness {
    /** Every Live Mirror is off. */
    NOTHING_MIRRORED,
    /** No account is live yet, or any more. */
    NOT_LIVE,
    /** Some account is live, another one is not: it may hold positions. */
    PARTLY_LIVE,
    /** All that are mirrored are live. */
    NOTHING_OPEN;

    public static Emptiness of(List<Account> accounts, Map<AccountId, LinkStatus> links) {
        var mirrored = accounts.stream().filter(Account::mirror).toList();
        if (mirrored.isEmpty()) {
            return NOTHING_MIRRORED;
        }
        long live = mirrored.stream().map(account -> links.get(account.id()))
                .filter(link -> link != null && link.state() == LinkState.LIVE).count();
        return live == 0 ? NOT_LIVE : live < mirrored.size() ? PARTLY_LIVE : NOTHING_OPEN;
    }
}
