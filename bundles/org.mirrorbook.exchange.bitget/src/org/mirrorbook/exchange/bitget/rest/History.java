package org.mirrorbook.exchange.bitget.rest;

import java.time.Instant;
import java.util.List;

import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.Fill;
import org.mirrorbook.domain.position.OrderNote;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.ProtectiveOrder;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.exchange.bitget.wire.AccountTerms;
import org.mirrorbook.exchange.bitget.wire.Balance;
import org.mirrorbook.exchange.bitget.wire.Contract;
import org.mirrorbook.exchange.bitget.wire.PositionRows;

/**
 * Lists of the REST side of a classic account, all their pages (protocol notes, Bitget 6.3). Blocks; thread-safe. Every question fails with
 * a {@link org.mirrorbook.exchange.VenueProblem}; an answer that is not understood is one to be reported.
 */
public final class History implements Questions {

    private final Pages pages;

    /** @param rest which also hands each answer on, as it was sent, to whoever records */
    public History(BitgetRest rest) {
        this.pages = new Pages(rest);
    }

    @Override
    public List<PositionRow> positions(Scope scope) {
        return pages.one(Endpoint.OPEN_POSITIONS, Pages.query(scope), answer -> PositionRows.read(scope, answer.rows("data")));
    }

    @Override
    public List<ClosingRecord> closingRecords(Scope scope, Instant since) {
        return new ClosedPositions(pages).read(scope, since);
    }

    @Override
    public List<Fill> fills(Scope scope, Instant since, Instant until) {
        return new Fills(pages).read(scope, since, until);
    }

    @Override
    public List<OrderNote> closeReasons(Scope scope, Instant since, Instant until) {
        return new OldOrders(pages).closeReasons(scope, since, until);
    }

    @Override
    public List<ProtectiveOrder> protections(Scope scope) {
        return new PlanOrders(pages).read(scope);
    }

    /** What can be traded. */
    public List<Contract> contracts(Scope scope) {
        return pages.one(Endpoint.CONTRACTS, Pages.query(scope), answer -> Contract.read(scope, answer.rows("data")));
    }

    /** What the account holds, one for each margin coin. */
    public List<Balance> balances(Scope scope) {
        return new Accounts(pages).balances(scope);
    }

    /** How the account trades an instrument. */
    public AccountTerms terms(Scope scope, String instrument, String marginCoin) {
        return new Accounts(pages).terms(scope, instrument, marginCoin);
    }
}
