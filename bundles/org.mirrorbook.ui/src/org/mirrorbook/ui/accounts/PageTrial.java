package org.mirrorbook.ui.accounts;

import java.util.Optional;
import java.util.function.UnaryOperator;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Composite;
import org.mirrorbook.exchange.KeyTrial;
import org.mirrorbook.journal.Account;
import org.mirrorbook.ui.Errand;
import org.mirrorbook.ui.model.accounts.KeyTest;
import org.mirrorbook.ui.widgets.UiDoor;

/** The test of a kept key on the page of the accounts. UI thread only. */
final class PageTrial {

    private static final int ROWS = 6;

    private final UiDoor door;
    private final TrialPanel panel;
    private KeyTest test = KeyTest.due();
    private boolean consent;
    private Optional<Errand<KeyTrial>> errand = Optional.empty();
    private int round;

    /** @param page with a grid of two columns */
    PageTrial(Composite page, UiDoor door) {
        this.door = door;
        panel = new TrialPanel(page, ROWS, this::stop);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(panel);
        show();
    }

    /** Tests the key that is kept for the account. */
    void test(AccountDesk desk, Account account) {
        stop();
        int mine = ++round;
        test = KeyTest.begun();
        consent = account.acceptsTradingKey();
        panel.name(NLS.bind(Messages.AccountsPage_tested, account.label()), "");
        errand = Optional.of(desk.tryKey(account, step -> enter(mine, now -> now.told(step)),
                result -> enter(mine, now -> now.ended(result)), sentence -> enter(mine, now -> now.failed(sentence))));
        show();
    }

    private void enter(int of, UnaryOperator<KeyTest> change) {
        door.enter(() -> {
            if (of == round && test.is(KeyTest.State.RUNNING)) {
                test = change.apply(test);
                show();
            }
        });
    }

    private void stop() {
        errand.ifPresent(Errand::cancel);
        errand = Optional.empty();
        if (test.is(KeyTest.State.RUNNING)) {
            test = test.stopped();
            show();
        }
    }

    private void show() {
        panel.show(test, consent, Messages.AccountsPage_invitation);
    }
}
