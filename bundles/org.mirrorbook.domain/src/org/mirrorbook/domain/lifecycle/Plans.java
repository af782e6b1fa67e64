package org.mirrorbook.domain.lifecycle;

import java.math.BigDecimal;
import java.util.Optional;

import org.mirrorbook.domain.lifecycle.JournalChange.ProtectionMoved;
import org.mirrorbook.domain.lifecycle.Observation.PlanSet;
import org.mirrorbook.domain.risk.Protection;
import org.mirrorbook.domain.risk.ProtectionMove;
import org.mirrorbook.domain.risk.ProtectionSource;

/** Stops and targets that the user typed, before or after (docs/lifecycle.md, rule 11). */
final class Plans {

    void fold(BookDraft draft, PlanSet set) {
        var trade = draft.held(set.trade().id()).orElse(set.trade());
        if (!newest(trade.risk().of(set.kind())).equals(set.price())) {
            var move = new ProtectionMove(set.receivedAt(), ProtectionSource.PLANNED, set.price());
            draft.edit(trade, trade.with(trade.risk().with(set.kind(), move)));
            draft.emit(new ProtectionMoved(trade.id(), move.at(), set.kind(), move.source(), move.price()));
        }
    }

    private static Optional<BigDecimal> newest(Protection protection) {
        return protection.moves().stream().filter(move -> move.source() == ProtectionSource.PLANNED).reduce((one, two) -> two)
                .flatMap(ProtectionMove::price);
    }
}
