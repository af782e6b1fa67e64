package org.mirrorbook.exchange.practice.books;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The play money of an account, one wallet per margin coin. Not safe for use from several threads. */
final class Wallets {

    private static final BigDecimal FIFTH = new BigDecimal("5");

    private final Map<ProductType, String> coins = new EnumMap<>(ProductType.class);
    private final Map<String, BigDecimal> full = new HashMap<>();
    private final Map<String, BigDecimal> balances = new HashMap<>();

    Wallets() {
        give(ProductType.USDT_FUTURES, "USDT", "10000");
        give(ProductType.COIN_FUTURES, "BTC", "0.5");
        give(ProductType.USDC_FUTURES, "USDC", "10000");
    }

    private void give(ProductType product, String coin, String amount) {
        coins.put(product, coin);
        full.put(coin, new BigDecimal(amount));
        balances.put(coin, new BigDecimal(amount));
    }

    BigDecimal of(String coin) {
        return balances.getOrDefault(coin, BigDecimal.ZERO);
    }

    void credit(String coin, BigDecimal amount) {
        balances.merge(coin, amount, BigDecimal::add);
    }

    /** Fills every wallet of which less than a fifth is left; tells whose. */
    List<ProductType> fillUp() {
        List<ProductType> filled = new ArrayList<>();
        coins.forEach((product, coin) -> {
            if (of(coin).multiply(FIFTH).compareTo(full.get(coin)) < 0) {
                balances.put(coin, full.get(coin));
                filled.add(product);
            }
        });
        return filled;
    }

    Map<String, BigDecimal> balances() {
        return Map.copyOf(balances);
    }

    void resume(Map<String, BigDecimal> remembered) {
        balances.putAll(remembered);
    }
}
