package org.mirrorbook.journal.jpa;

import java.time.Instant;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import org.mirrorbook.domain.position.IdScope;
import org.mirrorbook.domain.position.LifeMark;

/** A {@link LifeMark} as columns. */
@Embeddable
class LifeColumns {

    @Column(name = "life_id")
    String id;
    @Enumerated(EnumType.STRING)
    @Column(name = "id_scope")
    IdScope idScope;
    @Column(name = "started_at")
    Instant startedAt;
    @Column(name = "start_reliable")
    boolean startReliable;

    static LifeColumns of(LifeMark life) {
        var columns = new LifeColumns();
        columns.id = Fit.text("position id", life.id(), 64);
        columns.idScope = life.idScope();
        columns.startedAt = life.startedAt().orElse(null);
        columns.startReliable = life.startReliable();
        return columns;
    }

    LifeMark life() {
        return new LifeMark(Optional.ofNullable(id), idScope, Optional.ofNullable(startedAt), startReliable);
    }
}
