package org.mirrorbook.ui.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.position.Environment;

/** What may be added: money of one kind in one currency. Real money comes first, and neither demo nor practice is ever added to it. */
public record Purse(Environment environment, String currency) {

    /** Sorts what belongs to trades into purses, in the order in which they are shown. */
    public static <T> SortedMap<Purse, List<T>> sort(Collection<T> all, Function<T, Trade> trade) {
        var purses = new TreeMap<Purse, List<T>>(order());
        for (T one : all) {
            var slot = trade.apply(one).slot();
            purses.computeIfAbsent(new Purse(slot.scope().environment(), slot.marginCoin()), purse -> new ArrayList<>()).add(one);
        }
        return purses;
    }

    /** Real money first, then the usual currency before others that have cents, and those before coins. */
    public static Comparator<Purse> order() {
        return Comparator.comparing(Purse::environment).thenComparing(Purse::currency, Figures.usualFirst());
    }

    /** The word for money that is not real. */
    public static Optional<Cell> tag(Environment environment) {
        return switch (environment) {
            case LIVE -> Optional.empty();
            case DEMO -> Optional.of(Cell.of(Messages.Environment_demo_tag).on(Chip.TAG));
            case PRACTICE -> Optional.of(Cell.of(Messages.Environment_practice_tag).on(Chip.TAG));
        };
    }
}
