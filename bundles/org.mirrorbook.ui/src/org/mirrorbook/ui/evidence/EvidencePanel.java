package org.mirrorbook.ui.evidence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.journal.JournalReader;
import org.mirrorbook.journal.ReconciliationRuns;
import org.mirrorbook.journal.RecordingReader;
import org.mirrorbook.mirror.MirrorDirectory;
import org.mirrorbook.mirror.MirrorPulse;
import org.mirrorbook.mirror.MirrorTopics;
import org.mirrorbook.ui.Surroundings;
import org.mirrorbook.ui.Watched;
import org.mirrorbook.ui.look.Appearance;
import org.mirrorbook.ui.model.evidence.Evidence;
import org.mirrorbook.ui.model.evidence.ReplayCheck;
import org.mirrorbook.ui.model.evidence.Step;
import org.mirrorbook.ui.widgets.Look;
import org.mirrorbook.ui.widgets.Notice;
import org.mirrorbook.ui.widgets.UiDoor;
import org.osgi.service.event.Event;

/**
 * The evidence of one trade: every message that made it, in order, and what each of them changed. Reads while it is to be seen, in jobs; a
 * trade that changes is read again a little later. A little longer than most classes: it is where jobs, services and sheet meet. UI thread
 * only.
 */
public final class EvidencePanel {

    /** A trade that is open changes many times a minute, and its recording is read from the lane's beginning: */
    private static final Duration LATER = Duration.ofSeconds(2);
    /** so at least so many times as long as it took is waited before it is read again. */
    private static final int PARTS_OF_REST = 10;

    private final UiDoor door;
    private final Composite content;
    private final StackLayout stack = new StackLayout();
    private final Notice notice;
    private final EvidenceSheet sheet;
    private final Appearance appearance = new Appearance();
    private final Watched<JournalReader> journal;
    private final Watched<RecordingReader> recordings;
    private final Watched<ReconciliationRuns> runs;
    private final Watched<MirrorDirectory> directory;
    private final Watched<Clock> clock;
    private Optional<TradeId> shown = Optional.empty();
    private Optional<Evidence> evidence = Optional.empty();
    private Optional<ReplayCheck.Result> replayed = Optional.empty();
    private Optional<EvidenceReading> reading = Optional.empty();
    private Optional<Replaying> replaying = Optional.empty();
    private Instant begun = Instant.MIN;
    private Duration pause = LATER;
    private IntConsumer counted = count -> {
    };
    private boolean waiting;
    private boolean outdated;

    /**
     * @param surroundings whose end is the end of this panel
     * @param door of the part that holds it
     */
    public EvidencePanel(Composite parent, Surroundings surroundings, UiDoor door) {
        this.door = door;
        content = Look.BASE.on(new Composite(parent, SWT.NONE));
        content.setLayout(stack);
        notice = new Notice(content);
        sheet = new EvidenceSheet(content, appearance.rowHeight(), new EvidenceSheet.Actions(this::text, this::replay, this::export));
        journal = surroundings.watch(JournalReader.class, () -> door.enter(this::read));
        recordings = surroundings.watch(RecordingReader.class, () -> door.enter(this::read));
        runs = surroundings.watch(ReconciliationRuns.class, () -> door.enter(this::read));
        directory = surroundings.watch(MirrorDirectory.class, () -> door.enter(this::lay));
        clock = surroundings.watch(Clock.class, () -> door.enter(this::read));
        surroundings.hear(MirrorTopics.TRADE_PREFIX + "*", this::tradeChanged);
        var ending = appearance.subscribe(() -> door.enter(this::lay));
        content.addListener(SWT.Dispose, event -> {
            ending.run();
            reading.ifPresent(EvidenceReading::cancel);
            replaying.ifPresent(Replaying::cancel);
        });
        content.addListener(SWT.Show, event -> door.enter(this::readIfOutdated));
        say(Messages.Panel_none, Messages.Panel_none_words);
    }

    public Control control() {
        return content;
    }

    /** @param counts gets how many rows the evidence of the shown trade has each time it is read; 0 while that is not known */
    public void counted(IntConsumer counts) {
        counted = counts;
    }

    /** Whether there is a filter to be used now. */
    public boolean canFilter() {
        return content.isVisible() && stack.topControl == sheet.control();
    }

    /** Where {@link #canFilter()} only. */
    public void focusFilter() {
        sheet.focusFilter();
    }

    /** Shows the evidence of this trade, or that none is selected. */
    public void show(Optional<TradeId> trade) {
        if (!trade.equals(shown)) {
            shown = trade;
            evidence = Optional.empty();
            replayed = Optional.empty();
            replaying.ifPresent(Replaying::cancel);
            replaying = Optional.empty();
            counted.accept(0);
            read();
        }
    }

