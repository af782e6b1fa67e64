package org.mirrorbook.exchange.bitget.stream;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.mirrorbook.domain.lifecycle.Observation;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.exchange.ObservationBatch;
import org.mirrorbook.exchange.RawMessage;
import org.mirrorbook.exchange.bitget.wire.Balance;
import org.mirrorbook.exchange.bitget.wire.ClosingRows;
import org.mirrorbook.exchange.bitget.wire.FillRows;
import org.mirrorbook.exchange.bitget.wire.Frame;
import org.mirrorbook.exchange.bitget.wire.OrderRows;
import org.mirrorbook.exchange.bitget.wire.PlanOrder;
import org.mirrorbook.exchange.bitget.wire.PositionRows;
import org.mirrorbook.exchange.bitget.wire.Protections;
import org.mirrorbook.exchange.bitget.wire.Topic;
import org.mirrorbook.exchange.bitget.wire.UnreadableFrame;
import org.mirrorbook.exchange.link.LinkMessage;

/** What the pushes of a classic account say, one batch for each. */
record Pushes(Unheard unheard) {

    private static final String SNAPSHOT = "snapshot";

    LinkMessage read(Channel channel, Scope scope, Frame frame, String text, long connection, Instant receivedAt) {
        try {
            var raw = new RawMessage(receivedAt, channel.code, text);
            Consumer<String> strange = what -> unheard.note(channel.code, text, what);
            return switch (channel) {
                case POSITIONS -> positions(scope, frame, raw, connection);
                case HISTORY -> observed(raw, frame.rows().stream().map(row -> ClosingRows.ofStream(scope, row))
                        .map(record -> new Observation.ClosingRecordSeen(record, receivedAt)).toList());
                case FILLS -> observed(raw, FillRows.read(scope, frame.rows(), strange).stream()
                        .map(fill -> new Observation.FillSeen(fill, receivedAt)).toList());
                case ORDERS -> observed(raw, OrderRows.forced(scope, frame.rows(), strange).stream()
                        .map(note -> new Observation.OrderSeen(note, receivedAt)).toList());
                case PLANS -> observed(raw, Protections.told(PlanOrder.read(scope, frame.rows()), strange).stream()
                        .map(order -> new Observation.ProtectionSeen(order, receivedAt)).toList());
                case BALANCES -> observed(raw, Balance.read(scope, frame.rows()).stream().flatMap(balance -> balance.worth().stream())
                        .map(worth -> new Observation.EquitySeen(scope, worth, frame.at(), receivedAt)).toList());
                case EQUITY, ADL_NOTICES -> understood(raw, frame.rows());
            };
        } catch (UnreadableFrame refused) {
            return unheard.refuse(channel.code, text, refused.getMessage(), channel.tellsOfLives);
        }
    }

    private static LinkMessage positions(Scope scope, Frame frame, RawMessage raw, long connection) {
        // a list of changes, taken for all there is, would close what it does not name
        if (frame.action().filter(SNAPSHOT::equals).isEmpty()) {
            throw new UnreadableFrame("action is no snapshot");
        }
        var snapshot = new Observation.SnapshotSeen(scope, connection, frame.at(), raw.receivedAt(),
                PositionRows.read(scope, frame.rows()));
        return new LinkMessage.Observed(new ObservationBatch(raw, List.of(snapshot)),
                Optional.of(new Topic(scope.product().code(), Channel.POSITIONS.code, Topic.ALL).name()));
    }

    /** A push that nothing follows from yet; it was read to see that it can be. */
    private static LinkMessage understood(RawMessage raw, List<?> rows) {
        return observed(raw, List.of());
    }

    private static LinkMessage observed(RawMessage raw, List<? extends Observation> seen) {
        return new LinkMessage.Observed(new ObservationBatch(raw, List.copyOf(seen)), Optional.empty());
    }
}
