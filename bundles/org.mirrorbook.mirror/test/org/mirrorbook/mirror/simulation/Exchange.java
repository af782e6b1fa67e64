package org.mirrorbook.mirror.simulation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import org.mirrorbook.domain.money.Money;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.CloseReason;
import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.position.Fill;
import org.mirrorbook.domain.position.IdScope;
import org.mirrorbook.domain.position.LifeMark;
import org.mirrorbook.domain.position.MarginMode;
import org.mirrorbook.domain.position.OrderNote;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.Product;
import org.mirrorbook.domain.position.ProtectiveOrder;
import org.mirrorbook.domain.position.RowFigures;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.domain.position.Slot;
import org.mirrorbook.domain.risk.ProtectionKind;
import org.mirrorbook.domain.statistics.OpenProfit;
import org.mirrorbook.mirror.simulation.Scenario.Ids;
import org.mirrorbook.mirror.simulation.Scenario.Setting;

/**
 * A small exchange with exact books of its own: what really happened. Two products, one of them coin-margined. It calls who listens with
 * each change of a slot, each fill, each ended life and each change of a waiting order.
 *
 * <p>Longer than most classes: its books are read side by side.
 */
final class Exchange {

    static final AccountId ACCOUNT = new AccountId("sim");
    static final Scope USDT = new Scope(ACCOUNT, "sim", Environment.LIVE, new Product("USDT-FUTURES", false));
    static final Scope COIN = new Scope(ACCOUNT, "sim", Environment.LIVE, new Product("COIN-FUTURES", true));
    static final List<Scope> SCOPES = List.of(USDT, COIN);
    static final int MARKETS = 5;

    /** Who is told. */
    interface Listener {
        void changed(Slot slot, Optional<PositionRow> row);

        void filled(Fill fill);

        void ended(ClosingRecord record);

        void protectedBy(ProtectiveOrder order);
    }

    /**
     * A life that ended.
     *
     * @param fills all that made it
     * @param stops what its stops and targets ever were
     */
    record Ended(ClosingRecord record, List<String> fills, CloseReason reason, Map<ProtectionKind, List<BigDecimal>> stops) {
    }

    private static final Instant ACCOUNT_BEGAN = Instant.parse("2025-01-01T00:00:00Z");

    private final Setting setting;
    private final Listener listener;
    private final SimulatedTime time;
    private final List<Slot> markets;
    final Map<Slot, Position> open = new LinkedHashMap<>();
    final List<Ended> ended = new ArrayList<>();
    final List<Fill> fills = new ArrayList<>();
    final List<OrderNote> notes = new ArrayList<>();
    final Map<String, ProtectiveOrder> waiting = new LinkedHashMap<>();
    final Map<String, BigDecimal> marks = new LinkedHashMap<>();
    private final Map<Slot, LifeMark> reused = new LinkedHashMap<>();
    private long lastId = 1000;

    Exchange(Setting setting, SimulatedTime time, Listener listener) {
        this.setting = setting;
        this.time = time;
        this.listener = listener;
        var mode = setting.isolated() ? MarginMode.ISOLATED : MarginMode.CROSSED;
        markets = List.of(new Slot(USDT, "BTCUSDT", Side.LONG, mode, "USDT"), new Slot(USDT, "BTCUSDT", Side.SHORT, mode, "USDT"),
                new Slot(USDT, "ETHUSDT", Side.LONG, mode, "USDT"), new Slot(COIN, "BTCUSD", Side.LONG, mode, "BTC"),
                new Slot(COIN, "BTCUSD", Side.SHORT, mode, "BTC"));
        markets.forEach(slot -> marks.put(slot.instrument(), new BigDecimal("100")));
    }

    /** The slot that a market means now: in one-way mode the side that is open. */
    Slot slot(int market) {
        var slot = markets.get(market);
        return setting.oneWay() && open.containsKey(slot.opposite()) ? slot.opposite() : slot;
    }

