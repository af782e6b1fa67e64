package org.mirrorbook.ui.model.journal;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.mirrorbook.domain.journal.Certainty;
import org.mirrorbook.domain.journal.Exit;
import org.mirrorbook.domain.journal.Fingerprint;
import org.mirrorbook.domain.journal.Result;
import org.mirrorbook.domain.journal.Terms;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.journal.TradeSource;
import org.mirrorbook.domain.journal.TradeStatus;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.position.MarginMode;
import org.mirrorbook.domain.position.Product;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.domain.position.Slot;
import org.mirrorbook.journal.JournalReader;
import org.mirrorbook.journal.TradeEvent;
import org.mirrorbook.journal.TradeQuery;
import org.mirrorbook.journal.TradeSort;

/** A journal in memory that counts what is asked of it. Of filters it knows text in the symbol, and statuses. */
final class HeldTrades implements JournalReader {

    static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");

    final Map<TradeId, Trade> trades = new ConcurrentHashMap<>();
    final List<Integer> pages = new ArrayList<>();
    Runnable whileOrdering = () -> {
    };

    static Trade open(String symbol, int minute) {
        var at = BEGINNING.plusSeconds(60L * minute);
        var slot = new Slot(new Scope(new AccountId("main"), "bitget", Environment.LIVE, new Product("USDT-FUTURES", false)),
                symbol, Side.LONG,
                MarginMode.CROSSED, "USDT");
        return new Trade(TradeId.of(slot, at), Fingerprint.ofLive("bitget", Optional.of("1"), symbol, at), TradeSource.LIVE_MIRROR, slot,
                Optional.of("1"), at, TradeStatus.OPEN, Certainty.LIVE,
                new Terms(BigDecimal.TEN, BigDecimal.TEN, BigDecimal.ONE, Optional.empty(), Optional.empty()), result("0"),
                Optional.empty(),
                false, List.of());
    }

    static Trade closed(String symbol, int minute, String net) {
        var open = open(symbol, minute);
        return open.closed(new Exit(Optional.of(BigDecimal.TEN), Exit.Basis.RECORD, open.openedAt().plusSeconds(30)), Certainty.CONFIRMED,
                open.terms(), result(net), false);
    }

    private static Result result(String gross) {
        return new Result(new BigDecimal(gross), Optional.empty(), BigDecimal.ZERO, BigDecimal.ZERO, Optional.empty(), Optional.empty(),
                Optional.empty(), List.of());
    }

    HeldTrades with(Trade... more) {
        for (var trade : more) {
            trades.put(trade.id(), trade);
        }
        return this;
    }

    @Override
    public List<Trade> trades(TradeQuery query) {
        if (query.limit().isEmpty()) {
            whileOrdering.run();
        }
        var order = new TradeSort(TradeSort.Key.OPENED, query.newestFirst()).comparator();
        return trades.values().stream().filter(trade -> query.filter().statuses().isEmpty()
                || query.filter().statuses().contains(trade.status()))
                .filter(trade -> trade.slot().instrument().toLowerCase(Locale.ROOT).contains(query.filter().text()))
                .sorted(order).limit(query.limit().orElse(Integer.MAX_VALUE)).toList();
    }

    @Override
    public List<Trade> trades(List<TradeId> ids) {
        pages.add(ids.size());
        return ids.stream().map(trades::get).filter(Objects::nonNull).toList();
    }

    @Override
    public Optional<Trade> trade(TradeId id) {
        return Optional.ofNullable(trades.get(id));
    }

    @Override
    public List<TradeEvent> events(TradeId id) {
        return List.of();
    }

    @Override
    public List<Trade> lives(AccountId account, Instant closedSince) {
        return List.of();
    }
}
