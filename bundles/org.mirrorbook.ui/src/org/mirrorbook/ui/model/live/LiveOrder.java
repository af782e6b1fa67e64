package org.mirrorbook.ui.model.live;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.risk.Excursion;
import org.mirrorbook.domain.statistics.Quote;
import org.mirrorbook.ui.model.Figures;
import org.mirrorbook.ui.model.Sorting;

/** The order of the positions: by account, symbol and side, or by the figures of a column; what is not known comes last in either way. */
final class LiveOrder {

    private static final Comparator<LiveFacts> OWN = Comparator
            .<LiveFacts, String>comparing(facts -> facts.position().label(), String.CASE_INSENSITIVE_ORDER)
            .thenComparing(facts -> facts.trade().slot().instrument()).thenComparing(facts -> facts.trade().slot().side())
            .thenComparing(facts -> facts.trade().id().value());

    /** Real money before demo and practice, then by account, and the usual money of each first. */
    static final Comparator<LiveFacts> OF_GROUPS = Comparator
            .<LiveFacts, Environment>comparing(facts -> facts.trade().slot().scope().environment())
            .thenComparing(facts -> facts.position().label(), String.CASE_INSENSITIVE_ORDER)
            .thenComparing(facts -> facts.account().value()).thenComparing(LiveFacts::coin, Figures.usualFirst());

    private LiveOrder() {
    }

    static Comparator<LiveFacts> by(Optional<Sorting> sorting) {
        return sorting.map(wanted -> by(LiveColumn.values()[wanted.column()], wanted.ascending()).thenComparing(OWN)).orElse(OWN);
    }

    private static Comparator<LiveFacts> by(LiveColumn column, boolean ascending) {
        Comparator<Comparable<Object>> natural = ascending ? Comparator.naturalOrder() : Comparator.reverseOrder();
        return Comparator.comparing(facts -> key(facts, column), Comparator.nullsLast(natural));
    }

    @SuppressWarnings("unchecked")
    private static Comparable<Object> key(LiveFacts facts, LiveColumn column) {
        // a column has one type of key
        return (Comparable<Object>) value(facts, column).orElse(null);
    }

    private static Optional<? extends Comparable<?>> value(LiveFacts facts, LiveColumn column) {
        var trade = facts.trade();
        var result = trade.result();
        return switch (column) {
            case DOT -> Optional.of(facts.position().link());
            case ACCOUNT -> Optional.of(facts.position().label().toLowerCase(Locale.ROOT));
            case SYMBOL -> Optional.of(trade.slot().instrument());
            case SIDE -> Optional.of(trade.slot().side());
            case SIZE -> Optional.of(trade.terms().quantity());
            case ENTRY -> Optional.of(trade.terms().effectiveEntry());
            case MARK -> facts.position().mark();
            case UNREALISED -> result.unrealised();
            case RETURN -> facts.returnOnMargin();
            case REALISED -> Optional.of(result.realised());
            case MULTIPLE -> facts.reading().rMultiple();
            case LEVERAGE -> trade.terms().leverage();
            case MARGIN -> trade.terms().margin();
            case LIQUIDATION -> facts.toLiquidation();
            case STOP -> facts.stop().flatMap(Quote::price);
            case TARGET -> facts.reading().takeProfit().flatMap(Quote::price);
            case EXCURSIONS -> result.unrealised().flatMap(facts::inR);
            case OPEN_FOR -> Optional.of(-trade.openedAt().toEpochMilli());
            case OPEN_SINCE -> Optional.of(trade.openedAt());
            case HOUR -> Optional.<BigDecimal>empty();
            case ADVERSE -> trade.excursions().adverse().map(Excursion::amount);
            case FAVOURABLE -> trade.excursions().favourable().map(Excursion::amount);
            case FEES -> Optional.of(result.fees());
            case FUNDING -> Optional.of(result.funding());
            case MARGIN_MODE -> Optional.of(trade.slot().marginMode());
        };
    }
}
