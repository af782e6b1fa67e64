package org.mirrorbook.exchange.practice.unified;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;

import org.mirrorbook.exchange.practice.books.AccountBook;
import org.mirrorbook.exchange.practice.books.Contract;
import org.mirrorbook.exchange.practice.books.Floor;
import org.mirrorbook.exchange.practice.books.Funds;
import org.mirrorbook.exchange.practice.books.Position;
import org.mirrorbook.exchange.practice.wire.Json;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The money of an account, all coins together, as the account topic and v3 REST tell it; totals are in US dollars. */
public final class UnifiedFundsRows {

    private static final int USD_SCALE = 8;
    private static final int RATIO_SCALE = 12;

    private final Json json;
    private final Floor floor;

    public UnifiedFundsRows(Json json, Floor floor) {
        this.json = json;
        this.floor = floor;
    }

    public ObjectNode stream(AccountBook book) {
        List<Funds> wallets = wallets(book);
        ObjectNode row = json.object();
        row.put("unrealisedPnL", Json.plain(total(wallets, Funds::unrealised)));
        row.put("totalEquity", Json.plain(total(wallets, Funds::equity)));
        addMargins(row, book, wallets);
        ArrayNode coins = row.putArray("coin");
        wallets.forEach(funds -> coins.add(coin(funds, "debts").put("borrow", "0")));
        return row;
    }

    public ObjectNode rest(AccountBook book) {
        List<Funds> wallets = wallets(book);
        BigDecimal equity = total(wallets, Funds::equity);
        BigDecimal unrealised = total(wallets, Funds::unrealised);
        ObjectNode row = json.object();
        row.put("accountEquity", Json.plain(equity));
        row.put("usdtEquity", Json.plain(equity));
        row.put("btcEquity", Json.plain(inBitcoin(equity)));
        row.put("unrealisedPnl", Json.plain(unrealised));
        row.put("usdtUnrealisedPnl", Json.plain(unrealised));
        row.put("btcUnrealizedPnl", Json.plain(inBitcoin(unrealised)));
        addMargins(row, book, wallets);
        ArrayNode assets = row.putArray("assets");
        wallets.forEach(funds -> assets.add(coin(funds, "debt")));
        return row;
    }

    /** Margins held and needed; the ratios are those to the equity. */
    private void addMargins(ObjectNode row, AccountBook book, List<Funds> wallets) {
        BigDecimal equity = total(wallets, Funds::equity);
        BigDecimal held = total(wallets, Funds::margin);
        BigDecimal needed = book.positions().stream().map(this::maintenance).reduce(BigDecimal.ZERO, BigDecimal::add);
        row.put("effEquity", Json.plain(equity));
        row.put("mmr", Json.plain(needed));
        row.put("imr", Json.plain(held));
        row.put("mgnRatio", Json.plain(ratio(needed, equity)));
        row.put("positionMgnRatio", Json.plain(ratio(held, equity)));
    }

    private BigDecimal maintenance(Position position) {
        Contract contract = position.contract();
        BigDecimal notional = contract.notional(position.total(), floor.prices().of(contract).mark());
        return inUsd(contract.marginCoin(), notional.multiply(contract.maintenanceRate()));
    }

    private ObjectNode coin(Funds funds, String debtName) {
        ObjectNode row = json.object();
        row.put("coin", funds.coin());
        row.put("equity", Json.plain(funds.equity()));
        row.put("usdValue", Json.plain(inUsd(funds.coin(), funds.equity())));
        row.put("balance", Json.plain(funds.wallet()));
        row.put("available", Json.plain(funds.available()));
        row.put(debtName, "0");
        row.put("locked", "0");
        return row;
    }

    private List<Funds> wallets(AccountBook book) {
        return floor.contracts().all().stream().map(Contract::marginCoin).distinct()
                .map(coin -> book.funds(coin, floor.prices()::of)).toList();
    }

    private BigDecimal total(List<Funds> wallets, Function<Funds, BigDecimal> amount) {
        return wallets.stream().map(funds -> inUsd(funds.coin(), amount.apply(funds))).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private BigDecimal inUsd(String coin, BigDecimal amount) {
        return coin.equals("BTC") ? amount.multiply(bitcoin()).setScale(USD_SCALE, RoundingMode.HALF_UP) : amount;
    }

    private BigDecimal inBitcoin(BigDecimal usd) {
        return usd.divide(bitcoin(), USD_SCALE, RoundingMode.HALF_UP);
    }

    private BigDecimal bitcoin() {
        return floor.prices().of(floor.contracts().find("BTCUSDT").orElseThrow()).mark();
    }

    private static BigDecimal ratio(BigDecimal part, BigDecimal whole) {
        return whole.signum() <= 0 ? BigDecimal.ZERO : part.divide(whole, RATIO_SCALE, RoundingMode.HALF_UP);
    }
}
