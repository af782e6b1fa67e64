package org.mirrorbook.exchange.practice.books;

import java.math.BigDecimal;

/** Contracts and quotes for tests; prices are chosen so that the arithmetic can be done beside the assertion. */
final class Sample {

    static final long NOON = 1_755_590_192_436L;

    private Sample() {
    }

    static BigDecimal of(String decimal) {
        return new BigDecimal(decimal);
    }

    /** A linear contract with a taker fee of 0.06 %. */
    static Contract bitcoin() {
        return Contracts.listed().find("BTCUSDT").orElseThrow();
    }

    static Contract ether() {
        return Contracts.listed().find("ETHUSDT").orElseThrow();
    }

    /** Margin, fees and profit in bitcoin. */
    static Contract coinMargined() {
        return Contracts.listed().find("BTCUSD").orElseThrow();
    }

    /** The contract of the captured position of August 2025, whose account paid 0.04 %. */
    static Contract discounted() {
        Contract listed = bitcoin();
        return new Contract(listed.symbol(), listed.product(), listed.baseCoin(), listed.quoteCoin(), listed.marginCoin(), listed.tick(),
                listed.sizeStep(), listed.startPrice(), listed.maxLeverage(), of("0.0004"), of("0.004"), listed.volatilityPpm());
    }

    /** A quote without spread, so that buying and selling happen at the same price. */
    static Quote at(Contract contract, String price) {
        BigDecimal even = of(price);
        return new Quote(contract, 0, even, even, even, even, even, even, even);
    }
}
