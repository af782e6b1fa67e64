package org.mirrorbook.exchange.practice.unified;

import org.mirrorbook.exchange.practice.books.Dice;
import org.mirrorbook.exchange.practice.books.Position;

/**
 * What v3 tells as the {@code createdTime} of an open position: a moment of its slot's past and not the start of its life (protocol notes,
 * Bitget 7). The same for all lives of a slot, and at least a day before each of them.
 */
final class SlotBirth {

    private static final long DAY = 86_400_000;
    /** 1 March 2025. */
    private static final long FIRST = 1_740_787_200_000L;
    private static final int DAYS = 120;

    private SlotBirth() {
    }

    /** In ms since 1970. */
    static long of(Position position) {
        Dice dice = new Dice(0, "slot " + position.contract().symbol() + " " + position.side().wire());
        return Math.min(FIRST + dice.roll(1, DAYS) * DAY + dice.roll(2, (int) DAY), position.cTime() - DAY);
    }
}
