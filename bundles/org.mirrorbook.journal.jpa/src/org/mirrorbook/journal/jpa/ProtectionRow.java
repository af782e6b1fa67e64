package org.mirrorbook.journal.jpa;

import static java.util.Optional.ofNullable;

import java.math.BigDecimal;
import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.risk.ProtectionKind;
import org.mirrorbook.domain.risk.ProtectionMove;
import org.mirrorbook.domain.risk.ProtectionSource;

/** One setting of the stop or the target of a trade, at its place among them. */
@Entity(name = "Protection")
@Table(name = "protection")
@IdClass(ProtectionRow.Key.class)
class ProtectionRow {

    /** @param ordinal from 0, in the order of the moves of its kind */
    record Key(String tradeId, ProtectionKind kind, int ordinal) {
    }

    @Id
    @Column(name = "trade_id")
    String tradeId;
    @Id
    @Enumerated(EnumType.STRING)
    ProtectionKind kind;
    @Id
    int ordinal;
    @Enumerated(EnumType.STRING)
    ProtectionSource source;
    BigDecimal price;
    @Column(name = "moved_at")
    Instant movedAt;

    static ProtectionRow of(Trade trade, ProtectionKind kind, int ordinal) {
        var move = trade.risk().of(kind).moves().get(ordinal);
        var row = new ProtectionRow();
        row.tradeId = trade.id().value();
        row.kind = kind;
        row.ordinal = ordinal;
        row.source = move.source();
        row.price = Fit.exact("price of a stop or target", move.price());
        row.movedAt = move.at();
        return row;
    }

    ProtectionMove move() {
        return new ProtectionMove(movedAt, source, ofNullable(price));
    }
}
