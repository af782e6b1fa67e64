package org.mirrorbook.journal.jpa;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.mirrorbook.domain.money.Money;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.risk.RiskUnit;
import org.mirrorbook.journal.Account;

/** An {@link Account}. */
@Entity(name = "Account")
@Table(name = "account")
class AccountRow {

    private static final String FIXED = "FIXED";
    private static final String OF_EQUITY = "OF_EQUITY";

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
    /** FIXED or OF_EQUITY; null where the user did not say what 1R is. */
    @Column(name = "risk_kind")
    String riskKind;
    /** An amount, or percent. */
    @Column(name = "risk_amount")
    BigDecimal riskAmount;
    @Column(name = "risk_coin")
    String riskCoin;
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
        account.riskUnit().ifPresent(row::put);
        return row;
    }

    private void put(RiskUnit unit) {
        switch (unit) {
            case RiskUnit.Fixed(var amount) -> {
                riskKind = FIXED;
                riskAmount = Fit.exact("unit of risk", amount.amount());
                riskCoin = Fit.text("coin of the unit of risk", amount.currency(), 32);
            }
            case RiskUnit.OfEquity(var percent) -> {
                riskKind = OF_EQUITY;
                riskAmount = Fit.exact("unit of risk", percent);
            }
        }
    }

    private Optional<RiskUnit> riskUnit() {
        return Optional.ofNullable(riskKind).map(kind -> kind.equals(FIXED) ? new RiskUnit.Fixed(new Money(riskAmount, riskCoin))
                : new RiskUnit.OfEquity(riskAmount));
    }

    Account account() {
        return new Account(new AccountId(id), label, venue, environment, Optional.ofNullable(endpoint).map(URI::create), kind, keyMark,
                mirror, acceptsTradingKey, riskUnit(), removed, createdAt);
    }
}
