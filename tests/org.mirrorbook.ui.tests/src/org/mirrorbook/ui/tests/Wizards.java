package org.mirrorbook.ui.tests;

import java.net.URI;
import java.util.List;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Text;
import org.mirrorbook.exchange.ApiCredential;

/** Fills the wizard of the exchange accounts. */
final class Wizards {

    private Wizards() {
    }

    /** Presses a radio button as the mouse does: the others of its group are let go. */
    static void choose(String label) {
        Ui.await("the choice " + label, () -> Ui.button(label).filter(Button::isEnabled).isPresent());
        Ui.run(() -> {
            var chosen = Ui.button(label).orElseThrow();
            for (var one : chosen.getParent().getChildren()) {
                if (one instanceof Button button && (button.getStyle() & SWT.RADIO) != 0) {
                    button.setSelection(button == chosen);
                }
            }
            chosen.notifyListeners(SWT.Selection, new Event());
        });
    }

    static void fill(String label, URI endpoint, ApiCredential key) {
        Ui.run(() -> {
            var fields = fields();
            fields.get(0).setText(label);
            fields.get(1).setText(endpoint.toString());
            fields.get(2).setText(key.apiKey());
            fields.get(3).setText(key.secret());
            fields.get(4).setText(key.passphrase());
        });
    }

    /** Name, address, key, secret, passphrase. On the UI thread. */
    static List<Text> fields() {
        return Ui.all(Text.class, text -> text.getShell().getText().endsWith("exchange account") && (text.getStyle() & SWT.READ_ONLY) == 0
                && (text.getStyle() & SWT.BORDER) != 0 && (text.getStyle() & SWT.RIGHT) == 0);
    }
}
