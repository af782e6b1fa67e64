package org.mirrorbook.ui.model.evidence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.mirrorbook.domain.journal.Execution;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.lifecycle.MarkSample;
import org.mirrorbook.domain.lifecycle.Observation;
import org.mirrorbook.domain.lifecycle.Observation.AccountConverted;
import org.mirrorbook.domain.lifecycle.Observation.ClosingRecordSeen;
import org.mirrorbook.domain.lifecycle.Observation.CorrectionOrdered;
import org.mirrorbook.domain.lifecycle.Observation.EntryOrdered;
import org.mirrorbook.domain.lifecycle.Observation.FillSeen;
import org.mirrorbook.domain.lifecycle.Observation.LinkLost;
import org.mirrorbook.domain.lifecycle.Observation.MarksSampled;
import org.mirrorbook.domain.lifecycle.Observation.OrderSeen;
import org.mirrorbook.domain.lifecycle.Observation.PlanSet;
import org.mirrorbook.domain.lifecycle.Observation.PositionGone;
import org.mirrorbook.domain.lifecycle.Observation.PositionSeen;
import org.mirrorbook.domain.lifecycle.Observation.ProtectionSeen;
import org.mirrorbook.domain.lifecycle.Observation.RecordOverdue;
import org.mirrorbook.domain.lifecycle.Observation.SnapshotSeen;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.ProtectiveOrder;
import org.mirrorbook.domain.position.RecordKey;
import org.mirrorbook.domain.risk.Excursion;

/**
 * What in a message bears on one trade, and whether it is news: the same fill, row or record is told many times. Keeps what was told
 * already; for one reading.
 *
 * <p>A fill bears on the trade that has it as an execution, and an order on the trade whose executions name it: so what came before the
 * opening is found as well, and nothing of another life in the same slot.
 */
final class Bearing {

    private static final int MOST_IDS = 200;

    private final Trade trade;
    private final Set<String> fills;
    private final Set<String> orders;
    private final List<String> ids;
    private final Set<Object> told = new HashSet<>();
    private Optional<PositionRow> row = Optional.empty();
    private long repeats;

    Bearing(Trade trade) {
        this.trade = trade;
        fills = trade.executions().stream().flatMap(execution -> execution.fillId().stream()).collect(Collectors.toSet());
        orders = trade.executions().stream().map(Execution::orderId).flatMap(Optional::stream).collect(Collectors.toSet());
        ids = Stream.of(trade.positionId().stream(), orders.stream(), fills.stream()).flatMap(all -> all).limit(MOST_IDS).toList();
    }

    /** How many messages said nothing about the trade but what had been said. */
    long repeats() {
        return repeats;
    }

    /**
     * The observations of a message that bear on the trade and are news.
     *
     * @param changes whether the journal says that the message changed the trade: then all that bears on it counts as news
     * @param open whether the trade is open before the message
     */
    List<Observation> news(List<Observation> seen, boolean changes, boolean open) {
        var news = new ArrayList<Observation>();
        boolean repeated = false;
        for (var one : seen) {
            if (bears(one, open) || changes && mayChange(one)) {
                boolean isNews = isNews(one) || changes;
                repeated |= !isNews;
                if (isNews) {
                    news.add(one);
                }
            }
        }
        repeats += repeated && news.isEmpty() ? 1 : 0;
        return news;
    }

    /** Whether a message of which nothing was folded names the trade by an id, in a state that was not told yet. */
    boolean isNews(String channel, String text) {
        var named = ids.stream().filter(id -> text.contains("\"" + id + "\"")).toList();
        if (named.isEmpty()) {
            return false;
        }
        var states = OrderRows.in(text).filter(order -> orders.contains(order.id())).map(OrderRows::state).toList();
        var key = channel.startsWith("GET") || states.isEmpty() ? channel + named : channel + states;
        boolean fresh = told.add(key);
        repeats += fresh ? 0 : 1;
        return fresh;
    }

