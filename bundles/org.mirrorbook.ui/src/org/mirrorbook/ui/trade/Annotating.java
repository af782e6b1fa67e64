package org.mirrorbook.ui.trade;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.osgi.util.NLS;
import org.mirrorbook.journal.Annotations;
import org.mirrorbook.journal.Annotations.Attachment;
import org.mirrorbook.journal.Annotations.Note;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.mirror.MirrorTopics;
import org.mirrorbook.ui.edits.UserEdits;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

/**
 * Writes what the user keeps with a trade, each time as an edit that can be taken back, and tells the bus of it so that every view that
 * shows it reads it again. Methods return at once.
 */
final class Annotating {

    private final UserEdits edits;
    private final Supplier<Optional<Annotations>> annotations;
    private final Supplier<Optional<EventAdmin>> bus;
    private final Clock clock;

    Annotating(UserEdits edits, Supplier<Optional<Annotations>> annotations, Supplier<Optional<EventAdmin>> bus, Clock clock) {
        this.edits = requireNonNull(edits);
        this.annotations = requireNonNull(annotations);
        this.bus = requireNonNull(bus);
        this.clock = requireNonNull(clock);
    }

    /**
     * @param saved hears that it is in the journal
     * @param failed gets a sentence; both on the job's thread
     */
    void write(TradeSheet of, Note before, Note after, Runnable saved, Consumer<String> failed) {
        edits.perform(label(Messages.Edit_note, of), () -> {
            service().write(of.id(), after);
            tell(of);
            saved.run();
        }, () -> {
            service().write(of.id(), before);
            tell(of);
        }, failed);
    }

    void tag(TradeSheet of, String tag) {
        edits.perform(label(Messages.Edit_tag, of), () -> doing(of, () -> service().tag(of.id(), tag)),
                () -> doing(of, () -> service().untag(of.id(), tag)));
    }

    void untag(TradeSheet of, String tag) {
        edits.perform(label(Messages.Edit_untag, of), () -> doing(of, () -> service().untag(of.id(), tag)),
                () -> doing(of, () -> service().tag(of.id(), tag)));
    }

    /**
     * Keeps a file with the trade.
     *
     * @param content is made on the job's thread; fails with a {@link JournalProblem} that says what is wrong with the file
     * @param failed gets the sentence; on the job's thread
     */
    void attach(TradeSheet of, String name, String mediaType, Supplier<byte[]> content, Consumer<String> failed) {
        var made = new Attached();
        edits.perform(label(Messages.Edit_picture, of), () -> doing(of, () -> made.put(of, name, mediaType, content.get())),
                () -> doing(of, made::take), failed);
    }

    /** One file that was added: taken away again only if it was not there before. */
    private final class Attached {
        private Optional<String> id = Optional.empty();

        void put(TradeSheet of, String name, String mediaType, byte[] content) {
            var before = service().attachments(of.id()).stream().map(Attachment::id).toList();
            var kept = service().attach(of.id(), name, mediaType, content).id();
            if (before.contains(kept)) {
                id = Optional.empty();
                throw new JournalProblem(JournalProblem.Remedy.ASK_USER, NLS.bind(Messages.Pictures_already, name));
            }
            id = Optional.of(kept);
        }

        void take() {
            id.ifPresent(service()::removeAttachment);
        }
    }

    void remove(TradeSheet of, Attachment attachment) {
        var content = new byte[1][];
        edits.perform(label(Messages.Edit_removePicture, of), () -> doing(of, () -> {
            content[0] = service().content(attachment.id()).orElse(null);
            service().removeAttachment(attachment.id());
        }), () -> doing(of, () -> {
            if (content[0] != null) {
                service().attach(of.id(), attachment.name(), attachment.mediaType(), content[0]);
            }
        }));
    }

    private void doing(TradeSheet of, Runnable step) {
        step.run();
        tell(of);
    }

    private Annotations service() {
        return annotations.get().orElseThrow(() -> new JournalProblem(JournalProblem.Remedy.RETRY, Messages.Edit_closed));
    }

    private static String label(String what, TradeSheet of) {
        return NLS.bind(what, of.trade().slot().instrument());
    }

    private void tell(TradeSheet of) {
        bus.get().ifPresent(admin -> admin.postEvent(new Event(MirrorTopics.ANNOTATED, Map.of(MirrorTopics.ACCOUNT, of.account().value(),
                MirrorTopics.LABEL, of.label(), MirrorTopics.TRADE, of.id().value(), MirrorTopics.AT, clock.instant()))));
    }
}
