package org.mirrorbook.ui.tests;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.journal.Annotations;
import org.mirrorbook.journal.JournalProblem;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

/** Notes, tags and pictures in memory; while it is open it outranks the product's own. Thread-safe. */
final class StagedNotes implements Annotations, AutoCloseable {

    private final Clock clock;
    private final Map<TradeId, Note> notes = new Hashtable<>();
    private final Map<TradeId, TreeSet<String>> tags = new Hashtable<>();
    private final List<Attachment> attachments = new ArrayList<>();
    private final Map<String, byte[]> contents = new Hashtable<>();
    private final ServiceRegistration<?> registration;
    volatile boolean full;

    StagedNotes(Clock clock) {
        this.clock = clock;
        registration = FrameworkUtil.getBundle(StagedNotes.class).getBundleContext().registerService(Annotations.class, this,
                new Hashtable<>(Map.of("service.ranking", 1000)));
    }

    @Override
    public void close() {
        registration.unregister();
    }

    @Override
    public Note note(TradeId trade) {
        return notes.getOrDefault(trade, Note.none());
    }

    @Override
    public void write(TradeId trade, Note note) {
        if (full) {
            throw new JournalProblem(JournalProblem.Remedy.RETRY, Stage.REFUSAL);
        }
        notes.put(trade, note);
    }

    @Override
    public synchronized List<String> tags(TradeId trade) {
        return List.copyOf(tags.getOrDefault(trade, new TreeSet<>()));
    }

    @Override
    public List<String> tags() {
        return List.of("news", "h4-level");
    }

    @Override
    public List<String> setups() {
        return List.of("Breakout", "Pullback");
    }

    @Override
    public synchronized void tag(TradeId trade, String tag) {
        tags.computeIfAbsent(trade, none -> new TreeSet<>()).add(tag);
    }

    @Override
    public synchronized void untag(TradeId trade, String tag) {
        tags.getOrDefault(trade, new TreeSet<>()).remove(tag);
    }

    @Override
    public synchronized List<Attachment> attachments(TradeId trade) {
        return attachments.stream().filter(one -> one.trade().equals(trade)).toList();
    }

    @Override
    public synchronized Attachment attach(TradeId trade, String name, String mediaType, byte[] content) {
        var id = UUID.nameUUIDFromBytes((trade + name).getBytes(StandardCharsets.UTF_8)).toString();
        var kept = new Attachment(id, trade, name, mediaType, content.length, "", clock.instant());
        if (contents.put(id, content) == null) {
            attachments.add(kept);
        }
        return kept;
    }

    @Override
    public Optional<byte[]> content(String attachment) {
        return Optional.ofNullable(contents.get(attachment));
    }

    @Override
    public synchronized void removeAttachment(String attachment) {
        contents.remove(attachment);
        attachments.removeIf(one -> one.id().equals(attachment));
    }
}
