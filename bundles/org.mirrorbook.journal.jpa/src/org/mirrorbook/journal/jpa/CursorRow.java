package org.mirrorbook.journal.jpa;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.position.Product;
import org.mirrorbook.domain.position.Scope;

/** Up to which close time the closing records of a scope have been read. */
@Entity(name = "HistoryCursor")
@Table(name = "history_cursor")
@IdClass(CursorRow.Key.class)
class CursorRow {

    record Key(String account, String venue, Environment environment, String product) {
    }

    @Id
    String account;
    @Id
    String venue;
    @Id
    @Enumerated(EnumType.STRING)
    Environment environment;
    @Id
    String product;
    boolean inverse;
    @Column(name = "read_to")
    Instant readTo;

    static CursorRow of(Scope scope, Instant readTo) {
        var row = new CursorRow();
        row.account = Fit.text("account id", scope.account().value(), 64);
        row.venue = Fit.text("venue", scope.venue(), 32);
        row.environment = scope.environment();
        row.product = Fit.text("product", scope.product().code(), 32);
        row.inverse = scope.product().inverse();
        row.readTo = readTo;
        return row;
    }

    Scope scope() {
        return new Scope(new AccountId(account), venue, environment, new Product(product, inverse));
    }
}
