package org.mirrorbook.exchange.practice.unified;

import org.mirrorbook.exchange.practice.books.ClosedLife;
import org.mirrorbook.exchange.practice.books.LifeTotals;
import org.mirrorbook.exchange.practice.books.Position;
import org.mirrorbook.exchange.practice.wire.Json;

import tools.jackson.databind.node.ObjectNode;

/**
 * Closed lives as v3 REST tells them, with the id of the life, which no topic tells (protocol notes, Bitget 7). The realised profit is
 * gross; costs are negative.
 */
public final class UnifiedLifeRows {

    private final Json json;

    public UnifiedLifeRows(Json json) {
        this.json = json;
    }

    public ObjectNode rest(ClosedLife closed) {
        Position life = closed.life();
        LifeTotals totals = life.totals();
        ObjectNode row = json.object();
        row.put("positionId", Long.toString(life.posId()));
        row.put("category", life.contract().product().wire());
        row.put("symbol", life.contract().symbol());
        row.put("marginCoin", life.contract().marginCoin());
        row.put("holdMode", life.mode().wire());
        row.put("posSide", life.side().wire());
        row.put("marginMode", life.marginMode().wire());
        row.put("openPriceAvg", Json.plain(closed.openPriceAvg()));
        row.put("closePriceAvg", Json.plain(closed.closePriceAvg()));
        row.put("openTotalPos", Json.plain(totals.openedSize()));
        row.put("closeTotalPos", Json.plain(totals.closedSize()));
        row.put("cumRealisedPnl", Json.plain(totals.profit()));
        row.put("netProfit", Json.plain(closed.netProfit()));
        row.put("totalFunding", Json.plain(totals.fundingOrZero()));
        row.put("openFeeTotal", Json.plain(totals.openFee()));
        row.put("closeFeeTotal", Json.plain(totals.closeFee()));
        row.put("createdTime", Long.toString(life.cTime()));
        row.put("updatedTime", Long.toString(closed.closedAt()));
        return row;
    }
}
