package org.mirrorbook.ui.books;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Shell;
import org.mirrorbook.domain.reconciliation.Comparison;
import org.mirrorbook.domain.reconciliation.Difference;
import org.mirrorbook.journal.Account;
import org.mirrorbook.mirror.Reconciliation;
import org.mirrorbook.ui.Errand;
import org.mirrorbook.ui.Watched;
import org.mirrorbook.ui.edits.UserEdits;
import org.mirrorbook.ui.look.Appearance;
import org.mirrorbook.ui.model.ComparisonWords;
import org.mirrorbook.ui.widgets.UiDoor;

/**
 * What the user does about books: compares, has differences put right, leaves them. What can be taken back is in the workbench's history of
 * edits. UI thread only.
 */
final class BooksActions {

    /** What is shown of it. */
    interface Signs {

        /** @param stop absent where it has to be carried out once it began */
        void busy(String doing, Optional<Runnable> stop);

        void idle();
    }

    private final Shell shell;
    private final UserEdits edits;
    private final LeftAlone left;
    private final Watched<Reconciliation> reconciliation;
    private final UiDoor door;
    private final Signs signs;
    private Optional<Errand<Comparison>> running = Optional.empty();
    private boolean correcting;

    BooksActions(Shell shell, UserEdits edits, LeftAlone left, Watched<Reconciliation> reconciliation, UiDoor door, Signs signs) {
        this.shell = shell;
        this.edits = edits;
        this.left = left;
        this.reconciliation = reconciliation;
        this.door = door;
        this.signs = signs;
    }

    boolean isBusy() {
        return correcting || running.isPresent();
    }

    /** Asks the exchange; does nothing while something else is under way. */
    void compare(Account account, String exchange) {
        var service = reconciliation.now();
        if (service.isEmpty() || isBusy()) {
            return;
        }
        // a comparison that failed is in the history of runs with its reason, where the view reads it
        var errand = Errand.waiting(NLS.bind(Messages.BooksActions_compare, account.label()),
                () -> service.get().compare(account.id(), Optional.empty()), result -> door.enter(this::done),
                sentence -> door.enter(this::done));
        running = Optional.of(errand);
        signs.busy(NLS.bind(Messages.BooksActions_comparing, account.label(), exchange), Optional.of(this::stop));
        errand.schedule();
    }

    private void stop() {
        running.ifPresent(Errand::cancel);
        done();
    }

    private void done() {
        running = Optional.empty();
        correcting = false;
        signs.idle();
    }

    /** Puts them right at once; asks before only where something cannot be taken back. */
    void correct(Account account, List<Difference> differences, String exchange) {
        var service = reconciliation.now();
        if (service.isEmpty() || isBusy() || differences.isEmpty()) {
            return;
        }
        var reversible = differences.stream().filter(Difference::isReversible).toList();
        if (reversible.size() < differences.size() && !new CorrectionDialog(shell,
                new ComparisonWords(new Appearance().newest()).consequences(differences, exchange), differences.size()).confirmed()) {
            return;
        }
        correcting = true;
        signs.busy(NLS.bind(Messages.BooksActions_correcting, account.label()), Optional.empty());
        var books = service.get();
        if (reversible.isEmpty()) {
            Errand.waiting(NLS.bind(Messages.BooksActions_correct, account.label()), () -> books.correct(account.id(), differences),
                    result -> door.enter(this::done), sentence -> door.enter(() -> failed(sentence))).schedule();
            return;
        }
        var label = differences.size() == 1 ? NLS.bind(Messages.BooksActions_one, differences.getFirst().slot().instrument())
                : NLS.bind(Messages.BooksActions_many, differences.size(), account.label());
        edits.perform(label, () -> {
            await(books.correct(account.id(), differences));
            door.enter(this::done);
        }, () -> await(books.takeBack(account.id(), reversible)), sentence -> door.enter(() -> failed(sentence)));
    }

    private void failed(String sentence) {
        done();
        MessageDialog.openError(shell, Messages.BooksActions_failed, sentence);
    }

    /** On a thread that may block; fails with the problem that the service announces. */
    private static void await(CompletionStage<Comparison> stage) {
        stage.toCompletableFuture().join();
    }

    /** The journal stays as it is, and the difference counts no more. */
    void leave(Difference difference, String exchange) {
        var name = difference.slot().instrument();
        var dialog = new MessageDialog(shell, Messages.BooksActions_leaveTitle, null, NLS.bind(Messages.BooksActions_leaveWords, name,
                exchange), MessageDialog.QUESTION, 0, Messages.BooksActions_leaveCancel, Messages.BooksActions_leave);
        if (dialog.open() == 1) {
            edits.perform(NLS.bind(Messages.BooksActions_left, name), () -> {
                left.leave(difference);
                door.enter(signs::idle);
            }, () -> {
                left.takeUp(difference);
                door.enter(signs::idle);
            });
        }
    }

    /** The view is gone: nobody waits for a comparison any more; what was begun is carried out. */
    void end() {
        running.ifPresent(Errand::cancel);
    }
}
