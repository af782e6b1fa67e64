package org.mirrorbook.ui.preferences;

import java.util.LinkedHashMap;
import java.util.Map;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.eclipse.ui.preferences.IWorkbenchPreferenceContainer;
import org.mirrorbook.ui.accounts.AccountsPage;

/** The page above all pages of Mirrorbook: what is found where. UI thread only. */
public final class MirrorbookPage extends PreferencePage implements IWorkbenchPreferencePage {

    private static final int WIDTH_OF_WORDS = 560;

    @Override
    public void init(IWorkbench workbench) {
        noDefaultAndApplyButton();
    }

    @Override
    protected Control createContents(Composite parent) {
        var page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(16, 10).applyTo(page);
        links().forEach((id, words) -> {
            var link = new Link(page, SWT.NONE);
            link.setText("<a>" + words[0] + "</a>");
            link.addListener(SWT.Selection, event -> ((IWorkbenchPreferenceContainer) getContainer()).openPage(id, null));
            GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(link);
            var label = new Label(page, SWT.WRAP);
            label.setText(words[1]);
            GridDataFactory.fillDefaults().grab(true, false).hint(WIDTH_OF_WORDS, SWT.DEFAULT).applyTo(label);
        });
        return page;
    }

    private static Map<String, String[]> links() {
        var links = new LinkedHashMap<String, String[]>();
        links.put(AccountsPage.ID, new String[] {Messages.MirrorbookPage_accounts, Messages.MirrorbookPage_accounts_words});
        links.put("org.mirrorbook.ui.preferences.journal",
                new String[] {Messages.MirrorbookPage_journal, Messages.MirrorbookPage_journal_words});
        links.put("org.mirrorbook.ui.preferences.database",
                new String[] {Messages.MirrorbookPage_database, Messages.MirrorbookPage_database_words});
        links.put("org.mirrorbook.ui.preferences.recording",
                new String[] {Messages.MirrorbookPage_recording, Messages.MirrorbookPage_recording_words});
        links.put("org.mirrorbook.ui.preferences.notifications",
                new String[] {Messages.MirrorbookPage_notifications, Messages.MirrorbookPage_notifications_words});
        links.put(AppearancePage.ID, new String[] {Messages.MirrorbookPage_appearance, Messages.MirrorbookPage_appearance_words});
        return links;
    }
}
