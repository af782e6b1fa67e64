package org.mirrorbook.exchange.practice.books;

import java.util.ArrayList;
import java.util.List;

/** Some entries of a ledger, oldest first. */
public record LedgerPage(List<ClosedLife> lives, List<Fill> fills, List<Order> orders) {

    static LedgerPage empty() {
        return new LedgerPage(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }
}
