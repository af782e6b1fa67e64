package org.mirrorbook.ui.welcome;

import java.nio.file.Path;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.IWorkbenchPartSite;
import org.eclipse.ui.dialogs.PreferencesUtil;
import org.eclipse.ui.handlers.IHandlerService;
import org.mirrorbook.ui.accounts.AccountsPage;
import org.mirrorbook.ui.widgets.Look;

/** The page itself: on the left what to do, on the right how data is kept and what is worth a look. UI thread only. */
final class WelcomePage {

    private static final String DATABASE = "org.mirrorbook.ui.preferences.database";
    private static final String JOURNAL = "org.mirrorbook.ui.preferences.journal";
    private static final int WIDTH_OF_LEFT = 620;
    private static final int WIDTH_OF_RIGHT = 380;
    private static final int BETWEEN = 56;

    /** What the two cards lead to. */
    interface Choices {
        void practise();

        void connect();
    }

    private final IWorkbenchPartSite site;
    private final ScrolledComposite scrolled;
    private final PageParts parts;
    private final Button practice;
    private final Button connect;
    private final Label remark;
    private Label folder;

    WelcomePage(Composite parent, IWorkbenchPartSite site, Choices choices) {
        this.site = site;
        scrolled = Look.BASE.on(new ScrolledComposite(parent, SWT.V_SCROLL | SWT.H_SCROLL));
        parts = new PageParts(scrolled);
        var ground = Look.BASE.on(new Composite(scrolled, SWT.NONE));
        GridLayoutFactory.fillDefaults().margins(24, 40).applyTo(ground);
        var page = Look.BASE.on(new Composite(ground, SWT.NONE));
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(BETWEEN, 6).applyTo(page);
        GridDataFactory.swtDefaults().align(SWT.CENTER, SWT.BEGINNING).grab(true, true).applyTo(page);
        wide(parts.label(page, Look.TEXT, Messages.Welcome_title, 1.8, true));
        wide(parts.label(page, Look.TEXT2, Messages.Welcome_words, 1.08, false));
        var left = column(page, WIDTH_OF_LEFT);
        practice = parts.card(left, "practice", Messages.Welcome_practice, Messages.Welcome_practice_words,
                Messages.Welcome_practice_button, true, choices::practise);
        connect = parts.card(left, "reconnect", Messages.Welcome_connect, Messages.Welcome_connect_words,
                Messages.Welcome_connect_button, false, choices::connect);
        remark = parts.label(left, Look.TEXT2, "", 1, false);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(remark);
        elsewhere(left);
        way(left);
        var right = column(page, WIDTH_OF_RIGHT);
        kept(right);
        new WorthALook(parts, right, () -> preferences(AccountsPage.ID), () -> preferences(JOURNAL));
        scrolled.setContent(ground);
        scrolled.setExpandHorizontal(true);
        scrolled.setExpandVertical(true);
        fit();
    }

    private void fit() {
        scrolled.setMinSize(scrolled.getContent().computeSize(SWT.DEFAULT, SWT.DEFAULT));
    }

    private static Composite column(Composite page, int width) {
        var column = Look.BASE.on(new Composite(page, SWT.NONE));
        GridLayoutFactory.fillDefaults().spacing(0, 8).applyTo(column);
        GridDataFactory.swtDefaults().align(SWT.FILL, SWT.BEGINNING).hint(width, SWT.DEFAULT).indent(0, 16).applyTo(column);
        return column;
    }

    private static void wide(Label label) {
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(label);
    }

    private void elsewhere(Composite left) {
        parts.title(left, Messages.Welcome_elsewhere);
        var errands = new ArchiveErrands(site.getShell());
        parts.link(left, "database", Messages.Welcome_restore, Messages.Welcome_restore_words, errands::restore);
        parts.link(left, "journal", Messages.Welcome_import, Messages.Welcome_import_words, errands::importJournal);
        parts.link(left, "accounts", Messages.Welcome_server, Messages.Welcome_server_words, () -> preferences(DATABASE));
    }

    private void way(Composite left) {
        parts.title(left, Messages.Welcome_way);
        parts.link(left, "help", Messages.Welcome_steps, Messages.Welcome_steps_words, () -> run("org.mirrorbook.ui.firstSteps"));
        parts.link(left, "search", Messages.Welcome_quick, Messages.Welcome_quick_words,
                () -> run("org.eclipse.ui.window.quickAccess"));
        parts.link(left, "key", Messages.Welcome_keys, Messages.Welcome_keys_words,
                () -> run(IWorkbenchCommandConstants.WINDOW_SHOW_KEY_ASSIST));
    }

    private void kept(Composite right) {
        parts.title(right, Messages.Welcome_kept);
        parts.promise(right, "shield", Messages.Welcome_vault);
        parts.promise(right, "hide_money", Messages.Welcome_reads);
        folder = parts.promise(right, "database", NLS.bind(Messages.Welcome_folder, "\u2026"));
        parts.promise(right, "test", Messages.Welcome_nobody);
    }

    private void preferences(String page) {
        PreferencesUtil.createPreferenceDialogOn(site.getShell(), page, null, null).open();
    }

    private void run(String command) {
        // by its command, so that it is the same as by key and menu
        site.getShell().getDisplay().asyncExec(() -> {
            try {
                site.getService(IHandlerService.class).executeCommand(command, null);
            } catch (CommandException e) {
                ILog.of(WelcomePage.class).error("The command " + command + " could not be run.", e);
            }
        });
    }

    Control control() {
        return scrolled;
    }

    /** Names the folder of the journal. */
    void folder(Path home) {
        folder.setText(NLS.bind(Messages.Welcome_folder, home.toString()));
        folder.requestLayout();
    }

    /** Something was begun: no second press. */
    void busy() {
        enable(false);
        remark(Messages.Welcome_starting, Look.TEXT2);
    }

    /** It did not succeed. */
    void failed(String sentence) {
        enable(true);
        remark(sentence, Look.ERROR);
    }

    private void remark(String words, Look look) {
        remark.setText(words);
        look.on(remark);
        remark.requestLayout();
    }

    private void enable(boolean enabled) {
        practice.setEnabled(enabled);
        connect.setEnabled(enabled);
    }
}
