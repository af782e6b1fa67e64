package org.mirrorbook.journal.jpa;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;

import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.journal.RecordedChange;
import org.mirrorbook.journal.TradeEvent;

/** A committed change: written once, never altered. */
@Entity(name = "TradeEvent")
@Table(name = "trade_event")
@IdClass(TradeEventRow.Key.class)
class TradeEventRow {

    /** @param ordinal from 0 within the commit that wrote this revision */
    record Key(String account, long revision, int ordinal) {
    }

    @Id
    String account;
    @Id
    long revision;
    @Id
    int ordinal;
    @Column(name = "trade_id")
    String tradeId;
    String kind;
    @Column(name = "happened_at")
    Instant happenedAt;
    @Column(name = "received_at")
    Instant receivedAt;
    long message;
    @Lob
    String detail;

    static TradeEventRow of(AccountId account, long revision, int ordinal, RecordedChange recorded) {
        var row = new TradeEventRow();
        row.account = account.value();
        row.revision = revision;
        row.ordinal = ordinal;
        row.tradeId = recorded.change().trade().value();
        row.kind = recorded.change().getClass().getSimpleName();
        row.happenedAt = recorded.change().at();
        row.receivedAt = recorded.receivedAt();
        row.message = recorded.message();
        row.detail = RecordJson.of((Record) recorded.change(), "trade", "at");
        return row;
    }

    TradeEvent event() {
        return new TradeEvent(new TradeId(tradeId), revision, ordinal, kind, happenedAt, receivedAt, detail, message);
    }
}
