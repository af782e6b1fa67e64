package org.mirrorbook.exchange.bitget.wire;

import static java.util.Objects.requireNonNull;

import org.mirrorbook.domain.position.MarginMode;
import org.mirrorbook.domain.position.Scope;

/**
 * How an account trades one instrument (protocol notes, Bitget 6.3).
 *
 * @param balance of its margin coin
 * @param hedging whether a long and a short of one instrument can be open at a time
 */
public record AccountTerms(Balance balance, boolean hedging, MarginMode marginMode) {

    public AccountTerms {
        requireNonNull(balance);
        requireNonNull(marginMode);
    }

    public static AccountTerms read(Scope scope, WireRow row) {
        return new AccountTerms(Balance.read(scope, row), Words.hedging(row), Words.marginMode(row));
    }
}
