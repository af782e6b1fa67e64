package org.mirrorbook.ui.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.journal.Account;
import org.mirrorbook.ui.model.AccountForm;
import org.mirrorbook.ui.model.AccountRow;
import org.mirrorbook.ui.model.RiskUnitForm;
import org.mirrorbook.ui.model.Tone;
import org.mirrorbook.ui.widgets.Named;
import org.mirrorbook.ui.widgets.Palette;

/**
 * The fields of an account and of its key. Where the account exists, exchange, environment and address stay as they are, and empty key
 * fields keep its key. UI thread only.
 */
final class AccountFields extends Composite {

    private static final List<Environment> ENVIRONMENTS = List.of(Environment.LIVE, Environment.DEMO, Environment.PRACTICE);
    private static final List<String> VENUES = List.of("bitget");
    private static final int WIDTH_OF_WORDS = 420;

    private final Optional<Account> edited;
    private final Text label;
    private final Combo venue;
    private final List<Button> environments = new ArrayList<>();
    private final Text endpoint;
    private final Text key;
    private final Text secret;
    private final Text passphrase;
    private final Label keyRemark;

    /** @param changed is called when the user changed something */
    AccountFields(Composite parent, Optional<Account> edited, Runnable changed) {
        super(parent, SWT.NONE);
        this.edited = edited;
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(12, 8).applyTo(this);
        label = text(Messages.AccountFields_label, SWT.NONE);
        label.setMessage(Messages.AccountFields_label_hint);
        venue = venue();
        environment(changed);
        endpoint = text(Messages.AccountFields_endpoint, SWT.NONE);
        GridDataFactory.fillDefaults().span(2, 1).indent(0, 8).grab(true, false).applyTo(new Label(this, SWT.SEPARATOR | SWT.HORIZONTAL));
        keyRemark = new Label(this, SWT.WRAP);
        keyRemark.setForeground(new Palette().of(Tone.TEXT2));
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(WIDTH_OF_WORDS, SWT.DEFAULT).applyTo(keyRemark);
        key = text(Messages.AccountFields_key, SWT.PASSWORD);
        secret = text(Messages.AccountFields_secret, SWT.PASSWORD);
        passphrase = text(Messages.AccountFields_passphrase, SWT.PASSWORD);
        environments.getFirst().setSelection(true);
        edited.ifPresent(this::fill);
        follow();
        List.of(label, endpoint, key, secret, passphrase).forEach(text -> text.addModifyListener(event -> {
            follow();
            changed.run();
        }));
    }

    private Combo venue() {
        new Label(this, SWT.NONE).setText(Messages.AccountFields_exchange);
        var combo = new Combo(this, SWT.DROP_DOWN | SWT.READ_ONLY);
        VENUES.forEach(one -> combo.add(AccountRow.exchange(one)));
        combo.select(0);
        Named.as(Messages.AccountFields_exchange.replace("&", ""), combo);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(combo);
        return combo;
    }

    private void environment(Runnable changed) {
        var name = new Label(this, SWT.NONE);
        name.setText(Messages.AccountFields_environment);
        GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.BEGINNING).applyTo(name);
        var group = Named.as(Messages.AccountFields_environment.replace("&", ""), new Composite(this, SWT.NONE));
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(group);
        for (var words : List.of(Messages.AccountFields_live, Messages.AccountFields_demo, Messages.AccountFields_practice)) {
            var button = new Button(group, SWT.RADIO);
            button.setText(words);
            button.addListener(SWT.Selection, event -> {
                if (button.getSelection()) {
                    follow();
                    changed.run();
                }
            });
            environments.add(button);
        }
    }

    /** What the fields say now; consent, risk and mirror are asked for elsewhere. */
    AccountForm form() {
        return new AccountForm(label.getText(), VENUES.get(venue.getSelectionIndex()), environment(), endpoint.getText(), key.getText(),
                secret.getText(), passphrase.getText(), true, edited.filter(Account::acceptsTradingKey).isPresent(),
                RiskUnitForm.of(edited.flatMap(Account::riskUnit)), edited.isEmpty());
    }

    private Environment environment() {
        for (int index = 0; index < environments.size(); index++) {
            if (environments.get(index).getSelection()) {
                return ENVIRONMENTS.get(index);
            }
        }
        return Environment.LIVE;
    }

    /** Nothing of a key stays in a widget. */
    void wipe() {
        List.of(key, secret, passphrase).forEach(text -> text.setText(""));
    }

    /** Where to begin: the name, or the key of an account that has a name. */
    void begin(boolean withKey) {
        (withKey && key.isEnabled() ? key : label).setFocus();
    }

    private void fill(Account account) {
        label.setText(account.label());
        venue.select(Math.max(0, VENUES.indexOf(account.venue())));
        environments.forEach(button -> button.setSelection(ENVIRONMENTS.indexOf(account.environment()) == environments.indexOf(button)));
        endpoint.setText(account.endpoint().map(Object::toString).orElse(""));
        venue.setEnabled(false);
        environments.forEach(button -> button.setEnabled(false));
        endpoint.setEnabled(false);
        List.of(key, secret, passphrase).forEach(text -> text.setMessage(Messages.AccountFields_unchanged));
    }

    private void follow() {
        boolean needsKey = !form().isEmbeddedPractice();
        List.<Control>of(key, secret, passphrase).forEach(text -> text.setEnabled(needsKey));
        endpoint.setMessage(environment() == Environment.PRACTICE ? Messages.AccountFields_endpoint_practice
                : Messages.AccountFields_endpoint_hint);
        var remark = !needsKey ? Messages.AccountFields_remark_practice
                : edited.isPresent() ? Messages.AccountFields_remark_edit : Messages.AccountFields_remark;
        if (!keyRemark.getText().equals(remark)) {
            keyRemark.setText(remark);
            keyRemark.requestLayout();
        }
    }

    private Text text(String name, int style) {
        new Label(this, SWT.NONE).setText(name);
        var text = Named.as(name.replace("&", "").replace(":", ""), new Text(this, SWT.BORDER | style));
        GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
        return text;
    }
}
