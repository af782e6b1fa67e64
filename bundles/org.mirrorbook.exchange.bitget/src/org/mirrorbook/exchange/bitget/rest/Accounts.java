package org.mirrorbook.exchange.bitget.rest;

import java.util.List;

import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.exchange.bitget.wire.AccountTerms;
import org.mirrorbook.exchange.bitget.wire.Balance;

/** Balances of a scope, and how it trades one instrument. */
record Accounts(Pages pages) {

    List<Balance> balances(Scope scope) {
        return pages.one(Endpoint.ACCOUNTS, Pages.query(scope), answer -> Balance.read(scope, answer.rows("data")));
    }

    AccountTerms terms(Scope scope, String instrument, String marginCoin) {
        return pages.one(Endpoint.ACCOUNT, Pages.query(scope, "symbol", instrument, "marginCoin", marginCoin),
                answer -> AccountTerms.read(scope, answer.row("data")));
    }
}
