package org.mirrorbook.exchange.practice.books;

/** How an order met the market. Fees do not depend on it here: practice charges the taker's rate always. */
public enum FillStyle {
    MARKET, LIMIT_TAKING, LIMIT_RESTED;

    public String orderType() {
        return this == MARKET ? "market" : "limit";
    }

    public boolean isMaker() {
        return this == LIMIT_RESTED;
    }

    public String scope() {
        return isMaker() ? "maker" : "taker";
    }
}
