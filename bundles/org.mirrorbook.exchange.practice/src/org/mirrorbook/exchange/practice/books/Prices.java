package org.mirrorbook.exchange.practice.books;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The prices of all listed contracts, moving together step by step. Not safe for use from several threads. */
public final class Prices {

    private final Map<Contract, Walk> walks = new LinkedHashMap<>();
    private final Set<Contract> held = new HashSet<>();
    private final Map<Contract, Quote> quotes = new LinkedHashMap<>();

    public Prices(Contracts contracts, long seed) {
        for (Contract contract : contracts.all()) {
            Walk walk = new Walk(contract, seed);
            walks.put(contract, walk);
            quotes.put(contract, walk.quote());
        }
    }

    /** Moves every price once, but for those that are held. */
    public void step() {
        walks.forEach((contract, walk) -> {
            if (!held.contains(contract)) {
                walk.step();
                quotes.put(contract, walk.quote());
            }
        });
    }

    /** Puts the last price of a contract where it is wanted. */
    public void jump(Contract contract, BigDecimal price) {
        walks.get(contract).jump(price);
        quotes.put(contract, walks.get(contract).quote());
    }

    /** Whether the price stays where it is. */
    public void hold(Contract contract, boolean stays) {
        if (stays) {
            held.add(contract);
        } else {
            held.remove(contract);
        }
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
