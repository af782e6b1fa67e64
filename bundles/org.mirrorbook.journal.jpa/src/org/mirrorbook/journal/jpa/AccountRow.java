package org.mirrorbook.journal.jpa;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.journal.Account;

/** An {@link Account}. */
@Entity(name = "Account")
@Table(name = "account")
class AccountRow {

    @Id
    String id;
    String label;
    /** The label, or null once removed: what its uniqueness rests on. */
    @Column(name = "label_in_use")
    String labelInUse;
    String venue;
    @Enumerated(EnumType.STRING)
    Environment environment;
    String endpoint;
    String kind;
    @Column(name = "key_mark")
    String keyMark;
    boolean mirror;
    @Column(name = "accepts_trading_key")
    boolean acceptsTradingKey;
    boolean removed;
    @Column(name = "created_at")
    Instant createdAt;

    static AccountRow of(Account account) {
        var row = new AccountRow();
        row.id = Fit.text("account id", account.id().value(), 64);
        row.label = Fit.text("label", account.label(), 200);
        row.labelInUse = account.removed() ? null : row.label;
        row.venue = Fit.text("venue", account.venue(), 32);
        row.environment = account.environment();
        row.endpoint = Fit.text("endpoint", account.endpoint().map(URI::toString), 1000);
        row.kind = Fit.text("account kind", account.kind(), 32);
        row.keyMark = Fit.text("key mark", account.keyMark(), 200);
        row.mirror = account.mirror();
        row.acceptsTradingKey = account.acceptsTradingKey();
        row.removed = account.removed();
        row.createdAt = account.createdAt();
        return row;
    }

    Account account() {
        return new Account(new AccountId(id), label, venue, environment, Optional.ofNullable(endpoint).map(URI::create), kind, keyMark,
                mirror, acceptsTradingKey, removed, createdAt);
    }
}
