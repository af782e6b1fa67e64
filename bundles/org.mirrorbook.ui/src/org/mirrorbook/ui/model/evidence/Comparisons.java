package org.mirrorbook.ui.model.evidence;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.mirrorbook.domain.journal.Exit;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.journal.ReconciliationRun;
import org.mirrorbook.ui.model.Figures;

/** Which comparisons with the exchange's books bear on a trade, and what they say of it. */
final class Comparisons {

    private final Figures figures;

    Comparisons(Figures figures) {
        this.figures = figures;
    }

    /** Those in which something was done to it, and the first one that found all books equal once it was closed; oldest first. */
    static List<ReconciliationRun> bearing(List<ReconciliationRun> runs, Trade trade) {
        var closed = trade.exit().map(Exit::closedAt);
        var first = runs.stream().filter(run -> closed.filter(at -> covers(run, at)).isPresent())
                .min(Comparator.comparing(ReconciliationRun::at));
        return runs.stream().filter(run -> !of(run, trade).isEmpty() || first.filter(run::equals).isPresent())
                .sorted(Comparator.comparing(ReconciliationRun::at)).toList();
    }

    private static boolean covers(ReconciliationRun run, Instant closed) {
        return run.failure().isEmpty() && run.differences() == 0 && run.at().isAfter(closed)
                && run.since().filter(since -> !since.isAfter(closed)).isPresent();
    }

    private static List<ReconciliationRun.Step> of(ReconciliationRun run, Trade trade) {
        Optional<Instant> closed = trade.exit().map(Exit::closedAt);
        return run.steps().stream().filter(step -> step.instrument().equals(trade.slot().instrument())
                && step.side() == trade.slot().side() && step.closedAt().equals(closed)).toList();
    }

    /** That it was compared, and why. */
    static String said(ReconciliationRun run) {
        return NLS.bind(Messages.Compared, switch (run.startedBy()) {
            case CONNECTING -> Messages.Compared_connecting;
            case ROUND -> Messages.Compared_round;
            case HAND -> Messages.Compared_hand;
            case CORRECTION -> Messages.Compared_correction;
        });
    }

    /** What was done to the trade; empty for nothing. */
    static String done(ReconciliationRun run, Trade trade) {
        return of(run, trade).stream().map(step -> switch (step.kind()) {
            case ENTERED -> Messages.Compared_entered;
            case COMPLETED -> Messages.Compared_completed;
            case CORRECTED -> Messages.Compared_corrected;
            case TAKEN_BACK -> Messages.Compared_takenBack;
        }).collect(Collectors.joining(", "));
    }

    /** What came of it for the whole account. */
    String result(ReconciliationRun run) {
        return run.failure().orElseGet(() -> run.differences() == 0
                ? NLS.bind(Messages.Compared_equal, figures.count(run.compared()))
                : NLS.bind(Messages.Compared_differ, figures.count(run.compared()), figures.count(run.differences())));
    }
}
