package org.mirrorbook.journal.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.position.MarginMode;
import org.mirrorbook.domain.position.Product;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.domain.position.Slot;

/** A {@link Slot} as columns. */
@Embeddable
class SlotColumns {

    String account;
    String venue;
    @Enumerated(EnumType.STRING)
    Environment environment;
    String product;
    boolean inverse;
    String instrument;
    @Enumerated(EnumType.STRING)
    Side side;
    @Enumerated(EnumType.STRING)
    @Column(name = "margin_mode")
    MarginMode marginMode;
    @Column(name = "margin_coin")
    String marginCoin;

    static SlotColumns of(Slot slot) {
        var columns = new SlotColumns();
        columns.account = Fit.text("account id", slot.scope().account().value(), 64);
        columns.venue = Fit.text("venue", slot.scope().venue(), 32);
        columns.environment = slot.scope().environment();
        columns.product = Fit.text("product", slot.scope().product().code(), 32);
        columns.inverse = slot.scope().product().inverse();
        columns.instrument = Fit.text("instrument", slot.instrument(), 64);
        columns.side = slot.side();
        columns.marginMode = slot.marginMode();
        columns.marginCoin = Fit.text("margin coin", slot.marginCoin(), 32);
        return columns;
    }

    Slot slot() {
        var scope = new Scope(new AccountId(account), venue, environment, new Product(product, inverse));
        return new Slot(scope, instrument, side, marginMode, marginCoin);
    }
}
