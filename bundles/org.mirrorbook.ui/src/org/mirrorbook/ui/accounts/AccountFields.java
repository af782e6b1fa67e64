package org.mirrorbook.ui.accounts;

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

/**
 * The fields of an account. Where the account exists, exchange, environment and address stay as they are, and empty key fields keep its
 * key.
 */
final class AccountFields extends Composite {

    private static final List<Environment> ENVIRONMENTS = List.of(Environment.LIVE, Environment.DEMO, Environment.PRACTICE);
    private static final List<String> VENUES = List.of("bitget");

    private final Optional<Account> edited;
    private final Text label;
    private final Combo venue;
    private final Combo environment;
    private final Text endpoint;
    private final Text key;
    private final Text secret;
    private final Text passphrase;
    private final Label keyRemark;
    private final Button trading;
    private final RiskFields risk;
    private final Button mirror;

    AccountFields(Composite parent, Optional<Account> edited, Runnable changed) {
        super(parent, SWT.NONE);
        this.edited = edited;
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(12, 8).applyTo(this);
        label = text(Messages.AccountFields_label, SWT.NONE);
        label.setMessage(Messages.AccountFields_label_hint);
        venue = combo(Messages.AccountFields_exchange, VENUES.stream().map(AccountRow::exchange).toList());
        environment = combo(Messages.AccountFields_environment,
                List.of(Messages.AccountFields_live, Messages.AccountFields_demo, Messages.AccountFields_practice));
        endpoint = text(Messages.AccountFields_endpoint, SWT.NONE);
        endpoint.setMessage(Messages.AccountFields_endpoint_hint);
        key = text(Messages.AccountFields_key, SWT.PASSWORD);
        secret = text(Messages.AccountFields_secret, SWT.PASSWORD);
        passphrase = text(Messages.AccountFields_passphrase, SWT.PASSWORD);
        new Label(this, SWT.NONE);
        keyRemark = new Label(this, SWT.WRAP);
        GridDataFactory.fillDefaults().grab(true, false).hint(320, SWT.DEFAULT).applyTo(keyRemark);
        new Label(this, SWT.NONE);
        trading = new Button(this, SWT.CHECK);
        trading.setText(Messages.AccountFields_trading);
        trading.setToolTipText(Messages.AccountFields_trading_tip);
        risk = new RiskFields(this, edited.flatMap(Account::riskUnit), () -> follow(changed));
        new Label(this, SWT.NONE);
        mirror = new Button(this, SWT.CHECK);
        mirror.setText(Messages.AccountFields_mirror);
        mirror.setSelection(true);
        edited.ifPresent(this::fill);
        List.of(label, endpoint, key, secret, passphrase).forEach(text -> text.addModifyListener(event -> follow(changed)));
        List.of(venue, environment).forEach(combo -> combo.addListener(SWT.Selection, event -> follow(changed)));
        trading.addListener(SWT.Selection, event -> follow(changed));
        follow(() -> {
        });
    }

    /** What the fields say now. */
    AccountForm form() {
        return new AccountForm(label.getText(), VENUES.get(venue.getSelectionIndex()), ENVIRONMENTS.get(environment.getSelectionIndex()),
                endpoint.getText(), key.getText(), secret.getText(), passphrase.getText(), mirror.getSelection(),
                trading.getSelection(), risk.form(), edited.isEmpty());
    }

    /** Nothing of a key stays in a widget. */
    void wipe() {
        List.of(key, secret, passphrase).forEach(text -> text.setText(""));
    }

    private void fill(Account account) {
        label.setText(account.label());
        venue.select(Math.max(0, VENUES.indexOf(account.venue())));
        environment.select(ENVIRONMENTS.indexOf(account.environment()));
        endpoint.setText(account.endpoint().map(Object::toString).orElse(""));
        List.of(venue, environment, endpoint).forEach(control -> control.setEnabled(false));
        List.of(key, secret, passphrase).forEach(text -> text.setMessage(Messages.AccountFields_unchanged));
        trading.setSelection(account.acceptsTradingKey());
        mirror.setVisible(false);
    }

    private void follow(Runnable changed) {
        boolean needsKey = !form().isEmbeddedPractice();
        List.<Control>of(key, secret, passphrase, trading).forEach(text -> text.setEnabled(needsKey));
        keyRemark.setText(!needsKey ? Messages.AccountFields_remark_practice
                : edited.isPresent() ? Messages.AccountFields_remark_edit : Messages.AccountFields_remark);
        changed.run();
    }

    private Text text(String name, int style) {
        new Label(this, SWT.NONE).setText(name);
        var text = new Text(this, SWT.BORDER | style);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(text);
        return text;
    }

    private Combo combo(String name, List<String> items) {
        new Label(this, SWT.NONE).setText(name);
        var combo = new Combo(this, SWT.DROP_DOWN | SWT.READ_ONLY);
        items.forEach(combo::add);
        combo.select(0);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(combo);
        return combo;
    }
}
