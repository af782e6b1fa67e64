package org.mirrorbook.exchange.practice.books;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** What an account has chosen: the position mode per product, margin mode and leverage per symbol. Not safe for several threads. */
final class Choices {

    private final Map<ProductType, PositionMode> modes = new EnumMap<>(ProductType.class);
    private final Map<String, SymbolSettings> settings = new HashMap<>();

    Choices() {
        modes.put(ProductType.USDT_FUTURES, PositionMode.ONE_WAY);
        modes.put(ProductType.COIN_FUTURES, PositionMode.HEDGE);
        modes.put(ProductType.USDC_FUTURES, PositionMode.ONE_WAY);
    }

    PositionMode mode(ProductType product) {
        return modes.get(product);
    }

    void choose(ProductType product, PositionMode mode) {
        modes.put(product, mode);
    }

    SymbolSettings of(Contract contract) {
        return settings.getOrDefault(contract.symbol(), SymbolSettings.usual());
    }

    void choose(Contract contract, SymbolSettings chosen) {
        settings.put(contract.symbol(), chosen);
    }

    Map<ProductType, PositionMode> modes() {
        return Map.copyOf(modes);
    }

    Map<String, SymbolSettings> settings() {
        return Map.copyOf(settings);
    }

    void resume(AccountState state) {
        modes.putAll(state.modes());
        settings.putAll(state.settings());
    }
}
