package org.mirrorbook.ui.accounts;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.mirrorbook.exchange.KeyTrial;
import org.mirrorbook.ui.Errand;
import org.mirrorbook.ui.model.Tone;
import org.mirrorbook.ui.model.accounts.AccountDraft;
import org.mirrorbook.ui.model.accounts.KeyFinding;
import org.mirrorbook.ui.model.accounts.KeyTest;
import org.mirrorbook.ui.model.accounts.RightRow;
import org.mirrorbook.ui.widgets.CellTable;
import org.mirrorbook.ui.widgets.Named;
import org.mirrorbook.ui.widgets.RemarkBox;
import org.mirrorbook.ui.widgets.UiDoor;

/**
 * What the key may do: it is tested as soon as the page is seen, each step is shown as it ends, and a key that may do too much is refused
 * or needs the user's consent. UI thread only.
 */
final class KeyPage extends WizardPage {

    private static final int ROW_HEIGHT = 24;
    private static final int STEPS = 6;
    private static final int RIGHTS = 5;

    private final AccountDraft draft;
    private final AccountDesk desk;
    private Composite area;
    private UiDoor door;
    private TrialPanel trial;
    private Composite rightsPart;
    private TableViewer rights;
    private RemarkBox remark;
    private Button consent;
    private Optional<Errand<KeyTrial>> errand = Optional.empty();
    private int round;

    KeyPage(AccountDraft draft, AccountDesk desk) {
        super("key");
        this.draft = draft;
        this.desk = desk;
        setTitle(Messages.KeyPage_title);
    }

    @Override
    public void createControl(Composite parent) {
        area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(16, 12).spacing(0, 8).applyTo(area);
        door = new UiDoor(area);
        trial = new TrialPanel(area, STEPS, this::stop);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(trial);
        createRights();
        remark = new RemarkBox(area);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(remark);
        consent = new Button(area, SWT.CHECK);
        consent.setText(Messages.KeyPage_consent);
        consent.addListener(SWT.Selection, event -> {
            draft.consent(consent.getSelection());
            show();
        });
        GridDataFactory.fillDefaults().grab(true, false).applyTo(consent);
        setControl(area);
        show();
    }

    private void createRights() {
        rightsPart = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 4).applyTo(rightsPart);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(rightsPart);
        var title = new Label(rightsPart, SWT.NONE);
        title.setText(Messages.KeyPage_rights);
        title.setFont(new LocalResourceManager(JFaceResources.getResources(), area)
                .create(FontDescriptor.createFrom(area.getFont()).setStyle(SWT.BOLD)));
        var frame = new Composite(rightsPart, SWT.NONE);
        GridDataFactory.fillDefaults().grab(true, false).hint(SWT.DEFAULT, TrialPanel.heightOf(RIGHTS)).applyTo(frame);
        rights = new CellTable(frame, new TableViewer(frame, SWT.BORDER | SWT.FULL_SELECTION), RightRow.columns(), ROW_HEIGHT).viewer();
        Named.as(Messages.KeyPage_rights_name, rights.getTable());
        rights.setContentProvider(ArrayContentProvider.getInstance());
    }

    @Override
    public void setVisible(boolean visible) {
        super.setVisible(visible);
        if (visible) {
            var label = draft.form().label();
            trial.name(NLS.bind(Messages.KeyPage_test, label), draft.subject());
            consent.setSelection(draft.form().acceptsTradingKey());
            if (draft.test().is(KeyTest.State.DUE)) {
                test();
            } else {
                show();
            }
        } else {
            stop();
        }
    }

    /** Tests the key, again where it was tested before. */
    void test() {
        stop();
        int mine = ++round;
        draft.test(KeyTest.begun());
        Consumer<KeyTrial.Step> told = step -> enter(mine, test -> test.told(step));
        Consumer<KeyTrial> ended = result -> enter(mine, test -> test.ended(result));
        Consumer<String> failed = sentence -> enter(mine, test -> test.failed(sentence));
        var form = draft.form();
        errand = Optional.of(draft.keyStays() ? desk.tryKey(draft.edited().orElseThrow(), told, ended, failed)
                : desk.tryKey(form.wanted(), form.credential(), told, ended, failed));
        show();
    }

    /** What is told of a test that was stopped, or of one before this, is of no interest. */
    private void enter(int of, UnaryOperator<KeyTest> change) {
        door.enter(() -> {
            if (of == round && draft.test().is(KeyTest.State.RUNNING)) {
                draft.test(change.apply(draft.test()));
                show();
            }
        });
    }

    /** Stops a test that runs. */
    void stop() {
        errand.ifPresent(Errand::cancel);
        errand = Optional.empty();
        if (draft.test().is(KeyTest.State.RUNNING)) {
            draft.test(draft.test().stopped());
            show();
        }
    }

    private void show() {
        var found = draft.finding();
        boolean agreed = draft.form().acceptsTradingKey();
        trial.show(draft.test(), agreed, "");
        var told = draft.test().trial().filter(result -> !draft.form().isEmbeddedPractice()
                && result.steps().stream().anyMatch(step -> step.name().equals(KeyTrial.RIGHTS)));
        rights.setInput(RightRow.of(told.map(KeyTrial::rights), agreed));
        seen(rightsPart, told.isPresent());
        remark.say(found.map(KeyFinding::tone).orElse(Tone.TEXT2), found.map(KeyFinding::bold).orElse(""),
                found.map(KeyFinding::words).orElse(""));
        seen(remark, !remark.text().isEmpty());
        seen(consent, found.filter(one -> one.verdict() == KeyFinding.Verdict.CONSENT
                || one.verdict() == KeyFinding.Verdict.CONSENTED).isPresent());
        area.layout();
        say(found);
        setPageComplete(draft.keyIsFine());
        if (isCurrentPage()) {
            getContainer().updateButtons();
        }
    }

    private void say(Optional<KeyFinding> found) {
        setErrorMessage(null);
        switch (draft.test().state()) {
            case DUE, RUNNING -> setMessage(Messages.KeyPage_testing);
            case STOPPED -> setMessage(Messages.KeyPage_stopped, IMessageProvider.INFORMATION);
            case FAILED -> setMessage(draft.test().sentence(), IMessageProvider.ERROR);
            case ENDED -> found.ifPresent(one -> setMessage(one.message(), switch (one.tone()) {
                case ERROR -> IMessageProvider.ERROR;
                case WARN -> IMessageProvider.WARNING;
                default -> IMessageProvider.NONE;
            }));
        }
    }

    private static void seen(Control control, boolean visible) {
        ((GridData) control.getLayoutData()).exclude = !visible;
        control.setVisible(visible);
    }
}
