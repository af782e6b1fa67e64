package org.mirrorbook.domain.lifecycle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.mirrorbook.domain.money.Money;
import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.Fill;
import org.mirrorbook.domain.position.IdScope;
import org.mirrorbook.domain.position.LifeMark;
import org.mirrorbook.domain.position.MarginMode;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.ProtectiveOrder;
import org.mirrorbook.domain.position.RowFigures;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.domain.position.Slot;
import org.mirrorbook.domain.risk.ProtectionKind;

/** A small exchange with books of its own: what really happened, to which a journal is compared. */
final class Venue {

    /** What position ids stand for here. */
    enum Ids {
        /** Each life has its own. */
        OF_LIFE,
        /** There are none, and the creation time is the account's. */
        NONE,
        /** Rows have none and a creation time that is no start; records have one for each life, and that same time. */
        OF_RECORDS,
        /** One for each slot, with the start of the slot's first life, though they claim to be of a life. */
        REUSED
    }

    /** What the venue would say of one slot after each of its changes. */
    record Change(Slot slot, Instant at, Optional<PositionRow> row) {
    }

    /** A life that ended, with the fills that made it, in order. */
    record Ended(ClosingRecord record, List<String> fillIds) {
    }

    private Ids ids;
    private MarginMode marginMode = MarginMode.CROSSED;
    private final boolean oneWay;
    private final Map<Slot, Position> open = new LinkedHashMap<>();
    private final Map<Slot, LifeMark> reused = new LinkedHashMap<>();
    private final List<Ended> ended = new ArrayList<>();
    private final List<Fill> fills = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final Map<String, ProtectiveOrder> waiting = new LinkedHashMap<>();
    private final List<ProtectiveOrder> orderWords = new ArrayList<>();
    private long lastId = 1000;

    Venue(Ids ids, boolean oneWay) {
        this.ids = ids;
        this.oneWay = oneWay;
    }

    boolean isOneWay() {
        return oneWay;
    }

    List<Ended> ended() {
        return ended;
    }

    List<Fill> fills() {
        return fills;
    }

    /** All changes of single slots, in order. */
    List<Change> changes() {
        return changes;
    }

    List<PositionRow> rows() {
        return open.values().stream().map(Position::row).toList();
    }

    Map<Slot, Position> open() {
        return open;
    }

    /** What would be told of a stop or a target. */
    List<ProtectiveOrder> orderWords() {
        return orderWords;
    }

    /** Stops and targets that wait. */
    List<ProtectiveOrder> waiting() {
        return List.copyOf(waiting.values());
    }

    /** Sets or moves the stop or the target of a whole position. */
    void protect(Slot slot, ProtectionKind kind, BigDecimal price, Instant at) {
        var id = open.get(slot).orders.computeIfAbsent(kind, none -> "p" + ++lastId);
        var order = new ProtectiveOrder(slot.scope(), slot.instrument(), oneWay ? Optional.empty() : Optional.of(slot.side()), id, kind,
                Optional.of(price), Optional.empty(), ProtectiveOrder.State.WAITING, at);
        waiting.put(id, order);
        orderWords.add(order);
    }

    /** Takes the stop or the target of a position back, where there is one. */
    void unprotect(Slot slot, ProtectionKind kind, Instant at) {
        Optional.ofNullable(open.get(slot).orders.remove(kind)).map(waiting::remove)
                .ifPresent(order -> orderWords.add(new ProtectiveOrder(order.scope(), order.instrument(), order.side(), order.orderId(),
                        kind, order.price(), order.size(), ProtectiveOrder.State.GONE, at)));
    }

    /**
     * The account becomes of another kind: all positions are isolated now, rows have no ids, and what ended is told again under new ones.
     */
    void convert() {
        ids = Ids.OF_RECORDS;
        marginMode = MarginMode.ISOLATED;
        var positions = List.copyOf(open.values());
        open.clear();
        for (var position : positions) {
            position.slot = of(position.slot);
            position.mark = mark(position.slot, position.updatedAt);
            open.put(position.slot, position);
        }
        ended.replaceAll(life -> new Ended(again(life.record()), life.fillIds()));
    }

    private ClosingRecord again(ClosingRecord record) {
        return new ClosingRecord(of(record.slot()), ofRecord(Given.at(-86_400)), record.closedAt(), record.openAverage(),
                record.closeAverage(),
                record.openSize(), record.closeSize(), record.gross(), record.openFee(), record.closeFee(), record.funding(),
                record.reportedNet());
    }

    /** The slot as the present kind of the account has it. */
    Slot of(Slot slot) {
        return new Slot(slot.scope(), slot.instrument(), slot.side(), marginMode, slot.marginCoin());
    }

