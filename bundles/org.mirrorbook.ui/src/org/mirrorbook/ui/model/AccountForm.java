package org.mirrorbook.ui.model;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.exchange.ApiCredential;
import org.mirrorbook.mirror.NewAccount;

/**
 * What the user typed of an account. Holds a key as long as its dialog is open; {@link #toString()} tells nothing of it.
 *
 * @param acceptsTradingKey whether the user agrees to a key that can trade
 * @param risk what 1R is in it
 * @param keyNeeded whether an empty key is a mistake; when an account is edited it means that the key stays
 */
public record AccountForm(String label, String venue, Environment environment, String endpoint, String apiKey, String secret,
        String passphrase, boolean mirror, boolean acceptsTradingKey, RiskUnitForm risk, boolean keyNeeded) {

    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]", "::1");

    public AccountForm {
        label = label.strip();
        endpoint = endpoint.strip();
        apiKey = apiKey.strip();
        secret = secret.strip();
    }

    /** Whether it is the practice exchange inside this product, which needs no key. */
    public boolean isEmbeddedPractice() {
        return environment == Environment.PRACTICE && endpoint.isEmpty();
    }

    /** The first thing that is missing or wrong, as a sentence. */
    public Optional<String> problem() {
        if (label.isEmpty()) {
            return Optional.of(Messages.AccountForm_label);
        }
        if (!endpoint.isEmpty()) {
            var address = address();
            if (address.isEmpty()) {
                return Optional.of(Messages.AccountForm_endpoint);
            }
            if (address.get().getScheme().equalsIgnoreCase("http")
                    && !LOOPBACK.contains(address.get().getHost().toLowerCase(Locale.ROOT))) {
                return Optional.of(Messages.AccountForm_tls);
            }
        }
        boolean none = apiKey.isEmpty() && secret.isEmpty() && passphrase.isEmpty();
        boolean keyIsFine = isEmbeddedPractice() || none && !keyNeeded
                || !apiKey.isEmpty() && !secret.isEmpty() && !passphrase.isEmpty();
        return keyIsFine ? risk.problem() : Optional.of(Messages.AccountForm_key);
    }

    /** The same with these, which other pages ask for. */
    public AccountForm with(boolean tradingKey, RiskUnitForm unit, boolean atOnce) {
        return new AccountForm(label, venue, environment, endpoint, apiKey, secret, passphrase, atOnce, tradingKey, unit, keyNeeded);
    }

    /** The same, of which the key was forgotten. */
    public AccountForm withoutKey() {
        return new AccountForm(label, venue, environment, endpoint, "", "", "", mirror, acceptsTradingKey, risk, keyNeeded);
    }

    /** Whether it is the same key at the same place; its name has nothing to do with that. */
    public boolean connectsAs(AccountForm other) {
        return venue.equals(other.venue) && environment == other.environment && endpoint.equals(other.endpoint)
                && apiKey.equals(other.apiKey) && secret.equals(other.secret) && passphrase.equals(other.passphrase);
    }

    /** Without problem only. */
    public NewAccount wanted() {
        return new NewAccount(label, venue, environment, address(), mirror, acceptsTradingKey);
    }

    /** The key; nothing where none is needed, or where it stays as it is. */
    public Optional<ApiCredential> credential() {
        return isEmbeddedPractice() || apiKey.isEmpty() ? Optional.empty() : Optional.of(new ApiCredential(apiKey, secret, passphrase));
    }

    private Optional<URI> address() {
        try {
            var uri = new URI(endpoint);
            boolean web = uri.getHost() != null && uri.getScheme() != null
                    && Set.of("http", "https").contains(uri.getScheme().toLowerCase(Locale.ROOT));
            return web ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            // what cannot be read is no address, and problem() says so
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "AccountForm[" + label + ", redacted]";
    }
}
