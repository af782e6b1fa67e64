package org.mirrorbook.exchange.practice.books;

/** What an account has chosen for one symbol: margin mode, and leverage of each side. */
public record SymbolSettings(MarginMode marginMode, int longLeverage, int shortLeverage) {

    static SymbolSettings usual() {
        return new SymbolSettings(MarginMode.CROSSED, 10, 10);
    }

    public int leverage(HoldSide side) {
        return side == HoldSide.LONG ? longLeverage : shortLeverage;
    }

    SymbolSettings with(HoldSide side, int leverage) {
        return side == HoldSide.LONG
                ? new SymbolSettings(marginMode, leverage, shortLeverage)
                : new SymbolSettings(marginMode, longLeverage, leverage);
    }

    SymbolSettings with(MarginMode changed) {
        return new SymbolSettings(changed, longLeverage, shortLeverage);
    }
}
