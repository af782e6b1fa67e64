package org.mirrorbook.domain.lifecycle;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.lifecycle.BookDraft.Market;
import org.mirrorbook.domain.lifecycle.JournalChange.ProtectionMoved;
import org.mirrorbook.domain.lifecycle.Observation.ProtectionSeen;
import org.mirrorbook.domain.lifecycle.Observation.ProtectionsListed;
import org.mirrorbook.domain.position.ProtectiveOrder;
import org.mirrorbook.domain.position.ProtectiveOrder.State;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.domain.risk.Protection;
import org.mirrorbook.domain.risk.ProtectionKind;
import org.mirrorbook.domain.risk.ProtectionMove;
import org.mirrorbook.domain.risk.ProtectionSource;
import org.mirrorbook.domain.risk.Risk;

/** Follows the live stops and targets of open trades (docs/lifecycle.md, rule 11). */
final class Protections {

    /** When a position is closed, the venue takes back what protected it, a little before or after it says so. */
    private static final Duration AFTERMATH = Duration.ofSeconds(5);

    void fold(BookDraft draft, ProtectionSeen seen) {
        var before = draft.around().orders();
        var known = Optional.ofNullable(before.told().get(ProtectiveOrders.Key.of(seen.order()))).map(ProtectionSeen::order);
        var after = before.with(seen);
        if (after != before) {
            draft.around(draft.around().with(forgetting(draft, after)));
            if (!known.equals(Optional.of(seen.order()))) {
                var order = seen.order();
                var takenBack = order.state() == State.GONE ? Optional.of(order.changedAt()) : Optional.<Instant>empty();
                openIn(draft, order.scope()).stream().filter(trade -> trade.slot().instrument().equals(order.instrument()))
                        .filter(trade -> isConcerned(draft, order, trade)).forEach(trade -> {
                            boolean leftOver = known.filter(waited -> isOfTheLifeBefore(draft, trade, waited, order)).isPresent();
                            if (leftOver) {
                                dropInherited(draft, trade, order.kind());
                            }
                            follow(draft, trade, order.kind(), Optional.of(order.changedAt()).filter(at -> !leftOver), takenBack);
                        });
            }
        }
    }

    private static boolean isConcerned(BookDraft draft, ProtectiveOrder order, Trade trade) {
        return ProtectiveOrders.protects(order, trade, openIn(draft, order.scope()));
    }

    /** Also what nobody heard of: an order that was taken back while the link was gone is not listed any more. */
    void fold(BookDraft draft, ProtectionsListed list) {
        var before = draft.around().orders();
        var after = before.with(list);
        if (after != before) {
            draft.around(draft.around().with(forgetting(draft, after)));
        }
        for (var trade : openIn(draft, list.scope())) {
            for (var kind : ProtectionKind.values()) {
                if (isJustAfterAnother(draft, trade, list.receivedAt()) && !after.anyOlder(trade, openIn(draft, list.scope()), kind)) {
                    dropInherited(draft, trade, kind);
                }
                var triggered = after.anyTriggered(trade, openIn(draft, list.scope()), kind);
                follow(draft, trade, kind, Optional.empty(), Optional.of(list.receivedAt()).filter(at -> !triggered));
            }
        }
    }

    /** Trades that began have what waited for them; trades that ended lose what only their end took away. */
    void settle(BookDraft draft) {
        if (!draft.around().orders().told().isEmpty()) {
            for (var trade : draft.begunOrReopened()) {
                for (var kind : ProtectionKind.values()) {
                    draft.held(trade.id()).filter(Trade::isOpen)
                            .ifPresent(open -> follow(draft, open, kind, Optional.empty(), Optional.empty()));
                }
            }
        }
        draft.touchedEnded().forEach(trade -> dropAftermath(draft, trade));
    }

    private static ProtectiveOrders forgetting(BookDraft draft, ProtectiveOrders orders) {
        var open = draft.allOpen().stream().map(life -> life.trade().slot()).map(slot -> new Market(slot.scope(), slot.instrument()))
                .collect(Collectors.toSet());
        return orders.withoutEndedBefore(draft.now().minus(BookDraft.HISTORY_MARGIN), open);
    }

    private static List<Trade> openIn(BookDraft draft, Scope scope) {
        return draft.openIn(scope).stream().map(OpenLife::trade).sorted(BookDraft.BY_START).toList();
    }

