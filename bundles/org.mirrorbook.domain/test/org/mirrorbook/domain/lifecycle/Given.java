package org.mirrorbook.domain.lifecycle;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.mirrorbook.domain.money.Money;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.position.Fill;
import org.mirrorbook.domain.position.IdScope;
import org.mirrorbook.domain.position.LifeMark;
import org.mirrorbook.domain.position.MarginMode;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.Product;
import org.mirrorbook.domain.position.ProtectiveOrder;
import org.mirrorbook.domain.position.RowFigures;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.domain.position.Slot;
import org.mirrorbook.domain.risk.ProtectionKind;

/** What stories are told with: one account, a few slots, times as seconds since the story's beginning. */
final class Given {

    static final AccountId ACCOUNT = new AccountId("a1");
    static final Scope USDT = new Scope(ACCOUNT, "bitget", Environment.LIVE, new Product("USDT-FUTURES", false));
    static final Scope COIN = new Scope(ACCOUNT, "bitget", Environment.LIVE, new Product("COIN-FUTURES", true));
    static final Slot BTC_LONG = new Slot(USDT, "BTCUSDT", Side.LONG, MarginMode.CROSSED, "USDT");
    static final Slot BTC_SHORT = BTC_LONG.opposite();
    static final Slot ETH_LONG = new Slot(USDT, "ETHUSDT", Side.LONG, MarginMode.CROSSED, "USDT");
    static final Slot COIN_LONG = new Slot(COIN, "BTCUSD", Side.LONG, MarginMode.CROSSED, "BTC");
    static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    private Given() {
    }

    /** So many seconds after the start, to the millisecond. Times alone are binary fractions here; every figure is written as text. */
    static Instant at(double seconds) {
        return START.plusMillis(Math.round(seconds * 1000));
    }

    static Instant later(Instant one, Instant two) {
        return one.isAfter(two) ? one : two;
    }

    static BigDecimal dec(String value) {
        return new BigDecimal(value);
    }

    static LifeMark life(String id, double started) {
        return LifeMark.ofLife(id, at(started));
    }

    /** The mark of a unified account: no id, and a creation time that says nothing. */
    static LifeMark unmarked() {
        return new LifeMark(Optional.empty(), IdScope.NONE, Optional.of(at(-86_400)), false);
    }

    /** The mark of a record of a unified account: an id of the life, that no row has, and the same creation time. */
    static LifeMark recordOnly(String id) {
        return new LifeMark(Optional.of(id), IdScope.LIFE, Optional.of(at(-86_400)), false);
    }

    static LifeMark slotId(String id) {
        return new LifeMark(Optional.of(id), IdScope.SLOT, Optional.of(at(-86_400)), false);
    }

    static Rows row(Slot slot, LifeMark mark, String size, String entry, double updated) {
        return new Rows(new PositionRow(slot, mark, dec(size), dec(entry), RowFigures.none(), at(updated)));
    }

    /** A row that gains figures. */
    record Rows(PositionRow row) {

        Rows mark(String price) {
            var f = row.figures();
            return with(new RowFigures(f.leverage(), f.margin(), Optional.of(dec(price)), f.liquidationPrice(), f.unrealised(),
                    f.realised(),
                    f.fees(), f.funding()));
        }

        Rows margin(String leverage, String margin) {
            var f = row.figures();
            return with(new RowFigures(Optional.of(dec(leverage)), Optional.of(dec(margin)), f.markPrice(), f.liquidationPrice(),
                    f.unrealised(), f.realised(), f.fees(), f.funding()));
        }

        Rows unrealised(String profit) {
            var f = row.figures();
            return with(new RowFigures(f.leverage(), f.margin(), f.markPrice(), f.liquidationPrice(), Optional.of(dec(profit)),
                    f.realised(),
                    f.fees(), f.funding()));
        }

