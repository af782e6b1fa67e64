package org.mirrorbook.exchange.practice.wire;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.mirrorbook.exchange.practice.books.AccountBook;
import org.mirrorbook.exchange.practice.books.Contract;
import org.mirrorbook.exchange.practice.books.MarginMode;
import org.mirrorbook.exchange.practice.books.Position;

import tools.jackson.databind.node.ObjectNode;

/**
 * Open positions as rows of the positions channel and of REST. The two differ in names, and only the channel tells the posId (protocol
 * notes, Bitget 3.3). Leverage is a JSON number in the channel and text in REST; everything else is text.
 */
public final class PositionRows {

    private static final int RATIO_SCALE = 12;

    private final Json json;

    public PositionRows(Json json) {
        this.json = json;
    }

    public ObjectNode stream(Position position, AccountBook book, BigDecimal mark) {
        ObjectNode row = json.object();
        BigDecimal unrealised = position.unrealised(mark);
        row.put("posId", Long.toString(position.posId()));
        row.put("instId", position.contract().symbol());
        row.put("marginCoin", position.contract().marginCoin());
        row.put("marginSize", Json.plain(position.marginSize()));
        row.put("marginMode", position.marginMode().wire());
        row.put("holdSide", position.side().wire());
        row.put("posMode", position.mode().wire());
        row.put("total", Json.plain(position.total()));
        row.put("available", Json.plain(position.total().subtract(book.frozen(position))));
        row.put("frozen", Json.plain(book.frozen(position)));
        row.put("openPriceAvg", Json.plain(position.openPriceAvg()));
        row.put("leverage", position.leverage());
        row.put("achievedProfits", Json.plain(position.totals().profit()));
        row.put("unrealizedPL", Json.plain(unrealised));
        row.put("unrealizedPLR", Json.plain(ratio(unrealised, position.marginSize())));
        row.put("liquidationPrice", Json.plain(book.liquidationPrice(position)));
        row.put("keepMarginRate", Json.plain(position.contract().maintenanceRate()));
        if (position.marginMode() == MarginMode.ISOLATED) {
            row.put("isolatedMarginRate", Json.plain(marginRate(position, book, mark)));
        }
        row.put("marginRate", Json.plain(marginRate(position, book, mark)));
        row.put("cTime", Long.toString(position.cTime()));
        row.put("breakEvenPrice", Json.plain(position.breakEvenPrice()));
        row.put("totalFee", funding(position));
        row.put("deductedFee", Json.plain(position.totals().feesPaid()));
        row.put("markPrice", Json.plain(mark));
        row.put("assetMode", "single");
        row.put("uTime", Long.toString(position.uTime()));
        row.put("autoMargin", "off");
        return row;
    }

    public ObjectNode rest(Position position, AccountBook book, BigDecimal mark) {
        ObjectNode row = json.object();
        row.put("marginCoin", position.contract().marginCoin());
        row.put("symbol", position.contract().symbol());
        row.put("holdSide", position.side().wire());
        row.put("openDelegateSize", "0");
        row.put("marginSize", Json.plain(position.marginSize()));
        row.put("available", Json.plain(position.total().subtract(book.frozen(position))));
        row.put("locked", Json.plain(book.frozen(position)));
        row.put("total", Json.plain(position.total()));
        row.put("leverage", Integer.toString(position.leverage()));
        row.put("achievedProfits", Json.plain(position.totals().profit()));
        row.put("openPriceAvg", Json.plain(position.openPriceAvg()));
        row.put("marginMode", position.marginMode().wire());
        row.put("posMode", position.mode().wire());
        row.put("unrealizedPL", Json.plain(position.unrealised(mark)));
        row.put("liquidationPrice", Json.plain(book.liquidationPrice(position)));
        row.put("keepMarginRate", Json.plain(position.contract().maintenanceRate()));
        row.put("markPrice", Json.plain(mark));
        row.put("marginRatio", Json.plain(marginRate(position, book, mark)));
        row.put("breakEvenPrice", Json.plain(position.breakEvenPrice()));
        row.put("totalFee", funding(position));
        row.put("deductedFee", Json.plain(position.totals().feesPaid()));
        row.put("grant", "");
        row.put("assetMode", "single");
        row.put("autoMargin", "off");
        PlanRows.addTo(row, book.plans().live().stream().filter(plan -> plan.contract().equals(position.contract())
                && plan.side() == position.side()).toList());
        row.put("cTime", Long.toString(position.cTime()));
        row.put("uTime", Long.toString(position.uTime()));
        return row;
    }

    /** Funding of this life; empty text until the first settlement. */
    private static String funding(Position position) {
        return position.totals().funding().map(Json::plain).orElse("");
    }

    /** The maintenance need as a part of what stands behind the position; 1 is liquidation. */
    static BigDecimal marginRate(Position position, AccountBook book, BigDecimal mark) {
        Contract contract = position.contract();
        BigDecimal need = contract.coinMargined() ? position.total() : position.total().multiply(mark);
        return ratio(need.multiply(contract.maintenanceRate().add(contract.takerRate())),
                book.backing(position).add(position.unrealised(mark)));
    }

    private static BigDecimal ratio(BigDecimal part, BigDecimal whole) {
        return whole.signum() <= 0 ? BigDecimal.ZERO : part.divide(whole, RATIO_SCALE, RoundingMode.HALF_UP);
    }
}