    private void tradeChanged(Event event) {
        if (event.getProperty(MirrorTopics.TRADE) instanceof String id) {
            door.enter(() -> {
                if (shown.filter(trade -> trade.value().equals(id)).isPresent() && !waiting) {
                    waiting = true;
                    door.enterAfter(pause, () -> {
                        waiting = false;
                        read();
                    });
                }
            });
        }
    }

    private void readIfOutdated() {
        if (outdated) {
            read();
        }
    }

    private void read() {
        reading.ifPresent(EvidenceReading::cancel);
        reading = Optional.empty();
        if (shown.isEmpty()) {
            say(Messages.Panel_none, Messages.Panel_none_words);
            return;
        }
        outdated = !content.isVisible();
        if (outdated || journal.now().isEmpty() || clock.now().isEmpty()) {
            return;
        }
        if (evidence.isEmpty()) {
            say(Messages.Panel_reading, Messages.Panel_reading_words);
        }
        var id = shown.get();
        var sources = new EvidenceReading.Sources(journal.now().get(), recordings.now(), runs.now(), clock.now().get());
        var job = new EvidenceReading(id, sources, read -> door.enter(() -> came(id, read)),
                sentence -> door.enter(() -> failed(id, sentence)));
        reading = Optional.of(job);
        begun = sources.clock().instant();
        job.schedule();
    }

    private void came(TradeId id, Optional<Evidence> read) {
        if (shown.filter(id::equals).isEmpty()) {
            return;
        }
        clock.now().ifPresent(now -> {
            var wanted = Duration.between(begun, now.instant()).multipliedBy(PARTS_OF_REST);
            pause = wanted.compareTo(LATER) > 0 ? wanted : LATER;
        });
        if (evidence.isPresent() && read.isPresent() && !evidence.get().trade().executions().equals(read.get().trade().executions())) {
            replayed = Optional.empty();
        }
        evidence = read;
        lay();
    }

    private void failed(TradeId id, String sentence) {
        if (shown.filter(id::equals).isPresent()) {
            notice.say(Messages.Panel_failed, sentence, Messages.Panel_again, this::read);
            front(notice);
        }
    }

    /** Puts what was read on the screen. */
    private void lay() {
        if (shown.isPresent() && evidence.isPresent()) {
            if (evidence.get().isRecorded()) {
                sheet.show(evidence.get(), replayed, pulse(evidence.get()), replaying.isPresent(),
                        recordings.now().isPresent(), appearance.newest());
                front(sheet.control());
                counted.accept(sheet.count());
            } else {
                say(Messages.Panel_notRecorded, evidence.get().changes() == 0 ? Messages.Panel_imported : Messages.Panel_withoutMessages);
            }
        } else if (shown.isPresent() && reading.isPresent() && evidence.isEmpty()) {
            say(Messages.Panel_gone, Messages.Panel_gone_words);
        }
    }

    private Optional<MirrorPulse> pulse(Evidence of) {
        return directory.now().flatMap(mirrors -> mirrors.pulse(of.trade().slot().scope().account()));
    }

    private void text(Step step, Consumer<String> then) {
        evidence.ifPresent(of -> recordings.now().ifPresent(reader -> new MessageReading(reader, of.trade().slot().scope().account(),
                step.number(), text -> door.enter(() -> then.accept(text)), sentence -> door.enter(() -> then.accept(sentence)))
                .schedule()));
    }

    private void replay() {
        if (evidence.isEmpty() || replaying.isPresent() || journal.now().isEmpty() || recordings.now().isEmpty() || clock.now().isEmpty()) {
            return;
        }
        var trade = evidence.get().trade();
        var job = new Replaying(trade, journal.now().get(), recordings.now().get(), clock.now().get(),
                result -> door.enter(() -> replayed(trade.id(), Optional.of(result))),
                sentence -> door.enter(() -> replayFailed(trade.id(), sentence)));
        replaying = Optional.of(job);
        lay();
        job.setUser(true);
        job.schedule();
    }

    private void replayed(TradeId id, Optional<ReplayCheck.Result> result) {
        if (shown.filter(id::equals).isPresent()) {
            replaying = Optional.empty();
            replayed = result.or(() -> replayed);
            lay();
        }
    }

    private void replayFailed(TradeId id, String sentence) {
        replayed(id, Optional.empty());
        if (!sentence.isEmpty() && shown.filter(id::equals).isPresent()) {
            sheet.remark(sentence, true);
        }
    }

    private void export() {
        evidence.ifPresent(of -> new EvidenceExport(content, door, sheet::remark).of(of, recordings.now()));
    }

    private void say(String bold, String plain) {
        notice.say(bold, plain);
        front(notice);
    }

    private void front(Control control) {
        if (stack.topControl != control) {
            stack.topControl = control;
            content.layout();
        }
    }
}
