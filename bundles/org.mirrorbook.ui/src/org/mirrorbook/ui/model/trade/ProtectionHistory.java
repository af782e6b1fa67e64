package org.mirrorbook.ui.model.trade;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.risk.ProtectionKind;
import org.mirrorbook.domain.risk.ProtectionMove;
import org.mirrorbook.domain.risk.ProtectionSource;
import org.mirrorbook.domain.statistics.Quote;
import org.mirrorbook.domain.statistics.RiskReading;

/** How the stop and the target of a trade came to be where they are, and what each would have brought. */
final class ProtectionHistory {

    private final Trade trade;
    private final TreeMap<Instant, Holding> holdings;

    ProtectionHistory(Trade trade) {
        this.trade = trade;
        this.holdings = Holding.of(trade);
    }

    /**
     * One setting.
     *
     * @param price absent when it was taken away
     * @param ifHit gross profit of the whole trade if what was held then had been closed there; absent while nothing was held
     * @param setsR whether 1R of the trade rests on it
     */
    record Entry(Instant at, ProtectionKind kind, ProtectionSource source, Optional<BigDecimal> price, Optional<BigDecimal> ifHit,
            boolean setsR) {
    }

    /** Oldest first; led by the estimated stop where nothing else stood when the trade was entered. */
    List<Entry> entries() {
        var entries = new ArrayList<Entry>();
        estimated().ifPresent(price -> entries.add(new Entry(trade.openedAt(), ProtectionKind.STOP_LOSS, ProtectionSource.ESTIMATED,
                Optional.of(price), grossIfHit(trade.openedAt(), price), isBasis(ProtectionSource.ESTIMATED, Optional.empty()))));
        for (var kind : ProtectionKind.values()) {
            for (var move : trade.risk().of(kind).moves()) {
                entries.add(new Entry(move.at(), kind, move.source(), move.price(),
                        move.price().flatMap(price -> grossIfHit(move.at(), price)),
                        kind == ProtectionKind.STOP_LOSS && isBasis(move.source(), Optional.of(move))));
            }
        }
        entries.sort(Comparator.comparing(Entry::at));
        return List.copyOf(entries);
    }

    /**
     * The stop that stood at a moment: the planned one, unless it was taken away; else the live one; else the estimated one.
     */
    Optional<BigDecimal> stopAt(Instant moment) {
        return newest(ProtectionSource.PLANNED, moment).or(() -> newest(ProtectionSource.LIVE, moment)).or(() -> held(moment)
                .filter(now -> trade.risk().stopLoss().moves().stream().noneMatch(move -> !move.at().isAfter(moment)))
                .flatMap(this::estimateOf));
    }

    private Optional<BigDecimal> newest(ProtectionSource source, Instant moment) {
        return trade.risk().stopLoss().moves().stream().filter(move -> move.source() == source && !move.at().isAfter(moment))
                .reduce((one, two) -> two).flatMap(ProtectionMove::price);
    }

    private Optional<BigDecimal> estimated() {
        boolean stood = trade.risk().stopLoss().moves().stream().anyMatch(move -> !move.at().isAfter(trade.openedAt()));
        return stood ? Optional.empty() : held(trade.openedAt()).flatMap(this::estimateOf);
    }

    private Optional<BigDecimal> estimateOf(Holding holding) {
        return trade.risk().oneR().filter(oneR -> oneR.currency().equals(trade.slot().marginCoin()))
                .flatMap(oneR -> holding.priceOfLoss(oneR.amount()));
    }

    private boolean isBasis(ProtectionSource source, Optional<ProtectionMove> move) {
        var basis = RiskReading.of(trade).stopLoss().filter(quote -> quote.source() == source);
        return basis.isPresent() && (move.isEmpty() || rests(basis.get(), move.get()));
    }

    /** R rests on the newest planned stop or on the first live one. */
    private static boolean rests(Quote quote, ProtectionMove move) {
        var ofSource = quote.moves().stream().filter(one -> one.source() == move.source() && one.price().isPresent()).toList();
        return !ofSource.isEmpty()
                && move.equals(quote.source() == ProtectionSource.LIVE ? ofSource.getFirst() : ofSource.getLast());
    }

    private Optional<Holding> held(Instant moment) {
        return Optional.ofNullable(holdings.floorEntry(moment)).map(Map.Entry::getValue).filter(now -> !now.isEmpty());
    }

    private Optional<BigDecimal> grossIfHit(Instant moment, BigDecimal price) {
        return held(moment).map(now -> now.grossAt(price));
    }
}
