package org.mirrorbook.ui.model.live;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.mirror.LiveView;
import org.mirrorbook.ui.model.Cell;
import org.mirrorbook.ui.model.Figures;
import org.mirrorbook.ui.model.Purse;

/**
 * The totals under Live Positions, one line a currency. Demo and practice money is never added to real money: while there is real money it
 * is left out, which is said.
 */
public final class LiveTotals {

    private final Figures figures;

    public LiveTotals(Figures figures) {
        this.figures = figures;
    }

    public List<LiveSum> of(LiveView view) {
        var purses = Purse.sort(view.positions().stream().map(LiveFacts::of).toList(), LiveFacts::trade);
        var kind = purses.keySet().stream().map(Purse::environment).min(Environment::compareTo);
        var left = purses.keySet().stream().map(Purse::environment).filter(one -> kind.filter(one::equals).isEmpty()).distinct().toList();
        return purses.entrySet().stream().filter(purse -> kind.filter(purse.getKey().environment()::equals).isPresent())
                .map(purse -> line(purse, left)).toList();
    }

    private LiveSum line(Map.Entry<Purse, List<LiveFacts>> purse, List<Environment> left) {
        var positions = purse.getValue();
        var coin = purse.getKey().currency();
        var remarks = new ArrayList<String>();
        long stale = positions.stream().filter(facts -> !facts.isLive()).count();
        if (stale > 0) {
            remarks.add(stale == 1 ? Messages.LiveTotals_staleOne : NLS.bind(Messages.LiveTotals_stale, stale));
        }
        long unknown = positions.stream().filter(facts -> facts.trade().result().unrealised().isEmpty()).count();
        if (unknown > 0) {
            remarks.add(NLS.bind(Messages.LiveTotals_unknown, unknown));
        }
        left.forEach(one -> remarks.add(one == Environment.DEMO ? Messages.LiveTotals_demoLeft : Messages.LiveTotals_practiceLeft));
        var head = Cell.of(NLS.bind(positions.size() == 1 ? Messages.LiveTotals_one : Messages.LiveTotals_many, coin, positions.size()))
                .bold();
        var tagged = Purse.tag(purse.getKey().environment()).map(head::then).orElse(head);
        var words = remarks.stream().collect(Collectors.joining(Messages.LiveTotals_join));
        return new LiveSum(words.isEmpty() ? tagged : tagged.then(Cell.label(words)), sums(positions), stops(positions, coin));
    }

    private List<Cell> sums(List<LiveFacts> positions) {
        var sums = LiveSums.of(positions);
        var cells = new ArrayList<>(Collections.nCopies(LiveColumn.values().length, Cell.empty()));
        cells.set(LiveColumn.UNREALISED.ordinal(), sums.unrealised(figures).bold());
        cells.set(LiveColumn.REALISED.ordinal(), sums.realised(figures).bold());
        cells.set(LiveColumn.MARGIN.ordinal(), sums.margin(figures).bold());
        return cells;
    }

    /** What all come to at their stops, and for how many no order would do it. */
    private Cell stops(List<LiveFacts> positions, String coin) {
        var known = positions.stream().filter(facts -> facts.atStop().isPresent()).toList();
        long none = positions.size() - known.size();
        long unsure = known.stream().filter(facts -> !facts.hasLiveStop()).count();
        if (known.isEmpty()) {
            return Cell.label(positions.size() == 1 ? Messages.LiveTotals_noStop : Messages.LiveTotals_noStops);
        }
        var amount = LiveSums.sum(known, facts -> facts.atStop().orElse(BigDecimal.ZERO));
        var words = new ArrayList<String>();
        if (unsure > 0) {
            words.add(NLS.bind(unsure == 1 ? Messages.LiveTotals_unsureOne : Messages.LiveTotals_unsure, unsure));
        }
        if (none > 0) {
            words.add(NLS.bind(none == 1 ? Messages.LiveTotals_noneOne : Messages.LiveTotals_none, none));
        }
        var sum = LiveCells.coloured(Cell.of(figures.signed(amount, coin)).bold(), amount).tip(Messages.LiveTotals_stops_tip);
        var cell = Cell.label(Messages.LiveTotals_stops).then(sum);
        return words.isEmpty() ? cell : cell.then(Cell.label(String.join(Messages.LiveTotals_join, words)));
    }
}
