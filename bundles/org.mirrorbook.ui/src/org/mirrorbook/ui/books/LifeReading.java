package org.mirrorbook.ui.books;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.reconciliation.Difference;
import org.mirrorbook.domain.risk.BreakEvenRule;
import org.mirrorbook.journal.BreakEvenRules;
import org.mirrorbook.journal.Cancellation;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.JournalReader;
import org.mirrorbook.journal.RecordingReader;
import org.mirrorbook.journal.TradeEvent;
import org.mirrorbook.ui.model.books.Outage;
import org.mirrorbook.ui.model.books.Outages;

/** Reads in a job what the journal and the recording know of one life that differs. Another reading ends the one before. */
final class LifeReading {

    /** A life of more inputs than this is not searched for outages: it would take longer than anybody waits. */
    private static final long LONGEST_STRETCH = 400_000;

    /** What is known; parts that could not be read are empty. */
    record Known(List<TradeEvent> events, List<Outage> outages, BreakEvenRule rule) {
    }

    private final JournalReader journal;
    private final Optional<RecordingReader> recording;
    private final Optional<BreakEvenRules> rules;
    private final Cancellation cancellation = new Cancellation();
    private Optional<Job> job = Optional.empty();

    LifeReading(JournalReader journal, Optional<RecordingReader> recording, Optional<BreakEvenRules> rules) {
        this.journal = journal;
        this.recording = recording;
        this.rules = rules;
    }

    /** @param done gets first what the journal knows, and, where the recording knows more, that as well; on the job's thread */
    void read(Difference difference, Consumer<Known> done, Consumer<String> failed) {
        ICoreRunnable work = monitor -> {
            try {
                var rule = rules.map(BreakEvenRules::current).orElseGet(BreakEvenRule::none);
                var events = difference.trade().map(trade -> journal.events(trade.id())).orElse(List.of());
                done.accept(new Known(events, List.of(), rule));
                var outages = outages(difference, events);
                if (!outages.isEmpty() && !monitor.isCanceled()) {
                    done.accept(new Known(events, outages, rule));
                }
            } catch (JournalProblem problem) {
                failed.accept(problem.getMessage());
            } catch (CancellationException ended) {
                // another difference is looked at by now
                return;
            }
        };
        var reading = Job.create(Messages.LifeReading_read, work);
        reading.setSystem(true);
        job = Optional.of(reading);
        reading.schedule();
    }

    void cancel() {
        cancellation.cancel();
        job.ifPresent(Job::cancel);
    }

    /** In the stretch of the recording in which the life was lived, as far as messages tell where that is. */
    private List<Outage> outages(Difference difference, List<TradeEvent> events) {
        var numbers = events.stream().mapToLong(TradeEvent::message).filter(number -> number > 0).summaryStatistics();
        if (recording.isEmpty() || numbers.getCount() == 0 || numbers.getMax() - numbers.getMin() > LONGEST_STRETCH) {
            return List.of();
        }
        var found = new Outages();
        AccountId account = difference.slot().scope().account();
        recording.get().read(account, numbers.getMin(), numbers.getMax(), cancellation, found::see);
        var until = difference.closedAt().orElse(Instant.MAX);
        return found.all().stream().filter(outage -> outage.lost().isBefore(until)).toList();
    }
}
