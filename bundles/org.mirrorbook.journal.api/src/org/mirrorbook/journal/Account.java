package org.mirrorbook.journal;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.risk.RiskUnit;

/**
 * A mirrored account, as the journal knows it. No secret.
 *
 * @param label the user's name for it, unique among the accounts that are not removed
 * @param venue in lower case
 * @param endpoint custom address; absent for the venue's own, and for the practice exchange inside this product
 * @param kind as the venue tells it ({@code classic}, …), empty while not known
 * @param keyMark recognises the same key when it is added again; a hash, useless for signing in
 * @param mirror the Live Mirror toggle
 * @param acceptsTradingKey whether the user agreed to a key that can trade
 * @param riskUnit what the user calls 1R in this account; absent where nothing was said
 * @param removed whether the user removed it; its trades stay
 */
public record Account(AccountId id, String label, String venue, Environment environment, Optional<URI> endpoint, String kind,
        String keyMark, boolean mirror, boolean acceptsTradingKey, Optional<RiskUnit> riskUnit, boolean removed, Instant createdAt) {

    public Account {
        requireNonNull(id);
        requireNonNull(label);
        requireNonNull(venue);
        requireNonNull(environment);
        requireNonNull(endpoint);
        requireNonNull(kind);
        requireNonNull(keyMark);
        requireNonNull(riskUnit);
        requireNonNull(createdAt);
    }

    /** An account whose key must not trade. */
    public Account(AccountId id, String label, String venue, Environment environment, Optional<URI> endpoint, String kind, String keyMark,
            boolean mirror, boolean removed, Instant createdAt) {
        this(id, label, venue, environment, endpoint, kind, keyMark, mirror, false, Optional.empty(), removed, createdAt);
    }

    /** An account of which the user did not say what 1R is. */
    public Account(AccountId id, String label, String venue, Environment environment, Optional<URI> endpoint, String kind, String keyMark,
            boolean mirror, boolean acceptsTradingKey, boolean removed, Instant createdAt) {
        this(id, label, venue, environment, endpoint, kind, keyMark, mirror, acceptsTradingKey, Optional.empty(), removed, createdAt);
    }

    /** Whether it is at the practice exchange inside this product, which needs no key. */
    public boolean isEmbeddedPractice() {
        return environment == Environment.PRACTICE && endpoint.isEmpty();
    }

    public Account withMirror(boolean mirror) {
        return new Account(id, label, venue, environment, endpoint, kind, keyMark, mirror, acceptsTradingKey, riskUnit, removed, createdAt);
    }

    /** The same account under another name, with another key, or with another agreement to one that can trade. */
    public Account edited(String label, String keyMark, boolean acceptsTradingKey) {
        return new Account(id, label, venue, environment, endpoint, kind, keyMark, mirror, acceptsTradingKey, riskUnit, removed, createdAt);
    }

    /** The same account, not mirrored and hidden from now on. */
    public Account gone() {
        return new Account(id, label, venue, environment, endpoint, kind, keyMark, false, acceptsTradingKey, riskUnit, true, createdAt);
    }

    /** The same account, of which the venue told the kind. */
    public Account withKind(String kind) {
        return new Account(id, label, venue, environment, endpoint, kind, keyMark, mirror, acceptsTradingKey, riskUnit, removed, createdAt);
    }

    /** The same account with another unit of risk. */
    public Account withRiskUnit(Optional<RiskUnit> unit) {
        return new Account(id, label, venue, environment, endpoint, kind, keyMark, mirror, acceptsTradingKey, unit, removed, createdAt);
    }
}
