package org.mirrorbook.ui.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.osgi.util.NLS;
import org.mirrorbook.domain.reconciliation.Comparison;
import org.mirrorbook.domain.reconciliation.Difference;

/** What came of comparing the journal with the exchange's books, in words. */
public final class ComparisonWords {

    private final Figures figures;

    public ComparisonWords(Figures figures) {
        this.figures = figures;
    }

    /** The newest comparison beside the state of an account. */
    public List<Cell> last(Comparison comparison, Instant now) {
        var at = figures.time(comparison.until(), now);
        var lives = lives(comparison.compared());
        return List.of(Cell.label(Messages.Comparison_books), comparison.equal()
                ? Cell.of(NLS.bind(Messages.Comparison_lastEqual, lives, at)).with(Shape.CHECK).in(Tone.LIVE)
                : Cell.of(NLS.bind(Messages.Comparison_lastDifferent, new Object[] {comparison.differences().size(), lives, at}))
                        .with(Shape.DIFFERENT).in(Tone.WARN));
    }

    /** What putting these right does, a line for each kind that is among them. */
    public List<String> consequences(List<Difference> differences, String exchange) {
        var lines = new ArrayList<String>();
        var open = differences.stream().filter(difference -> difference.closedAt().isEmpty()).toList();
        for (var kind : Difference.Kind.values()) {
            var words = switch (kind) {
                case FIGURES -> Messages.Correction_figures;
                case ONLY_EXCHANGE -> Messages.Correction_onlyExchange;
                case ONLY_JOURNAL -> Messages.Correction_onlyJournal;
            };
            add(lines, words, differences.stream().filter(one -> !open.contains(one) && one.kind() == kind).count(), exchange);
        }
        add(lines, Messages.Correction_open, open.size(), exchange);
        return lines;
    }

    private void add(List<String> lines, String words, long count, String exchange) {
        if (count > 0) {
            lines.add(NLS.bind(words, lives((int) count), exchange));
        }
    }

    private String lives(int count) {
        return count == 1 ? Messages.Comparison_life : NLS.bind(Messages.Comparison_lives, figures.count(count));
    }
}
