package org.mirrorbook.exchange.practice.unified;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.mirrorbook.exchange.practice.books.AccountBook;
import org.mirrorbook.exchange.practice.books.Position;
import org.mirrorbook.exchange.practice.wire.Json;

import tools.jackson.databind.node.ObjectNode;

/**
 * Positions as rows of the position topic and of v3 REST (protocol notes, Bitget 7). Neither tells a position id, only REST a category.
 * The topic tells fees positive for paid, REST negative; funding is negative for paid in both. What the venue leaves blank is empty text.
 */
public final class UnifiedPositionRows {

    private static final int RATIO_SCALE = 16;

    private final Json json;

    public UnifiedPositionRows(Json json) {
        this.json = json;
    }

    /** A row of the topic for an open position. */
    public ObjectNode open(Position position, AccountBook book, BigDecimal mark) {
        BigDecimal frozen = book.frozen(position);
        ObjectNode row = json.object();
        row.put("symbol", position.contract().symbol());
        row.put("leverage", Integer.toString(position.leverage()));
        row.put("openFeeTotal", Json.plain(position.totals().openFee().negate()));
        row.put("mmr", Json.plain(position.contract().maintenanceRate()));
        row.put("breakEvenPrice", Json.plain(position.breakEvenPrice()));
        row.put("available", Json.plain(position.total().subtract(frozen)));
        row.put("liqPrice", liquidation(position, book));
        row.put("marginMode", position.marginMode().wire());
        row.put("unrealisedPnl", Json.plain(position.unrealised(mark)));
        row.put("markPrice", Json.plain(mark));
        row.put("createdTime", Long.toString(SlotBirth.of(position)));
        row.put("avgPrice", Json.plain(position.openPriceAvg()));
        row.put("totalFundingFee", Json.plain(position.totals().fundingOrZero()));
        row.put("updatedTime", Long.toString(position.uTime()));
        row.put("marginCoin", position.contract().marginCoin());
        row.put("frozen", Json.plain(frozen));
        row.put("profitRate", Json.plain(profitRate(position, mark)));
        row.put("closeFeeTotal", Json.plain(position.totals().closeFee().negate()));
        row.put("marginSize", Json.plain(position.marginSize()));
        row.put("curRealisedPnl", Json.plain(position.totals().profit()));
        row.put("size", Json.plain(position.total()));
        row.put("positionStatus", "opening");
        row.put("posSide", position.side().wire());
        row.put("holdMode", position.mode().wire());
        return row;
    }

    /**
     * The row of the topic that tells that a position is closed; it tells nothing about what the life brought.
     *
     * @param last the position as it was told last
     * @param at the time of the close, in ms since 1970
     */
    public ObjectNode ended(Position last, BigDecimal mark, long at) {
        ObjectNode row = json.object();
        row.put("symbol", last.contract().symbol());
        row.put("leverage", Integer.toString(last.leverage()));
        row.put("openFeeTotal", "");
        row.put("mmr", "");
        row.put("breakEvenPrice", "");
        row.put("available", "0");
        row.put("liqPrice", "");
        row.put("marginMode", last.marginMode().wire());
        row.put("unrealisedPnl", "0");
        row.put("markPrice", Json.plain(mark));
        row.put("createdTime", Long.toString(SlotBirth.of(last)));
        row.put("avgPrice", "0");
        row.put("totalFundingFee", "0");
        row.put("updatedTime", Long.toString(at));
        row.put("marginCoin", last.contract().marginCoin());
        row.put("frozen", "0");
        row.put("profitRate", "");
        row.put("closeFeeTotal", "");
        row.put("marginSize", "0");
        row.put("curRealisedPnl", "0");
        row.put("size", "0");
        row.put("positionStatus", "ended");
        row.put("posSide", last.side().wire());
        row.put("holdMode", last.mode().wire());
        return row;
    }

    public ObjectNode rest(Position position, AccountBook book, BigDecimal mark) {
        BigDecimal frozen = book.frozen(position);
        ObjectNode row = json.object();
        row.put("category", position.contract().product().wire());
        row.put("symbol", position.contract().symbol());
        row.put("marginCoin", position.contract().marginCoin());
        row.put("holdMode", position.mode().wire());
        row.put("posSide", position.side().wire());
        row.put("marginMode", position.marginMode().wire());
        row.put("positionBalance", Json.plain(position.marginSize()));
        row.put("available", Json.plain(position.total().subtract(frozen)));
        row.put("frozen", Json.plain(frozen));
        row.put("total", Json.plain(position.total()));
        row.put("leverage", Integer.toString(position.leverage()));
        row.put("curRealisedPnl", Json.plain(position.totals().profit()));
        row.put("avgPrice", Json.plain(position.openPriceAvg()));
        row.put("positionStatus", "normal");
        row.put("unrealisedPnl", Json.plain(position.unrealised(mark)));
        row.put("liquidationPrice", liquidation(position, book));
        row.put("mmr", Json.plain(position.contract().maintenanceRate()));
        row.put("profitRate", Json.plain(profitRate(position, mark)));
        row.put("markPrice", Json.plain(mark));
        row.put("breakEvenPrice", Json.plain(position.breakEvenPrice()));
        row.put("totalFunding", Json.plain(position.totals().fundingOrZero()));
        row.put("openFeeTotal", Json.plain(position.totals().openFee()));
        row.put("closeFeeTotal", Json.plain(position.totals().closeFee()));
        row.put("createdTime", Long.toString(SlotBirth.of(position)));
        row.put("updatedTime", Long.toString(position.uTime()));
        return row;
    }

    private static String liquidation(Position position, AccountBook book) {
        BigDecimal price = book.liquidationPrice(position);
        return price.signum() > 0 ? Json.plain(price) : "";
    }

    private static BigDecimal profitRate(Position position, BigDecimal mark) {
        BigDecimal margin = position.marginSize();
        return margin.signum() == 0 ? BigDecimal.ZERO : position.unrealised(mark).divide(margin, RATIO_SCALE, RoundingMode.HALF_UP);
    }
}