    private boolean bears(Observation seen, boolean open) {
        return switch (seen) {
            case FillSeen fill -> fills.contains(fill.fill().fillId()) && fill.fill().scope().equals(trade.slot().scope());
            case OrderSeen order -> orders.contains(order.order().orderId());
            case SnapshotSeen snapshot -> open && snapshot.scope().equals(trade.slot().scope());
            case PositionSeen position -> open && position.row().slot().equals(trade.slot());
            case PositionGone gone -> open && gone.slot().equals(trade.slot());
            case ProtectionSeen order -> open && isOurs(order.order());
            case ClosingRecordSeen record -> isOurs(record.record().key());
            case EntryOrdered entry -> isOurs(entry.record().key());
            case PlanSet plan -> plan.trade().id().equals(trade.id());
            case CorrectionOrdered order -> order.trade().id().equals(trade.id());
            case RecordOverdue overdue -> overdue.trade().equals(trade.id());
            case LinkLost lost -> open;
            case AccountConverted converted -> open;
            case MarksSampled marks -> marks.samples().stream().anyMatch(this::isFarthest);
            default -> false;
        };
    }

    /** What may be the cause of a change that the journal puts down to its message. */
    private boolean mayChange(Observation seen) {
        return switch (seen) {
            case SnapshotSeen snapshot -> snapshot.scope().equals(trade.slot().scope());
            case PositionSeen position -> position.row().slot().isBeside(trade.slot());
            case PositionGone gone -> gone.slot().isBeside(trade.slot());
            case FillSeen fill -> fill.fill().instrument().equals(trade.slot().instrument());
            case OrderSeen order -> order.order().instrument().equals(trade.slot().instrument());
            case ProtectionSeen order -> isOurs(order.order());
            case ClosingRecordSeen record -> record.record().slot().isBeside(trade.slot());
            case MarksSampled marks -> false;
            default -> true;
        };
    }

    private boolean isOurs(RecordKey key) {
        return key.slot().isBeside(trade.slot())
                && trade.exit().filter(exit -> exit.closedAt().equals(key.closedAt())).isPresent();
    }

    private boolean isOurs(ProtectiveOrder order) {
        return order.scope().equals(trade.slot().scope()) && order.instrument().equals(trade.slot().instrument())
                && order.side().filter(side -> side != trade.slot().side()).isEmpty();
    }

    /** Whether it is the price of the largest profit or loss that the trade ever showed. */
    private boolean isFarthest(MarkSample sample) {
        return sample.trade().equals(trade.id())
                && (isSame(sample.excursions().favourable(), trade.excursions().favourable())
                        || isSame(sample.excursions().adverse(), trade.excursions().adverse()));
    }

    private static boolean isSame(Optional<Excursion> one, Optional<Excursion> other) {
        return one.isPresent() && one.equals(other);
    }

    private boolean isNews(Observation seen) {
        return switch (seen) {
            case FillSeen fill -> told.add(fill.fill().fillId());
            case OrderSeen order -> told.add(List.of(order.order().orderId(), order.order().reason()));
            case ProtectionSeen order -> told.add(List.of(order.order().orderId(), order.order().state(), order.order().price()));
            case ClosingRecordSeen record -> told.add(record.record());
            case SnapshotSeen snapshot -> isNewRow(snapshot.rows().stream().filter(one -> one.slot().equals(trade.slot())).findFirst());
            case PositionSeen position -> isNewRow(Optional.of(position.row()));
            case MarksSampled marks -> marks.samples().stream().filter(this::isFarthest).anyMatch(this::isNewExtreme);
            default -> true;
        };
    }

    private boolean isNewExtreme(MarkSample sample) {
        var excursions = sample.excursions();
        boolean up = isSame(excursions.favourable(), trade.excursions().favourable()) && told.add(List.of("MFE"));
        boolean down = isSame(excursions.adverse(), trade.excursions().adverse()) && told.add(List.of("MAE"));
        return up || down;
    }

    /** Prices come with every row: only what the position itself is counts as news. */
    private boolean isNewRow(Optional<PositionRow> newest) {
        boolean same = newest.isPresent() == row.isPresent() && newest.isPresent() && newest.get().size().equals(row.get().size())
                && newest.get().entryPrice().equals(row.get().entryPrice())
                && Objects.equals(newest.get().figures().leverage(), row.get().figures().leverage())
                && newest.get().figures().realised().equals(row.get().figures().realised())
                && newest.get().figures().fees().equals(row.get().figures().fees())
                && newest.get().figures().funding().equals(row.get().figures().funding());
        row = newest;
        return !same;
    }
}
