package org.mirrorbook.ui.model.evidence;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.lifecycle.Book;
import org.mirrorbook.domain.lifecycle.PositionLifecycle;
import org.mirrorbook.journal.LaneInput;
import org.mirrorbook.journal.Recorded;

/**
 * Folds recorded inputs again, as their lane did, and follows one trade. A lane records before it commits: what a kill kept from being
 * committed is undone by the next beginning, which tells the book that the journal had. For one thread.
 */
final class Refold {

    private final PositionLifecycle lifecycle = new PositionLifecycle();
    private final TradeId followed;
    private Book book;
    private Optional<Trade> trade = Optional.empty();

    Refold(TradeId followed) {
        this.followed = followed;
    }

    /** Folds one more. Before the first beginning there is no book to fold on, and nothing happens. */
    void take(Recorded recorded) {
        switch (recorded.input()) {
            case LaneInput.Opened opened -> {
                book = opened.book();
                // a trade that is final already is in no book any more
                trade = in(book).or(() -> trade.filter(known -> !known.isOpen()));
            }
            case LaneInput.Heard heard -> {
                if (book != null) {
                    fold(heard);
                }
            }
        }
    }

    private void fold(LaneInput.Heard heard) {
        Map<TradeId, Trade> changed = new HashMap<>();
        for (var one : heard.seen()) {
            var step = lifecycle.apply(book, one);
            book = step.after();
            step.trades().forEach(newest -> changed.put(newest.id(), newest));
        }
        trade = Optional.ofNullable(changed.get(followed)).or(() -> trade);
    }

    private Optional<Trade> in(Book opened) {
        return Stream.of(opened.open().values().stream().map(life -> life.trade()), opened.awaiting().stream().map(life -> life.trade()),
                opened.recent().stream().map(life -> life.trade())).flatMap(all -> all).filter(one -> one.id().equals(followed))
                .findFirst();
    }

    /** The trade as of the newest input; absent while it is not there. */
    Optional<Trade> trade() {
        return trade;
    }

    boolean hasBook() {
        return book != null;
    }
}
