package org.mirrorbook.mirror.lane;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.position.Slot;
import org.mirrorbook.exchange.Instrument;
import org.mirrorbook.exchange.MarkSeen;

/** The newest mark price of each instrument; older ones are lost, and nobody misses them. Thread-safe. */
final class Marks {

    private final Map<Instrument, MarkSeen> newest = new ConcurrentHashMap<>();

    /** @return whether it is news: a positive price, and not older than the one that is there */
    boolean accept(MarkSeen mark) {
        if (mark.price().signum() <= 0) {
            return false;
        }
        return newest.merge(mark.instrument(), mark, (old, now) -> now.receivedAt().isBefore(old.receivedAt()) ? old : now) == mark;
    }

    /** Forgets all others: a price that nobody watches grows old. */
    void retain(Set<Instrument> watched) {
        newest.keySet().retainAll(watched);
    }

    Optional<MarkSeen> of(Slot slot) {
        return Optional.ofNullable(newest.get(new Instrument(slot.scope(), slot.instrument())));
    }

    /** The trade with its profit at the newest mark price; as it is when closed, or when no price has come. */
    Trade valued(Trade trade) {
        if (!trade.isOpen()) {
            return trade;
        }
        return of(trade.slot()).map(mark -> Optional.of(Valuation.unrealised(trade, mark.price())))
                .map(profit -> trade.with(trade.result().withUnrealised(profit))).orElse(trade);
    }
}
