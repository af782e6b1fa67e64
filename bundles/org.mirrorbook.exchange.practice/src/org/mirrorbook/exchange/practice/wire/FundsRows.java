package org.mirrorbook.exchange.practice.wire;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.mirrorbook.exchange.practice.books.AccountBook;
import org.mirrorbook.exchange.practice.books.Contract;
import org.mirrorbook.exchange.practice.books.Contracts;
import org.mirrorbook.exchange.practice.books.Funds;
import org.mirrorbook.exchange.practice.books.HoldSide;
import org.mirrorbook.exchange.practice.books.Prices;
import org.mirrorbook.exchange.practice.books.ProductType;
import org.mirrorbook.exchange.practice.books.SymbolSettings;

import tools.jackson.databind.node.ObjectNode;

/** The money of an account as rows of the account and equity channels and of REST (protocol notes, Bitget 5.5). */
public final class FundsRows {

    private static final int USD_SCALE = 12;

    private final Json json;
    private final Contracts contracts;
    private final Prices prices;

    public FundsRows(Json json, Contracts contracts, Prices prices) {
        this.json = json;
        this.contracts = contracts;
        this.prices = prices;
    }

    /** The margin coin of the product's contracts. */
    public String coin(ProductType product) {
        return contracts.of(product).getFirst().marginCoin();
    }

    public ObjectNode stream(AccountBook book, String coin) {
        Funds funds = book.funds(coin, prices::of);
        ObjectNode row = json.object();
        row.put("marginCoin", coin);
        row.put("frozen", "0");
        row.put("available", Json.plain(funds.available()));
        row.put("maxOpenPosAvailable", Json.plain(funds.available()));
        row.put("maxTransferOut", Json.plain(funds.available()));
        row.put("equity", Json.plain(funds.equity()));
        row.put("usdtEquity", Json.plain(inUsd(coin, funds.equity())));
        row.put("crossedRiskRate", "0");
        row.put("unrealizedPL", Json.plain(funds.unrealised()));
        row.put("assetMode", "single");
        return row;
    }

    public ObjectNode equity(AccountBook book, ProductType product) {
        Funds funds = book.funds(coin(product), prices::of);
        ObjectNode row = json.object();
        BigDecimal usd = inUsd(funds.coin(), funds.equity());
        row.put("btcEquity", Json.plain(usd.divide(bitcoin(), USD_SCALE, RoundingMode.HALF_UP)));
        row.put("usdtEquity", Json.plain(usd));
        row.put("unrealizedPL", Json.plain(funds.unrealised()));
        return row;
    }

    public ObjectNode rest(AccountBook book, String coin) {
        Funds funds = book.funds(coin, prices::of);
        BigDecimal usd = inUsd(coin, funds.equity());
        ObjectNode row = json.object();
        row.put("marginCoin", coin);
        row.put("locked", "0");
        row.put("available", Json.plain(funds.available()));
        row.put("crossedMaxAvailable", Json.plain(funds.available()));
        row.put("isolatedMaxAvailable", Json.plain(funds.available()));
        row.put("maxTransferOut", Json.plain(funds.available()));
        row.put("accountEquity", Json.plain(funds.equity()));
        row.put("usdtEquity", Json.plain(usd));
        row.put("btcEquity", Json.plain(usd.divide(bitcoin(), USD_SCALE, RoundingMode.HALF_UP)));
        row.put("crossedRiskRate", "0");
        row.put("unrealizedPL", Json.plain(funds.unrealised()));
        row.put("coupon", "0");
        return row;
    }

    /** The row of one symbol tells modes and leverages too. */
    public ObjectNode rest(AccountBook book, Contract contract) {
        ObjectNode row = rest(book, contract.marginCoin());
        SymbolSettings settings = book.settings(contract);
        row.put("crossedMarginLeverage", Integer.toString(settings.leverage(HoldSide.LONG)));
        row.put("isolatedLongLever", Integer.toString(settings.leverage(HoldSide.LONG)));
        row.put("isolatedShortLever", Integer.toString(settings.leverage(HoldSide.SHORT)));
        row.put("marginMode", settings.marginMode().wire());
        row.put("posMode", book.mode(contract.product()).wire());
        row.put("assetMode", "single");
        return row;
    }

    private BigDecimal inUsd(String coin, BigDecimal amount) {
        return coin.equals("BTC") ? amount.multiply(bitcoin()) : amount;
    }

    private BigDecimal bitcoin() {
        return prices.of(contracts.find("BTCUSDT").orElseThrow()).mark();
    }
}
