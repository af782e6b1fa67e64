package org.mirrorbook.ui.model.books;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.journal.ReconciliationRun;
import org.mirrorbook.ui.model.Cell;
import org.mirrorbook.ui.model.Shape;
import org.mirrorbook.ui.model.Tone;

/** What stands above the differences of an account: which run told them, and when the next one may come. */
public final class Headline {

    private Headline() {
    }

    public static List<Cell> of(AccountBooks books, Times times) {
        var cells = new ArrayList<Cell>();
        var label = books.account().label();
        if (books.failure().isPresent()) {
            cells.add(Cell.of(NLS.bind(Messages.Headline_failed, books.failure().get())).with(Shape.ALERT).in(Tone.WARN));
        } else if (books.last().isPresent()) {
            var last = books.last().get();
            cells.add(Cell.of(NLS.bind(last.equal() ? Messages.Headline_equal : Messages.Headline_differences, label)).bold());
            cells.add(Cell.label(last.equal() ? NLS.bind(Messages.Headline_lives, times.figures().count(last.compared()),
                    times.day(last.since())) : run(books.newest(), times)));
        }
        cells.add(Cell.label(link(label, books.link(), times)));
        return cells.stream().filter(cell -> !cell.text().isEmpty()).toList();
    }

    private static String run(Optional<ReconciliationRun> run, Times times) {
        return run.map(one -> NLS.bind(Messages.Headline_run, times.figures().count(one.number()), times.clock(one.at()))).orElse("");
    }

    private static String link(String label, Optional<LinkStatus> link, Times times) {
        if (link.isEmpty()) {
            return NLS.bind(Messages.Headline_off, label);
        }
        var status = link.get();
        return switch (status.state()) {
            case LIVE -> "";
            case OFF -> NLS.bind(Messages.Headline_off, label);
            case NEEDS_ATTENTION -> NLS.bind(Messages.Headline_attention, label, status.reason());
            case CONNECTING -> waiting(label, Messages.Headline_connecting, status, times);
            case RECONNECTING -> waiting(label, Messages.Headline_reconnecting, status, times);
            case DEGRADED -> waiting(label, Messages.Headline_degraded, status, times);
        };
    }

    private static String waiting(String label, String state, LinkStatus status, Times times) {
        return NLS.bind(Messages.Headline_waiting, new Object[] {label, state, times.figures().time(status.since(), times.now())});
    }
}
