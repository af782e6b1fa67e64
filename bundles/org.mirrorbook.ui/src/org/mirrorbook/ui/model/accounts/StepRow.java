package org.mirrorbook.ui.model.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.mirrorbook.exchange.KeyGate;
import org.mirrorbook.exchange.KeyRights;
import org.mirrorbook.exchange.KeyTrial;
import org.mirrorbook.exchange.Right;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.ui.model.Cell;
import org.mirrorbook.ui.model.ColumnSpec;
import org.mirrorbook.ui.model.Row;
import org.mirrorbook.ui.model.Shape;
import org.mirrorbook.ui.model.Tone;

/** A step of a key's test as it is shown. */
public record StepRow(List<Cell> cells) implements Row {

    public StepRow {
        cells = List.copyOf(cells);
    }

    /** The columns, in their order. */
    public static List<ColumnSpec> columns() {
        return List.of(ColumnSpec.words("", 32, 0), ColumnSpec.words(Messages.Step_step, 168, 0),
                ColumnSpec.words(Messages.Step_result, 220, 1), ColumnSpec.figures(Messages.Step_took, 72, 0));
    }

    /**
     * The steps that ended, and while it runs a line for the one that is waited for.
     *
     * @param consent whether the user agreed to a key that can trade
     */
    public static List<StepRow> of(KeyTest test, boolean consent) {
        var rows = new ArrayList<StepRow>();
        for (var step : test.steps()) {
            boolean rights = step.name().equals(KeyTrial.RIGHTS);
            if (rights && test.trial().isPresent() && !isTrouble(step)) {
                rows.add(rights(step, test.trial().get().rights(), consent));
            } else {
                rows.add(of(step));
            }
        }
        if (test.is(KeyTest.State.RUNNING)) {
            rows.add(new StepRow(List.of(Cell.of("").with(Shape.RING).in(Tone.WARN), Cell.label(Messages.Step_next),
                    Cell.label(Messages.Step_waiting), Cell.empty())));
        }
        return rows;
    }

    /** Whether asking for the rights failed, and not because of them. */
    private static boolean isTrouble(KeyTrial.Step step) {
        return step.problem().filter(problem -> problem.code().filter(Set.of(KeyGate.CAN_TRADE, KeyGate.CAN_TRANSFER,
                KeyGate.CAN_WITHDRAW)::contains).isEmpty()).isPresent();
    }

    private static StepRow of(KeyTrial.Step step) {
        return step.problem().map(problem -> new StepRow(List.of(mark(Shape.CROSS, Tone.ERROR), Cell.of(step.name()), refused(problem),
                took(step)))).orElseGet(() -> new StepRow(List.of(mark(Shape.CHECK, Tone.LIVE), Cell.of(step.name()),
                        Cell.of(step.result()).tip(step.result()), took(step))));
    }

    private static StepRow rights(KeyTrial.Step step, KeyRights rights, boolean consent) {
        var refusal = new KeyGate().judge(rights, consent).refusal().flatMap(VenueProblem::code);
        boolean asks = refusal.filter(KeyGate.CAN_TRADE::equals).isPresent();
        var words = Cell.of(KeyWords.may(rights));
        var tip = step.result();
        if (refusal.isPresent() && !asks) {
            return new StepRow(List.of(mark(Shape.CROSS, Tone.ERROR), Cell.of(step.name()), words.in(Tone.ERROR).bold().tip(tip),
                    took(step)));
        }
        if (asks || rights.trade() == Right.YES) {
            return new StepRow(List.of(mark(Shape.WARNING, Tone.WARN), Cell.of(step.name()), words.in(Tone.WARN).bold().tip(tip),
                    took(step)));
        }
        return new StepRow(List.of(mark(Shape.CHECK, Tone.LIVE), Cell.of(step.name()), words.tip(tip), took(step)));
    }

    private static Cell mark(Shape shape, Tone tone) {
        var words = switch (shape) {
            case CHECK -> Messages.Step_good;
            case CROSS -> Messages.Step_failed;
            default -> Messages.Step_look;
        };
        return Cell.of("").with(shape).in(tone).tip(words);
    }

    private static Cell took(KeyTrial.Step step) {
        return Cell.label(NLS.bind(Messages.Step_ms, step.took().toMillis()));
    }

    private static Cell refused(VenueProblem problem) {
        var words = problem.code().map(code -> NLS.bind(Messages.Step_code, problem.getMessage(), code)).orElse(problem.getMessage());
        return Cell.of(words).in(Tone.ERROR).bold().tip(words);
    }

    /** All rows as text, a line each, to be sent to somebody; no secret is in them. */
    public static String report(List<StepRow> rows) {
        return rows.stream().map(row -> (row.cells().getFirst().tip() + "\t" + row.cells().stream().skip(1).map(Cell::text)
                .filter(text -> !text.isEmpty()).collect(Collectors.joining("\t"))).strip()).collect(Collectors.joining("\n"));
    }
}
