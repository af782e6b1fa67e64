package org.mirrorbook.exchange.practice.books;

/** Where the price walk of a symbol stands, in ticks, to go on from after a restart. */
public record PriceState(String symbol, long step, long ticks, long high, long low) {
}
