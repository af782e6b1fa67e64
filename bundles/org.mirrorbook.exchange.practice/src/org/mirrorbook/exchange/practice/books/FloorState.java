package org.mirrorbook.exchange.practice.books;

import java.util.List;

/** The whole floor as it stands, without ledgers. */
public record FloorState(long idSequence, List<PriceState> prices, List<AccountState> accounts) {
}
