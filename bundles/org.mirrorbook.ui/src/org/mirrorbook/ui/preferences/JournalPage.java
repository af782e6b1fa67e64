package org.mirrorbook.ui.preferences;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
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
import org.mirrorbook.ui.accounts.RiskChoice;
import org.mirrorbook.ui.accounts.RiskFields;
import org.mirrorbook.ui.model.BreakEvenForm;
import org.mirrorbook.ui.model.Cell;
import org.mirrorbook.ui.model.RiskUnitForm;
import org.mirrorbook.ui.model.Shape;
import org.mirrorbook.ui.model.Tone;

/**
 * How the journal judges and tells: its one break-even rule, what 1R is in a new account, the time zone and how amounts are written. A
 * change of the rule judges every closed trade anew, and the page says how many those were. UI thread only.
 */
public final class JournalPage extends SettingsPage {

    private static final int WIDTH_OF_NUMBER = 110;

    private final RiskChoice choice = new RiskChoice();
    private Text amount;
    private Text fraction;
    private RiskFields risk;
    private FigureFields look;
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
        title(page, Messages.JournalPage_breakEven);
        words(page, Messages.JournalPage_words);
        amount = field(page, Messages.JournalPage_amount, SWT.RIGHT, WIDTH_OF_NUMBER);
        fraction = field(page, Messages.JournalPage_fraction, SWT.RIGHT, WIDTH_OF_NUMBER);
        words(page, Messages.JournalPage_remark);
        createLine(page);
        title(page, Messages.JournalPage_risk);
        risk = new RiskFields(page, choice.usual(), this::follow);
        GridDataFactory.fillDefaults().span(2, 1).applyTo(risk);
        title(page, Messages.JournalPage_figures);
        look = new FigureFields(page, this::follow);
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
        new Errand<>(Messages.JournalPage_read, () -> new Judged(from.current(), journal.statistics(Optional.empty())),
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
        return (known.isEmpty() ? Optional.<String>empty() : form().problem()).or(() -> risk.form().problem());
    }

    @Override
    protected boolean isChanged() {
        return isOtherRule() || look.isChanged() || !risk.form().equals(choice.usual());
    }

    private boolean isOtherRule() {
        return known.filter(form()::differsFrom).isPresent();
    }

    @Override
    protected void keep() {
        choice.keep(risk.form());
        look.keep();
        if (isOtherRule()) {
            keepRule();
        } else {
            tell(List.of(Cell.of(Messages.JournalPage_kept).with(Shape.CHECK).in(Tone.LIVE)));
        }
    }

    private void keepRule() {
        var wanted = form();
        var asked = desk.now();
        var journal = reader.now();
        if (asked.isEmpty() || journal.isEmpty()) {
            failed(Messages.SettingsPage_notOpen);
            return;
        }
        Errand.waiting(Messages.JournalPage_keep, () -> asked.get().breakEven(wanted.amount(), wanted.fraction())
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
        risk.fill(RiskUnitForm.of(Optional.empty()));
        look.fillUsual();
        super.performDefaults();
    }
}
