package org.mirrorbook.mirror.lane;

import java.util.Optional;
import java.util.stream.Stream;

import org.mirrorbook.domain.journal.Certainty;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.lifecycle.JournalChange.DetailsMissing;
import org.mirrorbook.domain.position.Scope;

/** All that a lane asks its venue, beside what the stream tells. On the lane's thread only. */
final class Questions {

    private final Asking lane;
    private final Patience patience;
    private final RecordChase records;
    private final HistoryReading history;
    private final FillReading fills;
    private final ReasonReading reasons;
    private final ListComparison comparison;
    private final ProtectionReading protections;

    Questions(Asking lane, Patience patience) {
        this.lane = lane;
        this.patience = patience;
        this.records = new RecordChase(lane, patience);
        this.history = new HistoryReading(lane, patience, this::chaseWhatIsStillMissing);
        this.fills = new FillReading(lane, patience);
        this.reasons = new ReasonReading(lane, patience);
        this.comparison = new ListComparison(lane, patience);
        this.protections = new ProtectionReading(lane, patience);
    }

    /**
     * Every scope is aligned: history is read, and what was asked in vain before is asked again. History may show a close seconds late, and
     * no snapshot tells of a life that ended before it; so it is read again a little later, whatever it said at first.
     */
    void aligned() {
        lane.connector().scopes().forEach(history::read);
        patience.late().forEach(delay -> lane.later(delay, () -> lane.connector().scopes().forEach(history::readLate)));
        fills.resume();
        reasons.resume();
        comparison.begin();
        protections.begin();
        recheckLater();
    }

    /** Something was committed that may raise questions. */
    void noticed(Folded folded) {
        for (var change : folded.changes()) {
            if (change instanceof DetailsMissing missing) {
                scopeOf(folded, missing.trade()).ifPresent(scope -> ask(missing, scope));
            }
        }
        Inferences.of(folded).forEach(fills::want);
        reasons.noticed(folded);
    }

    /** The link is lost. */
    void forget() {
        records.forget();
        history.forget();
        fills.forget();
        reasons.forget();
        protections.forget();
    }

    private void ask(DetailsMissing missing, Scope scope) {
        switch (missing.detail()) {
            case FILLS -> fills.want(scope, missing.since());
            case CLOSING_RECORD -> {
                if (lane.isLive()) {
                    records.chase(missing.trade());
                }
            }
            case PROOF -> {
                if (lane.isLive()) {
                    lane.later(patience.fills(), () -> history.read(scope));
                    patience.late().forEach(delay -> lane.later(patience.fills().plus(delay), () -> history.readLate(scope)));
                }
            }
        }
    }

    private void chaseWhatIsStillMissing(Scope scope) {
        lane.book().awaiting().stream().map(life -> life.trade())
                .filter(trade -> trade.slot().scope().equals(scope) && trade.certainty() == Certainty.PROVISIONAL)
                .map(Trade::id).toList().forEach(records::chase);
    }

    private void recheckLater() {
        lane.later(patience.recheck(), () -> {
            // what is older is read at each alignment: all pages since then every few minutes would leave no room for other questions
            var recent = lane.now().minus(patience.rechecked());
            lane.book().awaiting().stream().map(life -> life.trade()).filter(trade -> trade.certainty() == Certainty.UNCONFIRMED)
                    .filter(trade -> trade.exit().filter(exit -> exit.closedAt().isAfter(recent)).isPresent())
                    .map(trade -> trade.slot().scope()).distinct().toList().forEach(history::read);
            recheckLater();
        });
    }

    private static Optional<Scope> scopeOf(Folded folded, TradeId id) {
        var book = folded.after();
        return Stream.of(folded.trades().stream(), book.open().values().stream().map(life -> life.trade()),
                book.awaiting().stream().map(life -> life.trade())).flatMap(trades -> trades)
                .filter(trade -> trade.id().equals(id)).map(trade -> trade.slot().scope()).findFirst();
    }
}
