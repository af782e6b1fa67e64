package org.mirrorbook.mirror.lane;

import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.lifecycle.JournalChange;
import org.mirrorbook.mirror.MirrorTopics;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

/** Tells the event bus what is committed, and what became of the mirror of one account. Never blocks: events are posted. */
public final class Facts {

    private final EventAdmin bus;
    private final LaneAccount account;
    private final Clock clock;

    public Facts(EventAdmin bus, LaneAccount account, Clock clock) {
        this.bus = bus;
        this.account = account;
        this.clock = clock;
    }

    /** The facts of a batch in the order of its changes, each topic once a trade. */
    void committed(Folded folded) {
        Set<Fact> facts = new LinkedHashSet<>();
        for (var change : folded.changes()) {
            topic(change).ifPresent(topic -> facts.add(new Fact(topic, change.trade())));
        }
        facts.forEach(fact -> post(fact, folded.revision()));
    }

    /** The open profit of these trades was written. */
    void revalued(Folded folded) {
        folded.written().stream().map(Trade::id).forEach(trade -> post(new Fact(MirrorTopics.UPDATED, trade), folded.revision()));
    }

    /** Something became of the mirror itself. */
    void mirror(String topic, Optional<String> code, String reason) {
        var properties = properties();
        code.ifPresent(text -> properties.put(MirrorTopics.CODE, text));
        if (!reason.isEmpty()) {
            properties.put(MirrorTopics.REASON, reason);
        }
        bus.postEvent(new Event(topic, properties));
    }

    private static Optional<String> topic(JournalChange change) {
        return switch (change) {
            case JournalChange.TradeOpened opened -> Optional.of(MirrorTopics.OPENED);
            case JournalChange.ScaledIn grown -> Optional.of(MirrorTopics.UPDATED);
            case JournalChange.ScaledOut shrunk -> Optional.of(MirrorTopics.UPDATED);
            case JournalChange.ExecutionExplained explained -> Optional.of(MirrorTopics.UPDATED);
            case JournalChange.TermsChanged terms -> Optional.of(MirrorTopics.UPDATED);
            case JournalChange.CostBooked cost -> Optional.of(MirrorTopics.UPDATED);
            case JournalChange.TradeClosed closed -> Optional.of(MirrorTopics.CLOSED);
            case JournalChange.TradeConfirmed confirmed -> Optional.of(MirrorTopics.CONFIRMED);
            case JournalChange.TradeUnconfirmed unconfirmed -> Optional.of(MirrorTopics.UNCONFIRMED);
            case JournalChange.CloseRevoked revoked -> Optional.of(MirrorTopics.CORRECTED);
            case JournalChange.TradeSplit split -> Optional.of(MirrorTopics.CORRECTED);
            case JournalChange.CloseExplained explained -> Optional.of(MirrorTopics.UPDATED);
            case JournalChange.SlotChanged moved -> Optional.of(MirrorTopics.CORRECTED);
            case JournalChange.ProtectionMoved moved -> Optional.of(MirrorTopics.UPDATED);
            case JournalChange.RiskSized sized -> Optional.empty();
            case JournalChange.TradeCorrected corrected -> Optional.of(MirrorTopics.CORRECTED);
            case JournalChange.DetailsMissing missing -> Optional.empty();
        };
    }

    private void post(Fact fact, long revision) {
        var properties = properties();
        properties.put(MirrorTopics.TRADE, fact.trade().value());
        properties.put(MirrorTopics.REVISION, revision);
        bus.postEvent(new Event(fact.topic(), properties));
    }

    private Map<String, Object> properties() {
        var properties = new HashMap<String, Object>();
        properties.put(MirrorTopics.ACCOUNT, account.id().value());
        properties.put(MirrorTopics.LABEL, account.label());
        properties.put(MirrorTopics.AT, clock.instant());
        return properties;
    }

    private record Fact(String topic, TradeId trade) {
    }
}