    /** Trades into a slot: a positive quantity grows it. In one-way mode what is more than the opposite position flips it. */
    void trade(Slot slot, boolean grows, BigDecimal quantity, BigDecimal price, Instant at) {
        var buys = grows == (slot.side() == Side.LONG);
        var fee = price.multiply(quantity).multiply(new BigDecimal("-0.0006")).setScale(8, RoundingMode.HALF_EVEN);
        var id = Long.toString(++lastId);
        var pnl = BigDecimal.ZERO;
        var left = quantity;
        if (!grows) {
            var position = open.get(slot);
            var closing = left.min(position.size);
            pnl = position.reduce(closing, price, share(fee, closing, quantity), id, at);
            left = left.subtract(closing);
            if (position.size.signum() == 0) {
                for (var kind : ProtectionKind.values()) {
                    unprotect(slot, kind, at);
                }
                open.remove(slot);
                ended.add(position.ended(at, ids == Ids.OF_RECORDS ? ofRecord(position.begunAt) : position.mark));
            }
            changed(slot, at);
        }
        if (left.signum() > 0) {
            var target = grows ? slot : slot.opposite();
            open.computeIfAbsent(target, empty -> new Position(empty, mark(empty, at), at)).grow(left, price,
                    fee.subtract(share(fee, quantity.subtract(left), quantity)), id, at);
            changed(target, at);
        }
        fills.add(new Fill(slot.scope(), slot.instrument(), id, "o" + id, buys,
                oneWay ? Optional.empty() : Optional.of(grows ? Fill.Effect.OPEN : Fill.Effect.CLOSE), quantity, price, pnl,
                List.of(new Money(fee, slot.marginCoin())), at));
    }

    void settleFunding(Slot slot, BigDecimal amount, Instant at) {
        var position = open.get(slot);
        position.funding = position.funding.add(amount);
        position.updatedAt = at;
        changed(slot, at);
    }

    private void changed(Slot slot, Instant at) {
        changes.add(new Change(slot, at, Optional.ofNullable(open.get(slot)).map(Position::row)));
    }

    private LifeMark ofRecord(Instant createdAt) {
        return new LifeMark(Optional.of(Long.toString(++lastId)), IdScope.LIFE, Optional.of(createdAt), false);
    }

    private static BigDecimal share(BigDecimal fee, BigDecimal part, BigDecimal whole) {
        return fee.multiply(part).divide(whole, 8, RoundingMode.HALF_EVEN);
    }

    private LifeMark mark(Slot slot, Instant at) {
        var own = LifeMark.ofLife(Long.toString(++lastId), at);
        return switch (ids) {
            case OF_LIFE -> own;
            case REUSED -> reused.computeIfAbsent(slot, first -> own);
            case NONE, OF_RECORDS -> new LifeMark(Optional.empty(), IdScope.NONE, Optional.of(Given.at(-86_400)), false);
        };
    }

    /** One open position. */
    static final class Position {

        private Slot slot;
        private LifeMark mark;
        private final Instant begunAt;
        private final List<String> fillIds = new ArrayList<>();
        private final Map<ProtectionKind, String> orders = new EnumMap<>(ProtectionKind.class);
        private BigDecimal size = BigDecimal.ZERO;
        private BigDecimal entry = BigDecimal.ZERO;
        private BigDecimal realised = BigDecimal.ZERO;
        private BigDecimal funding = BigDecimal.ZERO;
        private BigDecimal openFee = BigDecimal.ZERO;
        private BigDecimal closeFee = BigDecimal.ZERO;
        private BigDecimal grown = BigDecimal.ZERO;
        private BigDecimal grownValue = BigDecimal.ZERO;
        private BigDecimal shrunkValue = BigDecimal.ZERO;
        private Instant updatedAt;

        Position(Slot slot, LifeMark mark, Instant begunAt) {
            this.slot = slot;
            this.mark = mark;
            this.begunAt = begunAt;
        }

        BigDecimal size() {
            return size;
        }

        List<String> fillIds() {
            return fillIds;
        }

        private void grow(BigDecimal quantity, BigDecimal price, BigDecimal fee, String fillId, Instant at) {
            entry = entry.multiply(size).add(price.multiply(quantity)).divide(size.add(quantity), 8, RoundingMode.HALF_EVEN);
            size = size.add(quantity);
            grown = grown.add(quantity);
            grownValue = grownValue.add(price.multiply(quantity));
            openFee = openFee.add(fee);
            note(fillId, at);
        }

        private BigDecimal reduce(BigDecimal quantity, BigDecimal price, BigDecimal fee, String fillId, Instant at) {
            var pnl = price.subtract(entry).multiply(quantity).multiply(slot.side().sign());
            size = size.subtract(quantity);
            shrunkValue = shrunkValue.add(price.multiply(quantity));
            realised = realised.add(pnl);
            closeFee = closeFee.add(fee);
            note(fillId, at);
            return pnl;
        }

        private void note(String fillId, Instant at) {
            fillIds.add(fillId);
            updatedAt = at;
        }

        PositionRow row() {
            var figures = new RowFigures(Optional.of(BigDecimal.TEN), Optional.of(entry.multiply(size)), Optional.of(entry),
                    Optional.empty(),
                    Optional.of(BigDecimal.ZERO), Optional.of(realised), Optional.of(openFee.add(closeFee)), Optional.of(funding));
            return new PositionRow(slot, mark, size, entry, figures, updatedAt);
        }

        private Ended ended(Instant at, LifeMark mark) {
            var net = realised.add(openFee).add(closeFee).add(funding);
            return new Ended(new ClosingRecord(slot, mark, at, grownValue.divide(grown, 8, RoundingMode.HALF_EVEN),
                    shrunkValue.divide(grown, 8, RoundingMode.HALF_EVEN), grown, grown, realised, openFee, closeFee, funding,
                    Optional.of(net)), List.copyOf(fillIds));
        }
    }
}
