package org.mirrorbook.ui.books;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.reconciliation.Comparison;
import org.mirrorbook.domain.reconciliation.Difference;
import org.mirrorbook.journal.Account;
import org.mirrorbook.mirror.Reconciliation;
import org.mirrorbook.ui.Errand;
import org.mirrorbook.ui.Surroundings;
import org.mirrorbook.ui.Watched;
import org.mirrorbook.ui.model.AccountRow;
import org.mirrorbook.ui.model.ComparisonWords;
import org.mirrorbook.ui.model.Figures;
import org.mirrorbook.ui.widgets.UiDoor;

/**
 * Compares the journal of an account with the exchange's books as soon as it opens, shows what differs, and has it put right. The asking
 * runs in a job that can be stopped. UI thread only.
 */
public final class ComparisonDialog extends TitleAreaDialog {

    private static final int AGAIN_ID = IDialogConstants.CLIENT_ID + 1;
    private static final int SELECTED_ID = IDialogConstants.CLIENT_ID + 2;
    private static final int ALL_ID = IDialogConstants.CLIENT_ID + 3;
    private static final int WIDTH = 900;

    private final List<Account> accounts;
    private final Clock clock;
    private final Figures figures = new Figures(ZoneId.systemDefault());
    private final ComparisonWords words = new ComparisonWords(figures);
    private final Watched<Reconciliation> reconciliation;
    private Account account;
    private Combo chooser;
    private ComparisonPanel panel;
    private UiDoor door;
    private Optional<Errand<Comparison>> running = Optional.empty();
    private Optional<Comparison> shown = Optional.empty();

    /**
     * @param surroundings live as long as the dialog
     * @param accounts at least one
     * @param first which is compared first; absent for any
     */
    public ComparisonDialog(Shell parent, Surroundings surroundings, List<Account> accounts, Optional<AccountId> first, Clock clock) {
        super(parent);
        this.accounts = List.copyOf(accounts);
        this.clock = clock;
        this.account = this.accounts.stream().filter(one -> first.filter(one.id()::equals).isPresent()).findFirst()
                .orElse(this.accounts.getFirst());
        this.reconciliation = surroundings.watch(Reconciliation.class, () -> {
        });
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(Messages.ComparisonDialog_window);
    }

    @Override
    protected boolean isResizable() {
        return true;
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        var area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        GridLayoutFactory.swtDefaults().margins(16, 12).spacing(8, 10).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, SWT.DEFAULT).applyTo(area);
        var line = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 0).applyTo(line);
        new Label(line, SWT.NONE).setText(Messages.ComparisonDialog_account);
        chooser = new Combo(line, SWT.DROP_DOWN | SWT.READ_ONLY);
        accounts.forEach(one -> chooser.add(one.label()));
        chooser.select(accounts.indexOf(account));
        chooser.addListener(SWT.Selection, event -> {
            account = accounts.get(chooser.getSelectionIndex());
            compare();
        });
        panel = new ComparisonPanel(area, exchange(), this::stop, this::enable);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(panel);
        door = new UiDoor(area);
        setTitle(Messages.ComparisonDialog_title);
        setMessage(NLS.bind(Messages.ComparisonDialog_words, exchange()));
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, AGAIN_ID, Messages.ComparisonDialog_again, false);
        createButton(parent, SELECTED_ID, Messages.ComparisonDialog_correctSelected, false);
        createButton(parent, ALL_ID, Messages.ComparisonDialog_correctAll, false);
        createButton(parent, IDialogConstants.CLOSE_ID, IDialogConstants.CLOSE_LABEL, true);
        compare();
    }

    @Override
    protected void buttonPressed(int button) {
        switch (button) {
            case AGAIN_ID -> compare();
            case SELECTED_ID -> correct(panel.selected());
            case ALL_ID -> correct(shown.map(Comparison::differences).orElse(List.of()));
            default -> close();
        }
    }

    @Override
    public boolean close() {
        running.ifPresent(Errand::cancel);
        return super.close();
    }

    private void compare() {
        ask(NLS.bind(Messages.ComparisonDialog_comparing, account.label(), exchange()), service -> Errand.waiting(
                NLS.bind(Messages.ComparisonDialog_compare, account.label()), () -> service.compare(account.id(), Optional.empty()),
                result -> door.enter(() -> show(result)), sentence -> door.enter(() -> fail(sentence))));
    }

    private void correct(List<Difference> differences) {
        if (differences.isEmpty() || !new CorrectionDialog(getShell(), words.consequences(differences, exchange()), differences.size())
                .confirmed()) {
            return;
        }
        ask(NLS.bind(Messages.ComparisonDialog_correcting, account.label()), service -> Errand.waiting(
                NLS.bind(Messages.ComparisonDialog_correct, account.label()), () -> service.correct(account.id(), differences),
                result -> door.enter(() -> show(result)), sentence -> door.enter(() -> fail(sentence))));
    }

    private interface Question {
        Errand<Comparison> of(Reconciliation service);
    }

    private void ask(String busy, Question question) {
        running.ifPresent(Errand::cancel);
        shown = Optional.empty();
        var service = reconciliation.now();
        if (service.isEmpty()) {
            fail(Messages.ComparisonDialog_notOpen);
            return;
        }
        var errand = question.of(service.get());
        running = Optional.of(errand);
        panel.busy(busy);
        enable();
        errand.schedule();
    }

    private void show(Comparison comparison) {
        // an answer about an account that is not chosen any more
        if (comparison.account().equals(account.id())) {
            running = Optional.empty();
            shown = Optional.of(comparison);
            var now = clock.instant();
            panel.show(words.result(comparison, now), comparison, exchange(), figures, now);
            enable();
        }
    }

    private void fail(String sentence) {
        running = Optional.empty();
        panel.fail(sentence);
        enable();
    }

    private void stop() {
        running.ifPresent(Errand::cancel);
        running = Optional.empty();
        panel.say(Messages.ComparisonDialog_stopped);
        enable();
    }

    private void enable() {
        boolean differs = running.isEmpty() && shown.filter(result -> !result.equal()).isPresent();
        getButton(AGAIN_ID).setEnabled(running.isEmpty());
        getButton(ALL_ID).setEnabled(differs);
        getButton(SELECTED_ID).setEnabled(differs && !panel.selected().isEmpty());
    }

    private String exchange() {
        return AccountRow.exchange(account.venue());
    }
}
