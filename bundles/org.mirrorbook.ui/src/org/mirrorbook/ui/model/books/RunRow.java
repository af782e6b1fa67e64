package org.mirrorbook.ui.model.books;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.journal.Account;
import org.mirrorbook.journal.ReconciliationRun;
import org.mirrorbook.journal.ReconciliationRun.Step;
import org.mirrorbook.ui.model.Cell;
import org.mirrorbook.ui.model.ColumnSpec;
import org.mirrorbook.ui.model.Figures;
import org.mirrorbook.ui.model.OfAccount;
import org.mirrorbook.ui.model.Row;
import org.mirrorbook.ui.model.Shape;
import org.mirrorbook.ui.model.Tone;

/** One comparison of the past in a line. */
public record RunRow(ReconciliationRun run, List<Cell> cells) implements Row, OfAccount {

    public RunRow {
        cells = List.copyOf(cells);
    }

    /** The columns, in their order. */
    public static List<ColumnSpec> columns() {
        return List.of(ColumnSpec.words(Messages.Runs_time, 128, 0), ColumnSpec.words(Messages.Runs_account, 72, 0),
                ColumnSpec.words(Messages.Runs_startedBy, 152, 0), ColumnSpec.figures(Messages.Runs_trades, 64, 0),
                ColumnSpec.words(Messages.Runs_since, 104, 0), ColumnSpec.words(Messages.Runs_result, 200, 0),
                ColumnSpec.words(Messages.Runs_corrected, 160, 1), ColumnSpec.figures(Messages.Runs_took, 72, 0));
    }

    /** @param accounts by which names they are known now */
    public static List<RunRow> of(List<ReconciliationRun> runs, List<Account> accounts, Times times) {
        var names = accounts.stream().collect(Collectors.toMap(Account::id, Account::label));
        return runs.stream().map(run -> new RunRow(run, cells(run, Optional.ofNullable(names.get(run.account())), times))).toList();
    }

    private static List<Cell> cells(ReconciliationRun run, Optional<String> account, Times times) {
        return List.of(Cell.of(times.when(run.at())), Cell.of(account.orElse(Messages.Runs_removed)), Cell.of(switch (run.startedBy()) {
            case CONNECTING -> Messages.Runs_connecting;
            case ROUND -> Messages.Runs_round;
            case HAND -> Messages.Runs_hand;
            case CORRECTION -> Messages.Runs_correction;
        }), Cell.of(run.failure().isPresent() ? Figures.ABSENT : times.figures().count(run.compared())),
                Cell.of(run.since().map(times::day).orElse(Figures.ABSENT)), result(run, times), steps(run, times),
                Cell.of(times.took(run.took())));
    }

    private static Cell result(ReconciliationRun run, Times times) {
        if (run.failure().isPresent()) {
            return Cell.of(Messages.Result_failed).with(Shape.ALERT).in(Tone.WARN).tip(run.failure().get());
        }
        if (run.differences() > 0) {
            return Cell.of(AccountBooksRow.differences(run.differences(), times.figures())).with(Shape.DIFFERENT).in(Tone.WARN);
        }
        long found = run.steps().stream().filter(step -> step.kind() == Step.Kind.ENTERED).count();
        return found > 0 ? Cell.of(NLS.bind(Messages.Runs_found, times.figures().count(found))).with(Shape.DIFFERENT).in(Tone.WARN)
                : Cell.of("").with(Shape.EQUAL).in(Tone.TEXT2).then(Cell.of(Messages.Runs_equal));
    }

    /** What was done, or why nothing could be. */
    private static Cell steps(ReconciliationRun run, Times times) {
        if (run.failure().isPresent()) {
            return Cell.label(run.failure().get()).tip(run.failure().get());
        }
        var words = run.steps().stream().map(step -> words(step, times)).collect(Collectors.joining("; "));
        return Cell.label(words).tip(words);
    }

    private static String words(Step step, Times times) {
        var life = NLS.bind(step.closedAt().isPresent() ? Messages.Runs_life : Messages.Runs_openLife,
                new Object[] {step.instrument(), step.side() == Side.LONG ? Messages.Runs_long
                        : Messages.Runs_short, step.closedAt().map(times::day).orElse("")});
        var what = step.fields().isEmpty() ? Messages.Runs_whole
                : step.fields().stream().map(FieldNames::small).collect(Collectors.joining(", "));
        var at = times.clock(step.at());
        return switch (step.kind()) {
            case ENTERED -> NLS.bind(Messages.Runs_entered, life);
            case COMPLETED -> NLS.bind(Messages.Runs_completed, life);
            case CORRECTED -> NLS.bind(Messages.Runs_byYou, new Object[] {life, what, at});
            case TAKEN_BACK -> NLS.bind(Messages.Runs_takenBack, new Object[] {life, what, at});
        };
    }

    /** Whether there was something else than equal books. */
    public boolean isEventful() {
        return run.failure().isPresent() || run.differences() > 0 || !run.steps().isEmpty();
    }

    @Override
    public AccountId account() {
        return run.account();
    }

    @Override
    public Object key() {
        return List.of(run.account(), run.number());
    }
}
