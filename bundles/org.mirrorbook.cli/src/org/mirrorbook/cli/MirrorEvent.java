package org.mirrorbook.cli;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * A fact that a mirror told.
 *
 * @param event {@code started}, {@code opened} and so on: the last part of its topic in lower case
 * @param account label of the account
 * @param trade id of the trade, for events of trades
 */
record MirrorEvent(String event, String account, String accountId, Optional<String> trade, Optional<String> code, Optional<String> reason,
        Instant at) {

    MirrorEvent {
        requireNonNull(event);
        requireNonNull(account);
        requireNonNull(accountId);
        requireNonNull(trade);
        requireNonNull(code);
        requireNonNull(reason);
        requireNonNull(at);
    }
}
