package org.mirrorbook.exchange.bitget.fuzz;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.mirrorbook.domain.lifecycle.Observation;
import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.Fill;
import org.mirrorbook.domain.position.LifeMark;
import org.mirrorbook.domain.position.OrderNote;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.ProtectiveOrder;
import org.mirrorbook.domain.position.Slot;
import org.mirrorbook.exchange.MarkSeen;

/** What the product read, in the lines of {@link NaiveReading}. */
final class Told {

    private Told() {
    }

    static List<String> of(Observation seen) {
        return switch (seen) {
            case Observation.SnapshotSeen snapshot -> {
                var lines = snapshot.rows().stream().map(Told::of).collect(Collectors.toList());
                lines.add(0, "SNAPSHOT " + snapshot.scope().product().code() + " " + millis(snapshot.venueTime()));
                yield lines;
            }
            case Observation.ClosingRecordSeen closed -> List.of(of(closed.record()));
            case Observation.FillSeen fill -> List.of(of(fill.fill()));
            case Observation.OrderSeen order -> List.of(of(order.order()));
            case Observation.PositionSeen changed -> List.of("CHANGED " + millis(changed.venueTime()) + " " + of(changed.row()));
            case Observation.PositionGone gone -> List.of("GONE " + millis(gone.venueTime()) + " " + of(gone.slot()));
            case Observation.ProtectionSeen protection -> List.of(of(protection.order()));
            case Observation.EquitySeen worth -> List.of(String.join(" ", "WORTH", worth.scope().product().code(),
                    worth.equity().currency(), plain(worth.equity().amount()), millis(worth.at())));
            default -> throw new AssertionError("nothing that a message says: " + seen);
        };
    }

    static String of(PositionRow row) {
        var figures = row.figures();
        return String.join(" ", "POSITION", of(row.slot()), of(row.life()), plain(row.size()), plain(row.entryPrice()),
                plain(figures.leverage()), plain(figures.margin()), plain(figures.markPrice()), plain(figures.liquidationPrice()),
                plain(figures.unrealised()), plain(figures.realised()), plain(figures.fees()), plain(figures.funding()),
                millis(row.updatedAt()));
    }

    static String of(ClosingRecord record) {
        return String.join(" ", "CLOSED", of(record.slot()), of(record.life()), millis(record.closedAt()), plain(record.openAverage()),
                plain(record.closeAverage()), plain(record.openSize()), plain(record.closeSize()), plain(record.gross()),
                plain(record.openFee()), plain(record.closeFee()), plain(record.funding()), plain(record.reportedNet()));
    }

    static String of(Fill fill) {
        var fees = fill.fees().stream().map(fee -> plain(fee.amount()) + fee.currency() + ";").collect(Collectors.joining());
        return String.join(" ", "FILL", fill.scope().product().code(), fill.instrument(), fill.fillId(), fill.orderId(),
                fill.buys() ? "buys" : "sells", fill.effect().map(Enum::name).orElse("-"), plain(fill.quantity()), plain(fill.price()),
                plain(fill.pnl()), fees, millis(fill.at()), fill.reason().map(Enum::name).orElse("-"));
    }

    static String of(ProtectiveOrder order) {
        return String.join(" ", "PROTECTION", order.scope().product().code(), order.instrument(),
                order.side().map(side -> side.name().toLowerCase(Locale.ROOT)).orElse("-"), order.orderId(), order.kind().name(),
                plain(order.price()), plain(order.size()), order.state().name(), millis(order.changedAt()));
    }

    static String of(OrderNote note) {
        return String.join(" ", "ORDER", note.scope().product().code(), note.instrument(), note.orderId(), note.reason().name(),
                millis(note.at()));
    }

    static String of(MarkSeen mark) {
        return String.join(" ", "MARK", mark.instrument().scope().product().code(), mark.instrument().symbol(), plain(mark.price()),
                millis(mark.venueTime()));
    }

    private static String of(Slot slot) {
        return String.join(" ", slot.scope().product().code(), slot.instrument(), slot.side().name().toLowerCase(Locale.ROOT),
                slot.marginMode().name().toLowerCase(Locale.ROOT), slot.marginCoin());
    }

    private static String of(LifeMark life) {
        return life.id().orElse("-") + " " + life.startedAt().map(Told::millis).orElse("-");
    }

    private static String millis(Instant at) {
        return Long.toString(at.toEpochMilli());
    }

    private static String plain(BigDecimal value) {
        return NaiveReading.plain(value);
    }

    private static String plain(Optional<BigDecimal> value) {
        return NaiveReading.plain(value.orElse(null));
    }
}