    /**
     * @param changedAt when the orders changed; where it is absent, the newest of them tells it
     * @param takenBack when something was taken back; absent where nothing was, so that nothing is missing
     */
    private static void follow(BookDraft draft, Trade trade, ProtectionKind kind, Optional<Instant> changedAt,
            Optional<Instant> takenBack) {
        var current = draft.held(trade.id()).orElse(trade);
        var level = draft.around().orders().level(current, openIn(draft, current.slot().scope()), kind);
        var known = liveNow(current.risk().of(kind));
        if (level.isPresent() && !known.equals(level.map(ProtectiveOrders.Level::price))) {
            move(draft, current, kind, changedAt.orElse(level.get().at()), level.map(ProtectiveOrders.Level::price));
        } else if (level.isEmpty() && known.isPresent() && takenBack.isPresent()) {
            move(draft, current, kind, takenBack.get(), Optional.empty());
        }
    }

    /**
     * Whether an order that ended now had only been left over when the life began: it ended before that, though it is told later, or the
     * venue took it back together with the life before, a moment ago.
     */
    private static boolean isOfTheLifeBefore(BookDraft draft, Trade trade, ProtectiveOrder waited, ProtectiveOrder ended) {
        return waited.state() == State.WAITING && ended.state() != State.WAITING && waited.changedAt().isBefore(trade.openedAt())
                && (!ended.changedAt().isAfter(trade.openedAt())
                || ended.state() == State.GONE && isJustAfterAnother(draft, trade, ended.changedAt()));
    }

    /** Whether the life began not long before, and just when another one of its instrument ended. */
    private static boolean isJustAfterAnother(BookDraft draft, Trade trade, Instant at) {
        return isClose(trade.openedAt(), at) && draft.ended().stream().filter(other -> other.slot().scope().equals(trade.slot().scope()))
                .filter(other -> other.slot().instrument().equals(trade.slot().instrument()))
                .anyMatch(other -> isClose(other.exit().orElseThrow().closedAt(), trade.openedAt()));
    }

    private static boolean isClose(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(AFTERMATH) <= 0;
    }

    /** What waited before the life began was not its own; what still waits is followed anew. */
    private static void dropInherited(BookDraft draft, Trade trade, ProtectionKind kind) {
        var current = draft.held(trade.id()).orElse(trade);
        var moves = current.risk().of(kind).moves();
        var own = moves.stream().filter(move -> move.source() != ProtectionSource.LIVE || !move.at().isBefore(trade.openedAt())).toList();
        if (own.size() < moves.size()) {
            var risk = current.risk();
            draft.replace(current.with(kind == ProtectionKind.STOP_LOSS ? new Risk(moving(own), risk.takeProfit(), risk.oneR())
                    : new Risk(risk.stopLoss(), moving(own), risk.oneR())));
        }
    }

    private static Optional<BigDecimal> liveNow(Protection protection) {
        return lastLive(protection.moves()).flatMap(ProtectionMove::price);
    }

    private static Optional<ProtectionMove> lastLive(List<ProtectionMove> moves) {
        return moves.stream().filter(move -> move.source() == ProtectionSource.LIVE).reduce((one, two) -> two);
    }

    private static void move(BookDraft draft, Trade trade, ProtectionKind kind, Instant at, Optional<BigDecimal> price) {
        var move = new ProtectionMove(at, ProtectionSource.LIVE, price);
        draft.replace(trade.with(trade.risk().with(kind, move)));
        draft.emit(new ProtectionMoved(trade.id(), at, kind, move.source(), move.price()));
    }

    private static void dropAftermath(BookDraft draft, Trade trade) {
        var closedAt = trade.exit().orElseThrow().closedAt();
        var risk = trade.risk();
        var kept = new Risk(withoutAftermath(risk.stopLoss(), closedAt), withoutAftermath(risk.takeProfit(), closedAt), risk.oneR());
        if (!kept.equals(risk)) {
            draft.replace(trade.with(kept));
        }
    }

    /** A live order that changed after the close is of the next life, which was not known then. */
    private static Protection withoutAftermath(Protection protection, Instant closedAt) {
        var kept = new ArrayList<>(protection.moves());
        kept.removeIf(move -> move.source() == ProtectionSource.LIVE && move.at().isAfter(closedAt));
        lastLive(kept).filter(move -> move.price().isEmpty() && !move.at().isBefore(closedAt.minus(AFTERMATH)))
                .ifPresent(move -> kept.remove(kept.lastIndexOf(move)));
        return kept.size() == protection.moves().size() ? protection : moving(kept);
    }

    /** Without live settings that, since others were taken out before them, say again what was: a stop that was never there is not lost. */
    private static Protection moving(List<ProtectionMove> moves) {
        var told = new ArrayList<ProtectionMove>();
        for (var move : moves) {
            if (move.source() != ProtectionSource.LIVE || !move.price().equals(lastLive(told).flatMap(ProtectionMove::price))) {
                told.add(move);
            }
        }
        return new Protection(told);
    }
}
