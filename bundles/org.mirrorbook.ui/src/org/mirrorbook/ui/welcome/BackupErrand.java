package org.mirrorbook.ui.welcome;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.mirrorbook.journal.JournalArchive;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.mirror.MirrorTopics;
import org.mirrorbook.ui.Errand;
import org.mirrorbook.ui.Surroundings;
import org.mirrorbook.ui.accounts.AccountDesk;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

/** Brings a journal back from a backup that the user chooses, in a job, and says what came of it. UI thread only. */
final class BackupErrand {

    private static final String TRADES = "trade";

    private final Shell shell;

    BackupErrand(Shell shell) {
        this.shell = shell;
    }

    /** Something with a file and an archive that takes long. */
    private interface Work {
        String with(JournalArchive archive, Path file) throws IOException;
    }

    /** Brings back a whole journal, where there is none yet. */
    void restore() {
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
            var archive = surroundings.watch(JournalArchive.class, BackupErrand::ignored).now();
            var desk = surroundings.watch(AccountDesk.class, BackupErrand::ignored).now();
            var bus = surroundings.watch(EventAdmin.class, BackupErrand::ignored).now();
            if (archive.isEmpty() || desk.isEmpty()) {
                MessageDialog.openInformation(shell, title, Messages.Archive_notOpen);
                return;
            }
            new Errand<>(job, () -> done(work, archive.get(), Path.of(chosen)), words -> {
                desk.get().read();
                // of no trade in particular: what shows trades reads all of them again
                bus.ifPresent(admin -> admin.postEvent(new Event(MirrorTopics.ANNOTATED, Map.of())));
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
