package org.mirrorbook.ui.accounts;

import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.wizard.WizardPage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.mirrorbook.ui.model.Tone;
import org.mirrorbook.ui.model.accounts.AccountDraft;
import org.mirrorbook.ui.widgets.Palette;
import org.mirrorbook.ui.widgets.RemarkBox;

/** What is risked in a trade of the account, whether it is mirrored at once, and what Finish will do. UI thread only. */
final class RiskPage extends WizardPage {

    private static final int WIDTH_OF_WORDS = 420;

    private final AccountDraft draft;
    private RiskFields risk;
    private RemarkBox summary;

    RiskPage(AccountDraft draft) {
        super("risk");
        this.draft = draft;
        setTitle(Messages.RiskPage_title);
    }

    @Override
    public void createControl(Composite parent) {
        var area = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(16, 16).spacing(0, 12).applyTo(area);
        var words = new Label(area, SWT.WRAP);
        words.setText(Messages.RiskPage_about);
        words.setForeground(new Palette().of(Tone.TEXT2));
        GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH_OF_WORDS, SWT.DEFAULT).applyTo(words);
        risk = new RiskFields(area, draft.form().risk(), this::changed);
        if (draft.edited().isEmpty()) {
            var mirror = new Button(area, SWT.CHECK);
            mirror.setText(Messages.RiskPage_mirror);
            mirror.setSelection(draft.form().mirror());
            mirror.addListener(SWT.Selection, event -> {
                draft.mirror(mirror.getSelection());
                complete();
            });
            GridDataFactory.swtDefaults().indent(0, 8).applyTo(mirror);
        }
        summary = new RemarkBox(area);
        GridDataFactory.fillDefaults().grab(true, false).indent(0, 8).applyTo(summary);
        setControl(area);
        complete();
    }

    @Override
    public void setVisible(boolean visible) {
        super.setVisible(visible);
        if (visible) {
            complete();
        }
    }

    private void changed() {
        draft.risk(risk.form());
        complete();
    }

    private void complete() {
        var problem = draft.form().risk().problem();
        setPageComplete(problem.isEmpty());
        setErrorMessage(null);
        if (problem.isPresent()) {
            setMessage(problem.get(), IMessageProvider.INFORMATION);
        } else {
            setMessage(Messages.RiskPage_words);
        }
        boolean ready = draft.mayFinish();
        summary.say(Tone.LIVE, ready ? Messages.RiskPage_ready : "", ready ? draft.summary() : "");
    }
}