    List<PositionRow> rows(Scope scope) {
        return open.values().stream().filter(position -> position.slot.scope().equals(scope)).map(this::row).toList();
    }

    PositionRow row(Position position) {
        var mark = marks.get(position.slot.instrument());
        var figures = new RowFigures(Optional.of(BigDecimal.TEN), Optional.of(position.entry.multiply(position.size)), Optional.of(mark),
                Optional.empty(), Optional.of(OpenProfit.of(position.slot, position.size, position.entry, mark)),
                Optional.of(position.realised), Optional.of(position.openFee.add(position.closeFee)), Optional.of(position.funding));
        return new PositionRow(position.slot, position.mark, position.size, position.entry, figures, position.updatedAt);
    }

    /** One order, in pieces. */
    void order(Slot slot, boolean grows, BigDecimal quantity, BigDecimal price, int pieces, Optional<CloseReason> why) {
        var order = "o" + ++lastId;
        var reason = why.orElse(CloseReason.MANUAL);
        if (!grows) {
            notes.add(new OrderNote(slot.scope(), slot.instrument(), order, reason, time.now()));
        }
        var left = quantity;
        var target = slot;
        boolean growing = grows;
        for (int i = 0; left.signum() > 0; i++) {
            var piece = i + 1 < pieces ? left.min(BigDecimal.ONE) : left;
            left = left.subtract(piece);
            if (!growing && !open.containsKey(target)) {
                target = target.opposite();
                growing = true;
            }
            execute(target, growing, piece, price.add(BigDecimal.valueOf(i, 3)), order, reason);
        }
    }

    private void execute(Slot slot, boolean grows, BigDecimal quantity, BigDecimal price, String order, CloseReason reason) {
        var at = time.now();
        boolean buys = grows == (slot.side() == Side.LONG);
        var fee = price.multiply(quantity).multiply(new BigDecimal("-0.0006")).setScale(8, RoundingMode.HALF_EVEN);
        var id = "f" + ++lastId;
        var pnl = BigDecimal.ZERO;
        var left = quantity;
        Optional<Ended> end = Optional.empty();
        if (!grows) {
            var position = open.get(slot);
            var closing = left.min(position.size);
            pnl = position.reduce(closing, price, share(fee, closing, quantity), id, at);
            left = left.subtract(closing);
            if (position.size.signum() == 0) {
                open.remove(slot);
                end = Optional.of(position.end(at, setting.ids() == Ids.OF_RECORDS ? ofRecord() : position.mark, reason));
                ended.add(end.get());
                for (var kind : ProtectionKind.values()) {
                    boolean triggered = reason == CloseReason.STOP && kind == ProtectionKind.STOP_LOSS
                            || reason == CloseReason.TAKE_PROFIT && kind == ProtectionKind.TAKE_PROFIT;
                    clear(position, kind, triggered ? ProtectiveOrder.State.TRIGGERED : ProtectiveOrder.State.GONE);
                }
            }
            listener.changed(slot, Optional.ofNullable(open.get(slot)).map(this::row));
        }
        if (left.signum() > 0) {
            var target = grows ? slot : slot.opposite();
            var grown = open.computeIfAbsent(target, empty -> new Position(empty, mark(empty, at)));
            grown.grow(left, price, fee.subtract(share(fee, quantity.subtract(left), quantity)), id, at);
            listener.changed(target, Optional.of(row(grown)));
        }
        var effect = setting.oneWay() ? Optional.<Fill.Effect>empty() : Optional.of(grows ? Fill.Effect.OPEN : Fill.Effect.CLOSE);
        var fill = new Fill(slot.scope(), slot.instrument(), id, order, buys, effect, quantity, price, pnl,
                List.of(new Money(fee, slot.marginCoin())), at);
        fills.add(fill);
        listener.filled(fill);
        end.ifPresent(life -> listener.ended(life.record()));
    }

    void fund(Slot slot, BigDecimal amount) {
        var position = open.get(slot);
        position.funding = position.funding.add(amount);
        position.updatedAt = time.now();
        listener.changed(slot, Optional.of(row(position)));
    }

