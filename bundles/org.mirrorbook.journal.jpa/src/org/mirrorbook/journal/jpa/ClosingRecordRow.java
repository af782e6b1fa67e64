package org.mirrorbook.journal.jpa;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.lifecycle.ClaimedRecord;
import org.mirrorbook.domain.position.RecordKey;

/**
 * A closing record and the one trade that claimed it, until the user has that trade put right or withdrawn; else only the mark can change,
 * as that of a former kind of account.
 */
@Entity(name = "ClosingRecord")
@Table(name = "closing_record")
class ClosingRecordRow {

    @Id
    String id;
    @Embedded
    SlotColumns slot;
    @Column(name = "position_id")
    String positionId;
    @Column(name = "closed_at")
    Instant closedAt;
    @Embedded
    LifeColumns life;
    @Column(name = "trade_id")
    String tradeId;

    static ClosingRecordRow of(ClaimedRecord claimed) {
        var row = new ClosingRecordRow();
        row.slot = SlotColumns.of(claimed.key().slot());
        row.positionId = Fit.text("position id", claimed.key().positionId().orElse(""), 64);
        row.closedAt = claimed.key().closedAt();
        row.life = LifeColumns.of(claimed.life());
        row.tradeId = claimed.trade().value();
        row.id = row.id();
        return row;
    }

    /** One short key in place of ten columns; the ten are unique beside it. */
    private String id() {
        var name = String.join("|", slot.account, slot.venue, slot.environment.name(), slot.product, slot.instrument, slot.side.name(),
                slot.marginMode.name(), slot.marginCoin, positionId, Long.toString(Micros.of(closedAt)));
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    ClaimedRecord claimed() {
        var key = new RecordKey(slot.slot(), Optional.of(positionId).filter(text -> !text.isEmpty()), closedAt);
        return new ClaimedRecord(key, life.life(), new TradeId(tradeId));
    }
}
