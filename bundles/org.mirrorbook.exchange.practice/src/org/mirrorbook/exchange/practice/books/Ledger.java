package org.mirrorbook.exchange.practice.books;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What happened in an account, oldest first: closed lives, fills, finished orders. Bounded: the oldest entries are forgotten, for this is
 * practice. Not safe for use from several threads.
 */
public final class Ledger {

    private static final int LIVES_KEPT = 10_000;
    private static final int ROWS_KEPT = 40_000;

    private final Deque<ClosedLife> lives = new ArrayDeque<>();
    private final Deque<Fill> fills = new ArrayDeque<>();
    private final Deque<Order> orders = new ArrayDeque<>();
    private LedgerPage news = LedgerPage.empty();

    void add(ClosedLife closed) {
        keep(lives, closed, LIVES_KEPT);
        news.lives().add(closed);
    }

    void add(Fill fill) {
        keep(fills, fill, ROWS_KEPT);
        news.fills().add(fill);
    }

    void add(Order finished) {
        keep(orders, finished, ROWS_KEPT);
        news.orders().add(finished);
    }

    public List<ClosedLife> lives() {
        return List.copyOf(lives);
    }

    public List<Fill> fills() {
        return List.copyOf(fills);
    }

    public List<Order> orders() {
        return List.copyOf(orders);
    }

    /** Everything that is kept. */
    public LedgerPage whole() {
        return new LedgerPage(new ArrayList<>(lives), new ArrayList<>(fills), new ArrayList<>(orders));
    }

    /** What was added since the last call. */
    public LedgerPage takeNews() {
        LedgerPage taken = news;
        news = LedgerPage.empty();
        return taken;
    }

    /** Puts remembered entries behind those that are here; they are no news. */
    public void resume(LedgerPage page) {
        page.lives().forEach(life -> keep(lives, life, LIVES_KEPT));
        page.fills().forEach(fill -> keep(fills, fill, ROWS_KEPT));
        page.orders().forEach(order -> keep(orders, order, ROWS_KEPT));
    }

    private static <T> void keep(Deque<T> rows, T row, int most) {
        rows.addLast(row);
        if (rows.size() > most) {
            rows.removeFirst();
        }
    }
}
