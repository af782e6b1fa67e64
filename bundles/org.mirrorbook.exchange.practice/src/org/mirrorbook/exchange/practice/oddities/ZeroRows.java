package org.mirrorbook.exchange.practice.oddities;

import java.util.ArrayList;
import java.util.List;

import org.mirrorbook.exchange.practice.books.AccountBook;
import org.mirrorbook.exchange.practice.books.ClosedLife;
import org.mirrorbook.exchange.practice.books.Position;
import org.mirrorbook.exchange.practice.books.ProductType;

/** Lists what is closed among what is open, with a total of zero, as the venue has done (protocol notes, Bitget 8: drop such rows). */
public final class ZeroRows {

    private static final int MOST = 3;

    private final Oddities oddities;

    public ZeroRows(Oddities oddities) {
        this.oddities = oddities;
    }

    /** The open positions, and where it is wanted the last closed ones of slots that are empty now. */
    public List<Position> with(List<Position> open, AccountBook book, ProductType product) {
        if (!oddities.is(Oddity.ZERO_ROWS)) {
            return open;
        }
        List<Position> listed = new ArrayList<>(open);
        List<ClosedLife> newestFirst = book.ledger().lives().reversed();
        for (ClosedLife closed : newestFirst) {
            Position life = closed.life();
            boolean taken = listed.stream().anyMatch(other -> other.contract().equals(life.contract()) && other.side() == life.side());
            if (life.contract().product() == product && !taken && listed.size() < open.size() + MOST) {
                listed.add(life);
            }
        }
        return listed;
    }
}
