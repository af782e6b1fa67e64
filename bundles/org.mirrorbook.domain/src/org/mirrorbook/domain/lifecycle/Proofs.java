package org.mirrorbook.domain.lifecycle;

import org.mirrorbook.domain.lifecycle.Observation.HistoryRead;
import org.mirrorbook.domain.lifecycle.Observation.LinkLost;

/**
 * Whether an open life is still the one it was (docs/lifecycle.md, rule 2). Where rows do not tell lives apart, a life that was closed and
 * opened again while nobody listened looks as if it had gone on; only history that was read up to its newest row can exclude that.
 */
final class Proofs {

    void fold(BookDraft draft, HistoryRead history) {
        var scope = history.scope();
        if (draft.historyReadTo(scope).filter(known -> !known.isBefore(history.upTo())).isEmpty()) {
            draft.historyRead(scope, history.upTo());
        }
        for (var life : draft.openIn(scope)) {
            if (!life.proven() && !life.row().updatedAt().isAfter(history.upTo())) {
                draft.put(new OpenLife(life.trade(), life.row(), true));
            }
        }
    }

    void fold(BookDraft draft, LinkLost lost) {
        draft.shown(draft.shown().withoutConnection(lost.connection()));
        for (var life : draft.allOpen()) {
            var replaced = draft.shown().newest(life.trade().slot().scope())
                    .filter(newest -> newest.connection() > lost.connection()).isPresent();
            if (life.proven() && !replaced && !life.row().life().isOfLife()) {
                draft.put(new OpenLife(life.trade(), life.row(), false));
            }
        }
    }
}
