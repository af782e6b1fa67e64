package org.mirrorbook.ui.model.books;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.osgi.util.NLS;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.reconciliation.Comparison;
import org.mirrorbook.domain.reconciliation.Comparison.Net;
import org.mirrorbook.domain.reconciliation.Difference.Kind;
import org.mirrorbook.journal.ReconciliationRun;
import org.mirrorbook.ui.model.AccountRow;
import org.mirrorbook.ui.model.Cell;
import org.mirrorbook.ui.model.Chip;
import org.mirrorbook.ui.model.ColumnSpec;
import org.mirrorbook.ui.model.Figures;
import org.mirrorbook.ui.model.OfAccount;
import org.mirrorbook.ui.model.Row;
import org.mirrorbook.ui.model.Shape;
import org.mirrorbook.ui.model.Tone;

/** An account beside its exchange: what came of the newest comparison. Figures that are not known are a dash. */
public record AccountBooksRow(AccountBooks books, List<Cell> cells) implements Row, OfAccount {

    /** Which of the columns are money. */
    public static final List<Integer> MONEY = List.of(7, 8);

    private static final Cell ABSENT = Cell.of(Figures.ABSENT).in(Tone.STALE);

    public AccountBooksRow {
        cells = List.copyOf(cells);
    }

    /**
     * The columns, in their order.
     *
     * @param exchange whose net stands beside the journal's
     */
    public static List<ColumnSpec> columns(String exchange) {
        return List.of(ColumnSpec.words(Messages.Accounts_account, 132, 0), ColumnSpec.words(Messages.Accounts_result, 200, 0),
                ColumnSpec.figures(Messages.Accounts_compared, 112, 0), ColumnSpec.figures(Messages.Accounts_open, 104, 0).leaving(1),
                ColumnSpec.figures(Messages.Accounts_equal, 64, 0), ColumnSpec.figures(Messages.Accounts_different, 72, 0),
                ColumnSpec.figures(Messages.Accounts_missing, 88, 0), ColumnSpec.figures(Messages.Accounts_journalNet, 132, 0),
                ColumnSpec.figures(NLS.bind(Messages.Accounts_exchangeNet, exchange), 132, 0),
                ColumnSpec.figures(Messages.Accounts_difference, 108, 0), ColumnSpec.figures(Messages.Accounts_last, 116, 1));
    }

    /** A row for each account. */
    public static List<AccountBooksRow> of(List<AccountBooks> all, Times times) {
        return all.stream().map(books -> of(books, times)).toList();
    }

    private static AccountBooksRow of(AccountBooks books, Times times) {
        var cells = new ArrayList<Cell>();
        cells.add(name(books));
        cells.add(result(books, times));
        var shown = books.last().filter(comparison -> !books.needsAttention());
        var former = books.newest().filter(run -> shown.isEmpty() && run.failure().isEmpty() && !books.needsAttention());
        cells.add(count(shown, former, times, c -> c.compared() - c.open(), r -> r.compared() - r.open(), false));
        cells.add(count(shown, former, times, Comparison::open, ReconciliationRun::open, false));
        cells.add(count(shown, former, times, c -> c.compared() - c.differences().size(), r -> r.compared() - r.differences(), false));
        cells.add(count(shown, former, times, c -> c.count(Kind.FIGURES) + c.count(Kind.ONLY_JOURNAL), r -> r.figures() + r.onlyJournal(),
                true));
        cells.add(count(shown, former, times, c -> c.count(Kind.ONLY_EXCHANGE), ReconciliationRun::onlyExchange, true));
        cells.add(money(shown, times, Net::journal, false));
        cells.add(money(shown, times, Net::exchange, false));
        cells.add(money(shown, times, Net::difference, true));
        // a try that failed compared nothing
        var last = books.last().map(Comparison::until).or(() -> books.newest().filter(run -> run.failure().isEmpty())
                .map(ReconciliationRun::at));
        cells.add(last.map(at -> Cell.of(times.when(at)).in(shown.isPresent() ? Tone.TEXT : Tone.STALE)).orElse(ABSENT));
        return new AccountBooksRow(books, cells);
    }

