package org.mirrorbook.exchange.practice.wire;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.mirrorbook.exchange.practice.books.Contract;
import org.mirrorbook.exchange.practice.books.Floor;
import org.mirrorbook.exchange.practice.books.Quote;

import tools.jackson.databind.node.ObjectNode;

/** Contracts and prices as the public rows of channel and REST (protocol notes, Bitget 6.3). */
public final class MarketRows {

    private final Json json;
    private final Floor floor;

    public MarketRows(Json json, Floor floor) {
        this.json = json;
        this.floor = floor;
    }

    /** A ticker; the channel names the symbol twice, REST once. */
    public ObjectNode ticker(Contract contract, long now, boolean stream) {
        Quote quote = floor.prices().of(contract);
        long settlement = floor.nextFunding(now);
        ObjectNode row = json.object();
        if (stream) {
            row.put("instId", contract.symbol());
        }
        row.put("lastPr", Json.plain(quote.last()));
        row.put("bidPr", Json.plain(quote.bid()));
        row.put("askPr", Json.plain(quote.ask()));
        row.put("bidSz", Json.plain(contract.sizeStep().multiply(BigDecimal.valueOf(1_863))));
        row.put("askSz", Json.plain(contract.sizeStep().multiply(BigDecimal.valueOf(1_290))));
        row.put("open24h", Json.plain(quote.open()));
        row.put("high24h", Json.plain(quote.high()));
        row.put("low24h", Json.plain(quote.low()));
        row.put("change24h", Json.plain(quote.last().subtract(quote.open()).divide(quote.open(), 5, RoundingMode.HALF_UP)));
        row.put("fundingRate", Json.plain(floor.fundingRate(contract, settlement)));
        row.put("nextFundingTime", Long.toString(settlement));
        row.put("markPrice", Json.plain(quote.mark()));
        row.put("indexPrice", Json.plain(quote.last()));
        row.put("holdingAmount", "0");
        row.put("baseVolume", "0");
        row.put("quoteVolume", "0");
        row.put("openUtc", Json.plain(quote.open()));
        row.put("symbolType", "1");
        row.put("symbol", contract.symbol());
        row.put("deliveryPrice", "0");
        row.put("ts", Long.toString(now));
        return row;
    }

    public ObjectNode contract(Contract contract) {
        ObjectNode row = json.object();
        row.put("symbol", contract.symbol());
        row.put("baseCoin", contract.baseCoin());
        row.put("quoteCoin", contract.quoteCoin());
        row.put("buyLimitPriceRatio", "0.05");
        row.put("sellLimitPriceRatio", "0.05");
        row.put("feeRateUpRatio", "0.005");
        row.put("makerFeeRate", Json.plain(contract.takerRate()));
        row.put("takerFeeRate", Json.plain(contract.takerRate()));
        row.put("openCostUpRatio", "0.01");
        row.putArray("supportMarginCoins").add(contract.marginCoin());
        row.put("minTradeNum", Json.plain(contract.sizeStep()));
        row.put("priceEndStep", contract.tick().unscaledValue().toString());
        row.put("volumePlace", Integer.toString(contract.sizeStep().scale()));
        row.put("pricePlace", Integer.toString(contract.tick().scale()));
        row.put("sizeMultiplier", Json.plain(contract.sizeStep()));
        row.put("symbolType", "perpetual");
        row.put("minTradeUSDT", "5");
        row.put("maxSymbolOrderNum", "200");
        row.put("maxProductOrderNum", "400");
        row.put("maxPositionNum", "150");
        row.put("symbolStatus", "normal");
        row.put("offTime", "-1");
        row.put("limitOpenTime", "-1");
        row.put("deliveryTime", "");
        row.put("deliveryStartTime", "");
        row.put("deliveryPeriod", "");
        row.put("launchTime", "");
        row.put("fundInterval", "1");
        row.put("minLever", "1");
        row.put("maxLever", Integer.toString(contract.maxLeverage()));
        row.put("posLimit", "0.1");
        row.put("maintainTime", "");
        row.put("isRwa", "NO");
        return row;
    }
}
