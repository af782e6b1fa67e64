package org.mirrorbook.mirror.reconciliation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

import org.mirrorbook.domain.reconciliation.Comparison;
import org.mirrorbook.domain.reconciliation.Difference;
import org.mirrorbook.journal.Account;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.ReconciliationRun;
import org.mirrorbook.journal.ReconciliationRun.StartedBy;
import org.mirrorbook.journal.ReconciliationRun.Step;
import org.mirrorbook.journal.ReconciliationRuns;
import org.mirrorbook.mirror.MirrorTopics;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes each comparison into the history of runs, and what was done about it, and tells the event bus that there is news. A history that
 * cannot be written is logged and makes no comparison fail.
 */
final class Remembering {

    private static final Logger LOG = LoggerFactory.getLogger(Remembering.class);

    private final ReconciliationRuns runs;
    private final EventAdmin bus;
    private final Later later;
    private final Clock clock;

    Remembering(ReconciliationRuns runs, EventAdmin bus, Later later, Clock clock) {
        this.runs = runs;
        this.bus = bus;
        this.later = later;
        this.clock = clock;
    }

    /** The comparison, remembered when it ended; one that failed fails as it did. */
    CompletionStage<Comparison> of(Account account, StartedBy startedBy, Supplier<CompletionStage<Comparison>> comparing) {
        var began = clock.instant();
        return later.now(comparing).handle((found, error) -> later.now(() -> {
            if (error == null) {
                add(account, done(found, startedBy, began));
                post(account, Optional.empty());
                return CompletableFuture.completedStage(found);
            }
            var cause = Cause.of(error);
            var sentence = Optional.ofNullable(cause.getMessage()).orElseGet(() -> cause.getClass().getSimpleName());
            add(account, new ReconciliationRun(account.id(), 0, clock.instant(), startedBy, Optional.empty(), 0, 0, 0, 0, 0,
                    Duration.between(began, clock.instant()), Optional.of(sentence), List.of()));
            post(account, Optional.of(sentence));
            return CompletableFuture.<Comparison>failedStage(cause);
        })).thenCompose(kept -> kept);
    }

    /** The user had this done about these differences. */
    CompletionStage<Void> did(Account account, Step.Kind kind, List<Difference> differences) {
        return later.now(() -> {
            try {
                runs.note(account.id(), differences.stream().filter(difference -> !Remedies.needsAlignment(difference))
                        .map(difference -> step(kind, difference)).toList());
            } catch (JournalProblem problem) {
                LOG.warn("{}: a correction is not in the history of comparisons: {}", account.label(), problem.getMessage());
            }
            return CompletableFuture.completedStage(null);
        });
    }

    private ReconciliationRun done(Comparison found, StartedBy startedBy, Instant began) {
        var healed = found.healed().stream().map(difference -> step(difference.trade().isEmpty() ? Step.Kind.ENTERED : Step.Kind.COMPLETED,
                difference)).toList();
        return new ReconciliationRun(found.account(), 0, clock.instant(), startedBy, Optional.of(found.since()), found.compared(),
                found.open(), found.count(Difference.Kind.FIGURES), found.count(Difference.Kind.ONLY_EXCHANGE),
                found.count(Difference.Kind.ONLY_JOURNAL), Duration.between(began, clock.instant()), Optional.empty(), healed);
    }

    private Step step(Step.Kind kind, Difference difference) {
        return new Step(clock.instant(), kind, difference.slot().instrument(), difference.slot().side(), difference.closedAt(),
                difference.fields().stream().map(Difference.Field::name).toList());
    }

    private void add(Account account, ReconciliationRun run) {
        try {
            runs.add(run);
        } catch (JournalProblem problem) {
            LOG.warn("{}: a comparison is not in the history: {}", account.label(), problem.getMessage());
        }
    }

    private void post(Account account, Optional<String> failure) {
        var properties = new HashMap<String, Object>();
        properties.put(MirrorTopics.ACCOUNT, account.id().value());
        properties.put(MirrorTopics.LABEL, account.label());
        properties.put(MirrorTopics.AT, clock.instant());
        failure.ifPresent(sentence -> properties.put(MirrorTopics.REASON, sentence));
        bus.postEvent(new Event(MirrorTopics.COMPARED, properties));
    }
}
