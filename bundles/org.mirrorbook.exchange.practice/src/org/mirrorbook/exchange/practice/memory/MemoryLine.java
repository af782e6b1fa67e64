package org.mirrorbook.exchange.practice.memory;

import java.util.List;

import org.mirrorbook.exchange.practice.books.FloorState;
import org.mirrorbook.exchange.practice.books.LedgerPage;
import org.mirrorbook.exchange.practice.trader.TraderState;

/**
 * One line of the memory file: how everything stands, and what the ledgers gained since the line before.
 *
 * @param version of the form
 * @param traders empty where nobody trades
 * @param news one page per account
 */
public record MemoryLine(int version, FloorState floor, List<TraderState> traders, List<LedgerPage> news) {

    /** The form written by this version of the product. */
    public static final int VERSION = 1;
}
