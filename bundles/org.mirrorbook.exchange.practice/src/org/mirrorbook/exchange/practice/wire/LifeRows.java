package org.mirrorbook.exchange.practice.wire;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.mirrorbook.exchange.practice.books.ClosedLife;
import org.mirrorbook.exchange.practice.books.Contract;
import org.mirrorbook.exchange.practice.books.LifeTotals;
import org.mirrorbook.exchange.practice.books.Position;

import tools.jackson.databind.node.ObjectNode;

/**
 * Closed lives as rows of positions-history and of REST, whose times are spelt in lower case (protocol notes, Bitget 5.1 and 6.3). Costs
 * are negative in both.
 */
public final class LifeRows {

    private final Json json;

    public LifeRows(Json json) {
        this.json = json;
    }

    public ObjectNode stream(ClosedLife closed) {
        Position life = closed.life();
        LifeTotals totals = life.totals();
        ObjectNode row = json.object();
        row.put("posId", Long.toString(life.posId()));
        row.put("instId", life.contract().symbol());
        row.put("marginCoin", life.contract().marginCoin());
        row.put("marginMode", life.marginMode().wire());
        row.put("holdSide", life.side().wire());
        row.put("posMode", life.mode().wire());
        row.put("openPriceAvg", Json.plain(closed.openPriceAvg()));
        row.put("closePriceAvg", Json.plain(closed.closePriceAvg()));
        row.put("openSize", Json.plain(totals.openedSize()));
        row.put("closeSize", Json.plain(totals.closedSize()));
        row.put("achievedProfits", fixed(totals.profit()));
        row.put("settleFee", fixed(totals.fundingOrZero()));
        row.put("openFee", fixed(totals.openFee()));
        row.put("closeFee", fixed(totals.closeFee()));
        row.put("cTime", Long.toString(life.cTime()));
        row.put("uTime", Long.toString(closed.closedAt()));
        return row;
    }

    public ObjectNode rest(ClosedLife closed) {
        Position life = closed.life();
        LifeTotals totals = life.totals();
        ObjectNode row = json.object();
        row.put("positionId", Long.toString(life.posId()));
        row.put("marginCoin", life.contract().marginCoin());
        row.put("symbol", life.contract().symbol());
        row.put("holdSide", life.side().wire());
        row.put("posMode", life.mode().wire());
        row.put("openAvgPrice", Json.plain(closed.openPriceAvg()));
        row.put("closeAvgPrice", Json.plain(closed.closePriceAvg()));
        row.put("marginMode", life.marginMode().wire());
        row.put("openTotalPos", Json.plain(totals.openedSize()));
        row.put("closeTotalPos", Json.plain(totals.closedSize()));
        row.put("pnl", Json.plain(totals.profit()));
        row.put("netProfit", Json.plain(closed.netProfit()));
        row.put("totalFunding", Json.plain(totals.fundingOrZero()));
        row.put("openFee", Json.plain(totals.openFee()));
        row.put("closeFee", Json.plain(totals.closeFee()));
        row.put("ctime", Long.toString(life.cTime()));
        row.put("utime", Long.toString(closed.closedAt()));
        return row;
    }

    /** Amounts of the channel carry all their decimals; zero does not. */
    private static String fixed(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.setScale(Contract.AMOUNT_SCALE, RoundingMode.UNNECESSARY).toPlainString();
    }
}
