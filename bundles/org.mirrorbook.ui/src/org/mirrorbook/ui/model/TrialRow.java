package org.mirrorbook.ui.model;

import java.util.List;

import org.eclipse.osgi.util.NLS;
import org.mirrorbook.exchange.KeyTrial;
import org.mirrorbook.exchange.VenueProblem;

/** A step of a key's trial as it is shown. */
public record TrialRow(List<Cell> cells) implements Row {

    public TrialRow {
        cells = List.copyOf(cells);
    }

    /** The columns, in their order. */
    public static List<ColumnSpec> columns() {
        return List.of(ColumnSpec.words("", 28, 0), ColumnSpec.words(Messages.TrialRow_step, 164, 1),
                ColumnSpec.words(Messages.TrialRow_result, 220, 4), ColumnSpec.figures(Messages.TrialRow_took, 76, 0));
    }

    /** All steps of a trial. */
    public static List<TrialRow> of(KeyTrial trial) {
        return trial.steps().stream().map(TrialRow::of).toList();
    }

    private static TrialRow of(KeyTrial.Step step) {
        var took = Cell.label(NLS.bind(Messages.TrialRow_ms, step.took().toMillis()));
        return step.problem().map(problem -> new TrialRow(List.of(
                Cell.of("").with(Shape.CROSS).in(Tone.ERROR), Cell.of(step.name()), refused(problem), took)))
                .orElseGet(() -> new TrialRow(List.of(
                        Cell.of("").with(Shape.CHECK).in(Tone.LIVE), Cell.of(step.name()), Cell.of(step.result()).tip(step.result()),
                                took)));
    }

    private static Cell refused(VenueProblem problem) {
        var words = problem.code().map(code -> NLS.bind(Messages.TrialRow_code, problem.getMessage(), code)).orElse(problem.getMessage());
        return Cell.of(words).in(Tone.ERROR).bold().tip(words);
    }
}
