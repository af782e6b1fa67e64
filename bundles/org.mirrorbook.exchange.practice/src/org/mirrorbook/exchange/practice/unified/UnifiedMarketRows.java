package org.mirrorbook.exchange.practice.unified;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.mirrorbook.exchange.practice.books.Contract;
import org.mirrorbook.exchange.practice.books.Floor;
import org.mirrorbook.exchange.practice.books.Quote;
import org.mirrorbook.exchange.practice.wire.Json;

import tools.jackson.databind.node.ObjectNode;

/** Contracts and prices as v3 tells them to everybody. */
public final class UnifiedMarketRows {

    private final Json json;
    private final Floor floor;

    public UnifiedMarketRows(Json json, Floor floor) {
        this.json = json;
        this.floor = floor;
    }

    /** A row of the ticker topic; which contract it is of is said by the topic's arg alone. */
    public ObjectNode ticker(Contract contract, long now) {
        Quote quote = floor.prices().of(contract);
        long settlement = floor.nextFunding(now);
        ObjectNode row = json.object();
        row.put("highPrice24h", Json.plain(quote.high()));
        row.put("lowPrice24h", Json.plain(quote.low()));
        row.put("openPrice24h", Json.plain(quote.open()));
        row.put("lastPrice", Json.plain(quote.last()));
        row.put("turnover24h", "0");
        row.put("volume24h", "0");
        row.put("bid1Price", Json.plain(quote.bid()));
        row.put("ask1Price", Json.plain(quote.ask()));
        row.put("bid1Size", Json.plain(contract.sizeStep().multiply(BigDecimal.valueOf(1_863))));
        row.put("ask1Size", Json.plain(contract.sizeStep().multiply(BigDecimal.valueOf(1_290))));
        row.put("price24hPcnt", Json.plain(quote.last().subtract(quote.open()).divide(quote.open(), 5, RoundingMode.HALF_UP)));
        row.put("indexPrice", Json.plain(quote.last()));
        row.put("markPrice", Json.plain(quote.mark()));
        row.put("fundingRate", Json.plain(floor.fundingRate(contract, settlement)));
        row.put("nextFundingTime", Long.toString(settlement));
        row.put("openInterest", "0");
        row.put("deliveryStartTime", "");
        row.put("deliveryTime", "");
        row.put("deliveryStatus", "");
        return row;
    }

    public ObjectNode restTicker(Contract contract, long now) {
        ObjectNode row = json.object();
        row.put("category", contract.product().wire());
        row.put("symbol", contract.symbol());
        row.put("ts", Long.toString(now));
        row.setAll(ticker(contract, now));
        return row;
    }

    public ObjectNode instrument(Contract contract) {
        ObjectNode row = json.object();
        row.put("symbol", contract.symbol());
        row.put("category", contract.product().wire());
        row.put("baseCoin", contract.baseCoin());
        row.put("quoteCoin", contract.quoteCoin());
        row.put("buyLimitPriceRatio", "0.05");
        row.put("sellLimitPriceRatio", "0.05");
        row.put("feeRateUpRatio", "0.005");
        row.put("makerFeeRate", "0.0002");
        row.put("takerFeeRate", Json.plain(contract.takerRate()));
        row.put("openCostUpRatio", "0.01");
        row.put("minOrderQty", Json.plain(contract.sizeStep()));
        row.put("maxOrderQty", "");
        row.put("maxMarketOrderQty", "");
        row.put("pricePrecision", Integer.toString(contract.tick().scale()));
        row.put("quantityPrecision", Integer.toString(contract.sizeStep().scale()));
        row.putNull("quotePrecision");
        row.put("priceMultiplier", Json.plain(contract.tick()));
        row.put("quantityMultiplier", Json.plain(contract.sizeStep()));
        row.put("type", "perpetual");
        row.put("symbolType", "crypto");
        row.put("minOrderAmount", "5");
        row.put("maxSymbolOrderNum", "200");
        row.put("maxProductOrderNum", "400");
        row.put("maxPositionNum", "150");
        row.put("status", "online");
        row.put("offTime", "-1");
        row.put("limitOpenTime", "-1");
        row.put("deliveryTime", "");
        row.put("deliveryStartTime", "");
        row.put("deliveryPeriod", "");
        row.put("launchTime", "");
        row.put("fundInterval", "1");
        row.put("minLeverage", "1");
        row.put("maxLeverage", Integer.toString(contract.maxLeverage()));
        row.put("maintainTime", "");
        row.put("isRwa", "NO");
        return row;
    }
}