    private static Cell name(AccountBooks books) {
        var account = books.account();
        var name = Cell.of(account.label()).bold();
        return switch (account.environment()) {
            case LIVE -> name;
            case DEMO, PRACTICE -> name.then(Cell.of(AccountRow.environment(account.environment()).toUpperCase(Locale.ROOT))
                    .on(Chip.TAG));
        };
    }

    private static Cell result(AccountBooks books, Times times) {
        if (books.needsAttention()) {
            var why = books.link().orElseThrow().reason();
            return sign(Shape.ALERT, Tone.ERROR, Messages.Result_attention, Chip.ERROR).tip(why);
        }
        if (books.failure().isPresent()) {
            return sign(Shape.ALERT, Tone.WARN, Messages.Result_failed, Chip.WARN).tip(books.failure().get());
        }
        if (books.last().isEmpty()) {
            return books.newest().map(run -> former(run.differences(), times)).orElse(Cell.label(Messages.Result_never));
        }
        int count = books.toCorrect().size();
        if (count > 0) {
            return sign(Shape.DIFFERENT, Tone.WARN, differences(count, times.figures()), Chip.WARN);
        }
        return books.left().isEmpty() ? sign(Shape.EQUAL, Tone.PROFIT, Messages.Result_equal, Chip.WIN)
                : sign(Shape.DIFFERENT, Tone.TEXT2, NLS.bind(Messages.Result_left, times.figures().count(books.left().size())), Chip.TAG);
    }

    /** Of an earlier process: only what came of it is known. */
    private static Cell former(int count, Times times) {
        var words = count == 0 ? Messages.Result_formerEqual : NLS.bind(Messages.Result_former, differences(count, times.figures()));
        return Cell.of(words).with(count == 0 ? Shape.EQUAL : Shape.DIFFERENT).in(Tone.TEXT2);
    }

    private static Cell sign(Shape shape, Tone tone, String words, Chip chip) {
        return Cell.of("").with(shape).in(tone).then(Cell.of(words).on(chip));
    }

    /** {@code 1 difference}, {@code 2 differences}. */
    static String differences(int count, Figures figures) {
        return count == 1 ? Messages.Result_one : NLS.bind(Messages.Result_many, figures.count(count));
    }

    private static Cell count(Optional<Comparison> shown, Optional<ReconciliationRun> former, Times times,
            Function<Comparison, Integer> now, Function<ReconciliationRun, Integer> then, boolean strong) {
        return shown.map(now).or(() -> former.map(then)).map(count -> {
            var cell = Cell.of(times.figures().count(count)).in(shown.isPresent() ? Tone.TEXT : Tone.STALE);
            return strong && count > 0 ? cell.bold() : cell;
        }).orElse(ABSENT);
    }

    /** Of several coins each with its name, one that differs first; money of two coins is not added. */
    private static Cell money(Optional<Comparison> shown, Times times, Function<Net, BigDecimal> part, boolean difference) {
        var nets = shown.map(Comparison::nets).orElse(List.of()).stream()
                .sorted(Comparator.comparing(net -> net.difference().signum() == 0)).toList();
        if (nets.isEmpty()) {
            return ABSENT;
        }
        var words = nets.stream().map(net -> times.figures().exact(part.apply(net)) + (nets.size() == 1 ? "" : " " + net.coin())).toList();
        var cell = Cell.of(nets.size() == 1 ? words.getFirst() : NLS.bind(Messages.Accounts_coins, words.getFirst(), nets.size() - 1))
                .tip(String.join("\n", nets.stream().map(net -> times.figures().exact(part.apply(net)) + " " + net.coin()).toList()));
        return difference && nets.stream().anyMatch(net -> net.difference().signum() != 0) ? cell.bold() : cell;
    }

    @Override
    public AccountId account() {
        return books.account().id();
    }

    @Override
    public Object key() {
        return account();
    }
}
