package org.mirrorbook.ui.welcome;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.mirrorbook.journal.JournalArchive;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.ui.Errand;
import org.mirrorbook.ui.Surroundings;
import org.mirrorbook.ui.accounts.AccountDesk;

/** Brings a journal in from a file that the user chooses, in a job, and says what came of it. UI thread only. */
public final class ArchiveErrands {

    private static final String TRADES = "TRADE";

    private final Shell shell;

    public ArchiveErrands(Shell shell) {
        this.shell = shell;
    }

    /** Something with a file and an archive that takes long. */
    private interface Work {
        String with(JournalArchive archive, Path file) throws IOException;
    }

    /** Adds the trades of an export. */
    public void importJournal() {
        ask(Messages.Archive_import, Messages.Archive_import_job, "*.json", (archive, file) -> {
            try (var in = new BufferedInputStream(Files.newInputStream(file))) {
                var added = archive.add(in);
                var words = NLS.bind(Messages.Archive_imported, new Object[] {added.added(), added.known(), added.refused().size()});
                return added.refused().isEmpty() ? words
                        : words + "\n" + NLS.bind(Messages.Archive_refused, added.refused().getFirst().reason());
            }
        });
    }

    /** Brings back a whole journal, where there is none yet. */
    public void restore() {
        ask(Messages.Archive_restore, Messages.Archive_restore_job, "*", (archive, file) -> NLS.bind(Messages.Archive_restored,
                archive.restore(file).rows(TRADES)));
    }

    private void ask(String title, String job, String pattern, Work work) {
        var dialog = new FileDialog(shell, SWT.OPEN);
        dialog.setText(title);
        dialog.setFilterExtensions(new String[] {pattern});
        var chosen = dialog.open();
        if (chosen == null) {
            return;
        }
        try (var surroundings = new Surroundings()) {
            var archive = surroundings.watch(JournalArchive.class, ArchiveErrands::ignored).now();
            var desk = surroundings.watch(AccountDesk.class, ArchiveErrands::ignored).now();
            if (archive.isEmpty() || desk.isEmpty()) {
                MessageDialog.openInformation(shell, title, Messages.Archive_notOpen);
                return;
            }
            new Errand<>(job, () -> done(work, archive.get(), Path.of(chosen)), words -> {
                desk.get().read();
                tell(() -> MessageDialog.openInformation(owner(), title, words));
            }, sentence -> tell(() -> MessageDialog.openError(owner(), title, sentence))).schedule();
        }
    }

    private static String done(Work work, JournalArchive archive, Path file) {
        try {
            return work.with(archive, file);
        } catch (IOException e) {
            throw new JournalProblem(JournalProblem.Remedy.ASK_USER, NLS.bind(Messages.Archive_unreadable, e.getMessage()), e);
        }
    }

    private void tell(Runnable words) {
        if (!shell.getDisplay().isDisposed()) {
            shell.getDisplay().asyncExec(words);
        }
    }

    private Shell owner() {
        return shell.isDisposed() ? null : shell;
    }

    private static void ignored() {
        // asked once: what comes later is not of interest
    }
}
