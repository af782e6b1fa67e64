package org.mirrorbook.exchange.practice.stream;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import org.mirrorbook.exchange.practice.books.AccountBook;
import org.mirrorbook.exchange.practice.books.Position;

/**
 * What a client has been told of the open positions of its account, so that the next push can tell the changes alone. A position counts as
 * changed when anything in the books about it did, or what orders reserve of it; a moved price is no change.
 */
final class ToldPositions {

    private final Map<Long, Told> told = new LinkedHashMap<>();

    private record Told(Position position, BigDecimal frozen) {
    }

    /** What is new to the client: lives that are over, as they were told last, and lives that are open, as they are. */
    record News(List<Position> ended, List<Position> changed) {

        boolean isEmpty() {
            return ended.isEmpty() && changed.isEmpty();
        }
    }

    /** Forgets everything that was told. */
    void forget() {
        told.clear();
    }

    /** Takes note of how the positions in scope stand, and tells what is new in them. */
    News note(AccountBook book, Predicate<Position> scope) {
        Map<Long, Told> now = new LinkedHashMap<>();
        book.positions().stream().filter(scope)
                .forEach(position -> now.put(position.posId(), new Told(position, book.frozen(position))));
        List<Position> ended = new ArrayList<>();
        for (Told before : List.copyOf(told.values())) {
            if (scope.test(before.position()) && !now.containsKey(before.position().posId())) {
                told.remove(before.position().posId());
                ended.add(before.position());
            }
        }
        List<Position> changed = new ArrayList<>();
        now.forEach((posId, state) -> {
            if (!state.equals(told.put(posId, state))) {
                changed.add(state.position());
            }
        });
        return new News(ended, changed);
    }
}
