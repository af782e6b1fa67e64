package org.mirrorbook.exchange.practice.books;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The prices of all listed contracts, moving together step by step. Not safe for use from several threads. */
public final class Prices {

    private final Map<Contract, Walk> walks = new LinkedHashMap<>();
    private final Map<Contract, Quote> quotes = new LinkedHashMap<>();

    public Prices(Contracts contracts, long seed) {
        for (Contract contract : contracts.all()) {
            Walk walk = new Walk(contract, seed);
            walks.put(contract, walk);
            quotes.put(contract, walk.quote());
        }
    }

    /** Moves every price once. */
    public void step() {
        walks.forEach((contract, walk) -> {
            walk.step();
            quotes.put(contract, walk.quote());
        });
    }

    public Quote of(Contract contract) {
        return quotes.get(contract);
    }

    public List<PriceState> state() {
        return walks.values().stream().map(Walk::state).toList();
    }

    /** Goes on from remembered prices; symbols that are not listed any more are left out. */
    public void resume(List<PriceState> states) {
        for (PriceState state : states) {
            walks.forEach((contract, walk) -> {
                if (contract.symbol().equals(state.symbol())) {
                    walk.resume(state);
                    quotes.put(contract, walk.quote());
                }
            });
        }
    }
}
