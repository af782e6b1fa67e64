package org.mirrorbook.ui.preferences;

import java.util.List;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.mirrorbook.domain.risk.BreakEvenRule;
import org.mirrorbook.journal.BreakEvenRules;
import org.mirrorbook.journal.JournalReader;
import org.mirrorbook.journal.TradeStatistics;
import org.mirrorbook.mirror.TradeDesk;
import org.mirrorbook.ui.Errand;
import org.mirrorbook.ui.Watched;
import org.mirrorbook.ui.model.BreakEvenForm;

/** The journal's one break-even rule; a change judges every closed trade anew, and the page says how many those were. UI thread only. */
public final class BreakEvenPage extends SettingsPage {

    private static final int WIDTH_OF_NUMBER = 110;

    private Text amount;
    private Text fraction;
    private Watched<BreakEvenRules> rules;
    private Watched<JournalReader> reader;
    private Watched<TradeDesk> desk;
    /** The rule in force, once it was read. */
    private Optional<BreakEvenRule> known = Optional.empty();
    private Optional<Judged> shown = Optional.empty();

    /** A rule and what it judged. */
    private record Judged(BreakEvenRule rule, List<TradeStatistics> trades) {
    }

    @Override
    protected void createFields(Composite page) {
        words(page, Messages.BreakEvenPage_words);
        amount = field(page, Messages.BreakEvenPage_amount, SWT.RIGHT, WIDTH_OF_NUMBER);
        fraction = field(page, Messages.BreakEvenPage_fraction, SWT.RIGHT, WIDTH_OF_NUMBER);
        words(page, Messages.BreakEvenPage_remark);
    }

    @Override
    protected void begin() {
        enable(false);
        rules = surroundings().watch(BreakEvenRules.class, this::changed);
        reader = surroundings().watch(JournalReader.class, this::changed);
        desk = surroundings().watch(TradeDesk.class, this::changed);
    }

    private void changed() {
        door().enter(() -> {
            if (known.isEmpty() && rules.now().isPresent() && reader.now().isPresent()) {
                read(rules.now().get(), reader.now().get());
            }
        });
    }

    private void read(BreakEvenRules from, JournalReader journal) {
        new Errand<>(Messages.BreakEvenPage_read, () -> new Judged(from.current(), journal.statistics(Optional.empty())),
                read -> door().enter(() -> {
                    known = Optional.of(read.rule());
                    amount.setText(read.rule().amount().toPlainString());
                    fraction.setText(read.rule().fractionOfR().toPlainString());
                    enable(true);
                    show(read);
                }), this::failed).schedule();
    }

    private void show(Judged judged) {
        shown = Optional.of(judged);
        tell(BreakEvenForm.judged(judged.rule(), judged.trades(), figures()));
    }

    @Override
    protected void lookChanged() {
        shown.ifPresent(this::show);
    }

    private void enable(boolean ready) {
        amount.setEnabled(ready);
        fraction.setEnabled(ready);
    }

    private BreakEvenForm form() {
        return new BreakEvenForm(amount.getText(), fraction.getText());
    }

    @Override
    protected Optional<String> problem() {
        return known.isEmpty() ? Optional.empty() : form().problem();
    }

    @Override
    protected boolean isChanged() {
        return known.filter(form()::differsFrom).isPresent();
    }

    @Override
    protected void keep() {
        var wanted = form();
        var asked = desk.now();
        var journal = reader.now();
        if (asked.isEmpty() || journal.isEmpty()) {
            failed(Messages.SettingsPage_notOpen);
            return;
        }
        Errand.waiting(Messages.BreakEvenPage_keep, () -> asked.get().breakEven(wanted.amount(), wanted.fraction())
                .thenApply(rule -> new Judged(rule, journal.get().statistics(Optional.empty()))),
                judged -> kept(() -> {
                    known = Optional.of(judged.rule());
                    show(judged);
                }), this::failed).schedule();
    }

    @Override
    protected void performDefaults() {
        if (known.isPresent()) {
            amount.setText(BreakEvenRule.none().amount().toPlainString());
            fraction.setText(BreakEvenRule.none().fractionOfR().toPlainString());
        }
        super.performDefaults();
    }
}
