package org.mirrorbook.mirror.lane;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.mirrorbook.domain.journal.Execution;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.lifecycle.Book;
import org.mirrorbook.domain.position.Scope;

/** Finds the executions that were only inferred just now, so that their fills can be asked for (docs/lifecycle.md, rule 6). */
final class Inferences {

    private Inferences() {
    }

    /** For each scope with newly inferred executions: since when fills can explain them. */
    static Map<Scope, Instant> of(Folded folded) {
        var wanted = new HashMap<Scope, Instant>();
        for (var trade : folded.trades()) {
            since(trade, former(folded.before(), trade.id())).ifPresent(since -> wanted.merge(trade.slot().scope(), since,
                    (one, other) -> one.isBefore(other) ? one : other));
        }
        return wanted;
    }

    /** The time of the execution before the first newly inferred one: the fills came after it. */
    private static Optional<Instant> since(Trade trade, List<Execution> former) {
        var known = new HashSet<>(former);
        var last = trade.openedAt();
        for (var execution : trade.executions()) {
            if (execution.inferred() && !known.contains(execution)) {
                return Optional.of(last.isBefore(execution.at()) ? last : execution.at());
            }
            last = execution.at();
        }
        return Optional.empty();
    }

    private static List<Execution> former(Book book, TradeId trade) {
        return Stream.of(book.open().values().stream().map(life -> life.trade()), book.awaiting().stream().map(life -> life.trade()),
                book.recent().stream().map(life -> life.trade())).flatMap(trades -> trades)
                .filter(one -> one.id().equals(trade)).findFirst().map(Trade::executions).orElse(List.of());
    }
}
