package org.mirrorbook.mirror.reconciliation;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.reconciliation.Comparison;
import org.mirrorbook.journal.Account;
import org.mirrorbook.mirror.MirrorTopics;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the event bus what a comparison of its own accord found: each distinct result once, until the books were equal again. */
final class Announcement {

    private static final Logger LOG = LoggerFactory.getLogger(Announcement.class);
    private static final int NAMED = 3;

    private final EventAdmin bus;
    private final Clock clock;
    private final Map<AccountId, List<Sighting>> told = new ConcurrentHashMap<>();

    Announcement(EventAdmin bus, Clock clock) {
        this.bus = bus;
        this.clock = clock;
    }

    void of(Account account, Comparison comparison) {
        var found = Sighting.all(comparison.differences());
        if (found.isEmpty()) {
            told.remove(account.id());
        } else if (!found.equals(told.put(account.id(), found))) {
            var sentence = sentence(comparison);
            LOG.warn("{}: {}", account.label(), sentence);
            var properties = new HashMap<String, Object>();
            properties.put(MirrorTopics.ACCOUNT, account.id().value());
            properties.put(MirrorTopics.LABEL, account.label());
            properties.put(MirrorTopics.AT, clock.instant());
            properties.put(MirrorTopics.REASON, sentence);
            bus.postEvent(new Event(MirrorTopics.DIFFERENT, properties));
        }
    }

    private static String sentence(Comparison comparison) {
        int count = comparison.differences().size();
        var symbols = comparison.differences().stream().map(difference -> difference.slot().instrument()).distinct().sorted().toList();
        var named = symbols.stream().limit(NAMED).collect(Collectors.joining(", "));
        return (count == 1 ? "One life differs" : count + " lives differ") + " between the journal and the exchange, of "
                + comparison.compared() + " compared (" + named + (symbols.size() > NAMED ? ", …" : "") + ").";
    }
}
