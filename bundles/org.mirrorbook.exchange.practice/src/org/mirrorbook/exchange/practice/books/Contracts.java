package org.mirrorbook.exchange.practice.books;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What can be traded here. Start prices are of the right order of magnitude; nothing follows a real market. */
public final class Contracts {

    private static final BigDecimal TAKER = new BigDecimal("0.0006");

    private final List<Contract> all;

    private Contracts(List<Contract> all) {
        this.all = List.copyOf(all);
    }

    /** The contracts that every practice exchange lists. */
    public static Contracts listed() {
        return new Contracts(List.of(
                usdt("BTCUSDT", "BTC", "0.1", "0.0001", "97000", 125, "0.004", 160),
                usdt("ETHUSDT", "ETH", "0.01", "0.01", "3500", 100, "0.005", 200),
                usdt("SOLUSDT", "SOL", "0.001", "0.1", "190", 75, "0.01", 250),
                usdt("XRPUSDT", "XRP", "0.0001", "1", "2.4", 75, "0.01", 240),
                new Contract("BTCUSD", ProductType.COIN_FUTURES, "BTC", "USD", "BTC", new BigDecimal("0.1"), new BigDecimal("0.001"),
                        new BigDecimal("97010"), 125, TAKER, new BigDecimal("0.004"), 60),
                new Contract("BTCPERP", ProductType.USDC_FUTURES, "BTC", "USDC", "USDC", new BigDecimal("0.1"), new BigDecimal("0.0001"),
                        new BigDecimal("96990"), 125, TAKER, new BigDecimal("0.004"), 60)));
    }

    public List<Contract> all() {
        return all;
    }

    public List<Contract> of(ProductType product) {
        return all.stream().filter(contract -> contract.product() == product).toList();
    }

    public Optional<Contract> find(String symbol) {
        return all.stream().filter(contract -> contract.symbol().equalsIgnoreCase(symbol)).findFirst();
    }

    private static Contract usdt(String symbol, String base, String tick, String step, String start, int maxLeverage, String maintenance,
            int volatilityPpm) {
        return new Contract(symbol, ProductType.USDT_FUTURES, base, "USDT", "USDT", new BigDecimal(tick), new BigDecimal(step),
                new BigDecimal(start), maxLeverage, TAKER, new BigDecimal(maintenance), volatilityPpm);
    }
}