        Rows booked(String realised, String fees, String funding) {
            var f = row.figures();
            return with(new RowFigures(f.leverage(), f.margin(), f.markPrice(), f.liquidationPrice(), f.unrealised(),
                    Optional.of(dec(realised)), Optional.of(dec(fees)), Optional.of(dec(funding))));
        }

        private Rows with(RowFigures figures) {
            return new Rows(new PositionRow(row.slot(), row.life(), row.size(), row.entryPrice(), figures, row.updatedAt()));
        }
    }

    /** A fill in hedge mode: it says whether it opens or closes. */
    static Fill opens(Slot slot, String id, String quantity, String price, double seconds) {
        return fill(slot, id, Fill.Effect.OPEN, quantity, price, "0", "0", seconds);
    }

    static Fill closes(Slot slot, String id, String quantity, String price, String pnl, double seconds) {
        return fill(slot, id, Fill.Effect.CLOSE, quantity, price, pnl, "0", seconds);
    }

    static Fill fill(Slot slot, String id, Fill.Effect effect, String quantity, String price, String pnl, String fee, double seconds) {
        var buys = (slot.side() == Side.LONG) == (effect == Fill.Effect.OPEN);
        return new Fill(slot.scope(), slot.instrument(), id, "o" + id, buys, Optional.of(effect), dec(quantity), dec(price), dec(pnl),
                List.of(new Money(dec(fee), slot.marginCoin())), at(seconds));
    }

    /** A fill in one-way mode: what it does depends on the open position. */
    static Fill oneWay(Slot slot, String id, boolean buys, String quantity, String price, String pnl, String fee, double seconds) {
        return new Fill(slot.scope(), slot.instrument(), id, "o" + id, buys, Optional.empty(), dec(quantity), dec(price), dec(pnl),
                List.of(new Money(dec(fee), slot.marginCoin())), at(seconds));
    }

    /** A record: size, averages, then gross, open fee, close fee, funding. */
    static ClosingRecord record(Slot slot, LifeMark mark, double closed, String size, String entry, String exit, String... money) {
        var parts = money.length == 0 ? new String[] {"0", "0", "0", "0"} : money;
        return new ClosingRecord(slot, mark, at(closed), dec(entry), dec(exit), dec(size), dec(size), dec(parts[0]), dec(parts[1]),
                dec(parts[2]), dec(parts[3]), Optional.empty());
    }

    /** A stop for a whole position that waits. */
    static ProtectiveOrder stop(Slot slot, String id, String price, double seconds) {
        return new ProtectiveOrder(slot.scope(), slot.instrument(), Optional.of(slot.side()), id, ProtectionKind.STOP_LOSS,
                Optional.of(dec(price)), Optional.empty(), ProtectiveOrder.State.WAITING, at(seconds));
    }

    /** The same for so much of it. */
    static ProtectiveOrder part(ProtectiveOrder order, String size) {
        return new ProtectiveOrder(order.scope(), order.instrument(), order.side(), order.orderId(), order.kind(), order.price(),
                Optional.of(dec(size)), order.state(), order.changedAt());
    }

    /** The same without saying of which side. */
    static ProtectiveOrder ofEitherSide(ProtectiveOrder order) {
        return new ProtectiveOrder(order.scope(), order.instrument(), Optional.empty(), order.orderId(), order.kind(), order.price(),
                order.size(), order.state(), order.changedAt());
    }

    /** The same as a target. */
    static ProtectiveOrder target(ProtectiveOrder order) {
        return new ProtectiveOrder(order.scope(), order.instrument(), order.side(), order.orderId(), ProtectionKind.TAKE_PROFIT,
                order.price(), order.size(), order.state(), order.changedAt());
    }

    /** What became of it later. */
    static ProtectiveOrder became(ProtectiveOrder order, ProtectiveOrder.State state, double seconds) {
        return new ProtectiveOrder(order.scope(), order.instrument(), order.side(), order.orderId(), order.kind(), order.price(),
                order.size(), state, at(seconds));
    }
}