    void protect(Slot slot, ProtectionKind kind, Optional<BigDecimal> price) {
        var position = open.get(slot);
        if (price.isEmpty()) {
            clear(position, kind, ProtectiveOrder.State.GONE);
            return;
        }
        var id = position.orders.computeIfAbsent(kind, none -> "p" + ++lastId);
        position.stops.computeIfAbsent(kind, none -> new ArrayList<>()).add(price.get());
        var order = new ProtectiveOrder(slot.scope(), slot.instrument(), setting.oneWay() ? Optional.empty() : Optional.of(slot.side()), id,
                kind, price, Optional.empty(), ProtectiveOrder.State.WAITING, time.now());
        waiting.put(id, order);
        listener.protectedBy(order);
    }

    private void clear(Position position, ProtectionKind kind, ProtectiveOrder.State state) {
        Optional.ofNullable(position.orders.remove(kind)).map(waiting::remove).ifPresent(order -> listener.protectedBy(
                new ProtectiveOrder(order.scope(), order.instrument(), order.side(), order.orderId(), kind, order.price(), order.size(),
                        state, time.now())));
    }

    /** The price at which this waits, if it does. */
    Optional<BigDecimal> waits(Position position, ProtectionKind kind) {
        return Optional.ofNullable(position.orders.get(kind)).map(waiting::get).flatMap(ProtectiveOrder::price);
    }

    private LifeMark ofRecord() {
        return new LifeMark(Optional.of("r" + ++lastId), IdScope.LIFE, Optional.of(ACCOUNT_BEGAN), false);
    }

    private static BigDecimal share(BigDecimal fee, BigDecimal part, BigDecimal whole) {
        return fee.multiply(part).divide(whole, 8, RoundingMode.HALF_EVEN);
    }

    private LifeMark mark(Slot slot, Instant at) {
        var own = LifeMark.ofLife("l" + ++lastId, at);
        return switch (setting.ids()) {
            case OF_LIFE -> own;
            case REUSED -> reused.computeIfAbsent(slot, first -> own);
            case NONE, OF_RECORDS -> new LifeMark(Optional.empty(), IdScope.NONE, Optional.of(ACCOUNT_BEGAN), false);
        };
    }

    /** One open position. */
    static final class Position {

        final Slot slot;
        final LifeMark mark;
        final List<String> fillIds = new ArrayList<>();
        final Map<ProtectionKind, String> orders = new EnumMap<>(ProtectionKind.class);
        final Map<ProtectionKind, List<BigDecimal>> stops = new EnumMap<>(ProtectionKind.class);
        BigDecimal size = BigDecimal.ZERO;
        BigDecimal entry = BigDecimal.ZERO;
        BigDecimal realised = BigDecimal.ZERO;
        BigDecimal funding = BigDecimal.ZERO;
        BigDecimal openFee = BigDecimal.ZERO;
        BigDecimal closeFee = BigDecimal.ZERO;
        private BigDecimal grown = BigDecimal.ZERO;
        private BigDecimal grownValue = BigDecimal.ZERO;
        private BigDecimal shrunkValue = BigDecimal.ZERO;
        private Instant updatedAt;

        Position(Slot slot, LifeMark mark) {
            this.slot = slot;
            this.mark = mark;
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
            var pnl = OpenProfit.of(slot, quantity, entry, price).setScale(8, RoundingMode.HALF_EVEN);
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

        private Ended end(Instant at, LifeMark mark, CloseReason reason) {
            var net = realised.add(openFee).add(closeFee).add(funding);
            var record = new ClosingRecord(slot, mark, at, grownValue.divide(grown, 8, RoundingMode.HALF_EVEN),
                    shrunkValue.divide(grown, 8, RoundingMode.HALF_EVEN), grown, grown, realised, openFee, closeFee, funding,
                    Optional.of(net));
            return new Ended(record, List.copyOf(new TreeSet<>(fillIds)), reason, Map.copyOf(stops));
        }
    }
}
