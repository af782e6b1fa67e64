package org.mirrorbook.ui.model.live;

import java.time.Instant;
import java.util.Optional;

import org.mirrorbook.exchange.LinkHealth;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.journal.Account;
import org.mirrorbook.mirror.MirrorDirectory;
import org.mirrorbook.mirror.MirrorPulse;

/**
 * What is known of an account at one moment.
 *
 * @param link absent while it is off
 * @param open how many positions of it are open
 */
public record StripFacts(Account account, Optional<LinkStatus> link, Optional<LinkHealth> health, Optional<MirrorPulse> pulse, long open) {

    /** Asks for it; returns at once. */
    public static StripFacts of(Account account, MirrorDirectory directory) {
        return new StripFacts(account, Optional.ofNullable(directory.links().get(account.id())), directory.health(account.id()),
                directory.pulse(account.id()), directory.view().positions().stream()
                        .filter(position -> position.trade().slot().scope().account().equals(account.id())).count());
    }

    LinkState state() {
        return link.map(LinkStatus::state).orElse(LinkState.OFF);
    }

    Optional<Instant> heard() {
        return health.flatMap(LinkHealth::lastMessage);
    }
}
