package org.mirrorbook.ui.evidence;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.journal.Cancellation;
import org.mirrorbook.journal.JournalReader;
import org.mirrorbook.journal.ReconciliationRuns;
import org.mirrorbook.journal.RecordingReader;
import org.mirrorbook.journal.TradeEvent;
import org.mirrorbook.ui.Errand;
import org.mirrorbook.ui.model.evidence.Evidence;
import org.mirrorbook.ui.model.evidence.EvidenceFold;

/** Reads the evidence of one trade, in a job. Ends soon after it is cancelled. */
final class EvidenceReading extends Errand<Optional<Evidence>> {

    private final Cancellation cancellation;

    /**
     * Where evidence comes from.
     *
     * @param recordings absent where nothing can be recorded
     * @param runs absent where comparisons are not remembered
     */
    record Sources(JournalReader journal, Optional<RecordingReader> recordings, Optional<ReconciliationRuns> runs, Clock clock) {
    }

    /**
     * @param done gets the evidence, or nothing when the journal does not have the trade
     * @param failed gets a sentence for the user
     */
    EvidenceReading(TradeId id, Sources sources, Consumer<Optional<Evidence>> done, Consumer<String> failed) {
        this(id, sources, done, failed, new Cancellation());
    }

    private EvidenceReading(TradeId id, Sources sources, Consumer<Optional<Evidence>> done, Consumer<String> failed,
            Cancellation cancellation) {
        super(Messages.Reading_job, () -> read(id, sources, cancellation), done, failed);
        this.cancellation = cancellation;
        setSystem(true);
    }

    private static Optional<Evidence> read(TradeId id, Sources sources, Cancellation cancellation) {
        return sources.journal().trade(id).map(trade -> read(trade, sources, cancellation).comparedBy(sources.runs()
                .map(runs -> runs.newest(Optional.of(trade.slot().scope().account()), ReconciliationRuns.KEPT)).orElse(List.of())));
    }

    private static Evidence read(Trade trade, Sources sources, Cancellation cancellation) {
        var events = sources.journal().events(trade.id());
        var fold = new EvidenceFold(trade, events);
        var recordings = sources.recordings().filter(known -> events.stream().anyMatch(event -> event.message() > 0));
        if (recordings.isEmpty()) {
            return fold.evidence(0, "", 0, sources.clock().instant());
        }
        return read(trade, events, fold, recordings.get(), sources, cancellation);
    }

    private static Evidence read(Trade trade, List<TradeEvent> events, EvidenceFold fold, RecordingReader recordings, Sources sources,
            Cancellation cancellation) {
        var account = trade.slot().scope().account();
        var segments = recordings.segments(account);
        var stretch = Stretch.of(trade, events, recordings, segments, cancellation);
        recordings.read(account, stretch.from(), stretch.to(), cancellation, fold::take);
        stretch.later().forEach(number -> recordings.read(account, number, number, cancellation, fold::take));
        int files = (int) segments.stream().filter(segment -> segment.hasAnyOf(stretch.from(), stretch.to())).count();
        var file = segments.stream().filter(segment -> segment.hasAnyOf(stretch.firstOfTrade(), stretch.firstOfTrade())).findFirst()
                .map(segment -> segment.file().getFileName().toString()).orElse("");
        return fold.evidence(files, file, stretch.from(), sources.clock().instant());
    }

    @Override
    protected void canceling() {
        cancellation.cancel();
    }
}
