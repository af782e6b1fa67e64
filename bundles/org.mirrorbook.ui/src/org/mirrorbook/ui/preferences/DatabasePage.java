package org.mirrorbook.ui.preferences;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.mirrorbook.credentials.CredentialVault;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.exchange.ApiCredential;
import org.mirrorbook.runtime.DatabaseAddress;
import org.mirrorbook.runtime.Settings;
import org.mirrorbook.ui.Errand;
import org.mirrorbook.ui.Watched;
import org.mirrorbook.ui.model.Cell;
import org.mirrorbook.ui.model.DatabaseForm;
import org.mirrorbook.ui.model.Shape;
import org.mirrorbook.ui.model.Tone;

/**
 * Where the journal is: the embedded database or a PostgreSQL server. Counts from the next start. The address and the name are settings;
 * the password goes to the vault. UI thread only.
 */
public final class DatabasePage extends SettingsPage {

    private static final String URL = DatabaseAddress.SETTING;
    private static final String USER = DatabaseAddress.USER;
    /** Under this id the vault keeps the password; no account has it. */
    private static final AccountId ENTRY = new AccountId("database");
    /** The vault keeps three parts, and a password needs two. */
    private static final String NONE = "-";
    private static final int WIDTH_OF_ADDRESS = 380;
    private static final int WIDTH_OF_NAME = 180;

    private Button embedded;
    private Button server;
    private Text url;
    private Text user;
    private Text password;
    private Watched<Settings> settings;
    private Watched<CredentialVault> vault;
    /** As it is kept, without the password; absent until it was read. */
    private Optional<DatabaseForm> known = Optional.empty();

    @Override
    protected void createFields(Composite page) {
        words(page, Messages.DatabasePage_words);
        embedded = choice(page, Messages.DatabasePage_embedded);
        server = choice(page, Messages.DatabasePage_server);
        url = field(page, Messages.DatabasePage_url, SWT.NONE, WIDTH_OF_ADDRESS);
        url.setMessage(Messages.DatabasePage_url_hint);
        user = field(page, Messages.DatabasePage_user, SWT.NONE, WIDTH_OF_NAME);
        password = field(page, Messages.DatabasePage_password, SWT.PASSWORD, WIDTH_OF_NAME);
        words(page, Messages.DatabasePage_remark);
    }

    private Button choice(Composite page, String text) {
        var button = new Button(page, SWT.RADIO);
        button.setText(text);
        GridDataFactory.fillDefaults().span(2, 1).applyTo(button);
        button.addListener(SWT.Selection, event -> enable());
        return button;
    }

    @Override
    protected void begin() {
        embedded.setSelection(true);
        enable();
        vault = surroundings().watch(CredentialVault.class, () -> {
        });
        settings = surroundings().watch(Settings.class, () -> door().enter(this::read));
    }

    private void read() {
        if (known.isEmpty()) {
            settings.now().ifPresent(from -> new Errand<>(Messages.DatabasePage_read, () -> new DatabaseForm(from.get(URL).isPresent(),
                    from.get(URL).orElse(""), from.get(USER).orElse(""), "", from.get(URL).isPresent()),
                    read -> door().enter(() -> show(read)), this::failed).schedule());
        }
    }

    private void show(DatabaseForm kept) {
        known = Optional.of(kept);
        embedded.setSelection(!kept.server());
        server.setSelection(kept.server());
        url.setText(kept.url());
        user.setText(kept.user());
        password.setText("");
        password.setMessage(kept.passwordKept() ? Messages.DatabasePage_unchanged : "");
        enable();
    }

    private void enable() {
        List.of(embedded, server).forEach(button -> button.setEnabled(known.isPresent()));
        List.of(url, user, password).forEach(text -> text.setEnabled(known.isPresent() && server.getSelection()));
        follow();
    }

    private DatabaseForm form() {
        boolean same = known.filter(kept -> kept.passwordKept() && kept.user().equals(user.getText().strip())).isPresent();
        return new DatabaseForm(server.getSelection(), url.getText(), user.getText(), password.getText(), same);
    }

    @Override
    protected Optional<String> problem() {
        return known.isEmpty() ? Optional.empty() : form().problem();
    }

    @Override
    protected boolean isChanged() {
        var form = form();
        return known.filter(kept -> form.server() != kept.server() || form.server()
                && (!form.url().equals(kept.url()) || !form.user().equals(kept.user()) || !form.password().isEmpty())).isPresent();
    }

    @Override
    protected void keep() {
        var wanted = form();
        var into = settings.now();
        var safe = vault.now();
        if (into.isEmpty() || safe.isEmpty()) {
            failed(Messages.SettingsPage_notOpen);
            return;
        }
        new Errand<>(Messages.DatabasePage_keep, () -> kept(wanted, into.get(), safe.get()), kept -> kept(() -> {
            show(kept);
            tell(List.of(Cell.of(kept.server() ? Messages.DatabasePage_keptServer : Messages.DatabasePage_keptEmbedded)
                    .with(Shape.CHECK).in(Tone.LIVE)));
        }), this::failed).schedule();
    }

    /** Nothing is said of a server before its password is safe. */
    private static DatabaseForm kept(DatabaseForm wanted, Settings settings, CredentialVault vault) {
        if (!wanted.server()) {
            settings.put(URL, Optional.empty());
            settings.put(USER, Optional.empty());
            vault.remove(ENTRY);
            return new DatabaseForm(false, "", "", "", false);
        }
        if (!wanted.password().isEmpty()) {
            vault.put(ENTRY, new ApiCredential(wanted.user(), wanted.password(), NONE));
        }
        settings.put(USER, Optional.of(wanted.user()));
        settings.put(URL, Optional.of(wanted.url()));
        return new DatabaseForm(true, wanted.url(), wanted.user(), "", true);
    }

    @Override
    protected void performDefaults() {
        if (known.isPresent()) {
            embedded.setSelection(true);
            server.setSelection(false);
            enable();
        }
        super.performDefaults();
    }
}
