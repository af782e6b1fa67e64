package org.mirrorbook.exchange.bitget.unified;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.mirrorbook.domain.lifecycle.Observation;
import org.mirrorbook.domain.lifecycle.Observation.PositionGone;
import org.mirrorbook.domain.lifecycle.Observation.PositionSeen;
import org.mirrorbook.domain.lifecycle.Observation.SnapshotSeen;
import org.mirrorbook.domain.money.Money;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.exchange.ObservationBatch;
import org.mirrorbook.exchange.RawMessage;
import org.mirrorbook.exchange.bitget.stream.Unheard;
import org.mirrorbook.exchange.bitget.wire.Frame;
import org.mirrorbook.exchange.bitget.wire.WireRow;
import org.mirrorbook.exchange.link.LinkMessage;

/**
 * What the pushes of a unified account say, one batch for each. The first list of positions on a connection is complete and becomes a
 * snapshot of each product, also of those in which nothing is open; after it each row speaks for its own slot alone, and by its content:
 * a close was seen in a push that calls itself a snapshot (protocol notes, Bitget 7).
 */
final class UnifiedPushes {

    static final String POSITIONS = "position";
    private static final String FILLS = "fill";
    private static final String ORDERS = "order";

    static final String PROTECTIONS = "strategy-order";
    private static final String BALANCES = "account";
    /** The topics that are wanted. */
    static final Set<String> TOPICS = Set.of(POSITIONS, ORDERS, FILLS, PROTECTIONS, BALANCES);

    private static final String COMPLETE = "snapshot";

    private final Categories categories;
    private final HoldMode mode;
    private final Unheard unheard;
    private final Beginnings beginnings = new Beginnings();

    UnifiedPushes(Categories categories, HoldMode mode, Unheard unheard) {
        this.categories = categories;
        this.mode = mode;
        this.unheard = unheard;
    }

    /** Whether a push that was not understood may be a gap in the story of a position. */
    static boolean tellsOfLives(String topic) {
        return topic.equals(POSITIONS) || topic.equals(FILLS);
    }

    LinkMessage read(String topic, Frame frame, String text, long connection, Instant receivedAt) {
        var raw = new RawMessage(receivedAt, topic, text);
        return switch (topic) {
            case POSITIONS -> positions(frame, raw, connection);
            case FILLS -> observed(raw, frame.rows().stream().filter(UnifiedFills::isOne)
                    .flatMap(row -> categories.scope(row).map(scope -> UnifiedFills.read(scope, row, mode.isHedge(row))).stream())
                    .map(fill -> new Observation.FillSeen(fill, receivedAt)).toList());
            case ORDERS -> observed(raw, frame.rows().stream()
                    .flatMap(row -> categories.scope(row).flatMap(scope -> UnifiedOrders.forced(scope, row)).stream())
                    .map(note -> new Observation.OrderSeen(note, receivedAt)).toList());
            case PROTECTIONS -> observed(raw, frame.rows().stream()
                    .flatMap(row -> categories.scope(row).stream().flatMap(scope ->
                            UnifiedProtections.read(scope, row, what -> unheard.note(topic, text, what)).stream()))
                    .map(order -> new Observation.ProtectionSeen(order, receivedAt)).toList());
            case BALANCES -> observed(raw, worths(frame, receivedAt));
            default -> observed(raw, List.of());
        };
    }

    /** A unified account holds each coin once, for all its products. */
    private List<Observation.EquitySeen> worths(Frame frame, Instant receivedAt) {
        return frame.rows().stream().flatMap(row -> row.rows("coin").stream())
                .flatMap(coin -> coin.decimal("equity").map(equity -> new Money(equity, UnifiedWords.coin(coin))).stream())
                .flatMap(worth -> categories.products().scopes().stream()
                        .map(scope -> new Observation.EquitySeen(scope, worth, frame.at(), receivedAt)))
                .toList();
    }

    private LinkMessage positions(Frame frame, RawMessage raw, long connection) {
        var rows = frame.rows();
        rows.forEach(mode::note);
        if (beginnings.has(connection)) {
            return observed(raw, changes(rows, frame.at(), raw.receivedAt(), connection));
        }
        if (frame.action().filter(COMPLETE::equals).isEmpty()) {
            beginnings.hold(connection, changes(rows, frame.at(), raw.receivedAt(), connection));
            return observed(raw, List.of());
        }
        List<Observation> seen = new ArrayList<>(snapshots(rows, frame.at(), raw.receivedAt(), connection));
        for (var early : beginnings.begin(connection)) {
            // what is not newer than the list is in it
            if (venueTime(early).isAfter(frame.at())) {
                seen.add(early);
            }
        }
        return new LinkMessage.Observed(new ObservationBatch(raw, seen), Optional.of(UnifiedDialect.aligning().iterator().next()));
    }

    private List<SnapshotSeen> snapshots(List<WireRow> rows, Instant at, Instant receivedAt, long connection) {
        var open = new LinkedHashMap<Scope, List<PositionRow>>();
        categories.products().scopes().forEach(scope -> open.put(scope, new ArrayList<>()));
        for (var row : rows) {
            var scope = categories.scope(row);
            if (scope.isPresent() && !UnifiedPositions.isGone(row)) {
                open.get(scope.get()).add(UnifiedPositions.ofStream(scope.get(), row, at));
            }
        }
        return open.entrySet().stream().map(part -> new SnapshotSeen(part.getKey(), connection, at, receivedAt, part.getValue())).toList();
    }

    private List<Observation> changes(List<WireRow> rows, Instant at, Instant receivedAt, long connection) {
        var changes = new ArrayList<Observation>();
        for (var row : rows) {
            categories.scope(row).ifPresent(scope -> {
                var slot = UnifiedPositions.slot(scope, row);
                if (UnifiedPositions.isGone(row)) {
                    changes.add(new PositionGone(slot, connection, at, receivedAt));
                    return;
                }
                if (HoldMode.isOneWay(row)) {
                    // a flip may be told by the row of the new side alone: where one side is open the other cannot be
                    changes.add(new PositionGone(slot.opposite(), connection, at, receivedAt));
                }
                changes.add(new PositionSeen(connection, at, receivedAt, UnifiedPositions.ofStream(scope, row, at)));
            });
        }
        return changes;
    }

    private static Instant venueTime(Observation change) {
        return switch (change) {
            case PositionSeen seen -> seen.venueTime();
            case PositionGone gone -> gone.venueTime();
            default -> throw new IllegalStateException("only changes wait");
        };
    }

    private static LinkMessage observed(RawMessage raw, List<? extends Observation> seen) {
        return new LinkMessage.Observed(new ObservationBatch(raw, List.copyOf(seen)), Optional.empty());
    }
}
