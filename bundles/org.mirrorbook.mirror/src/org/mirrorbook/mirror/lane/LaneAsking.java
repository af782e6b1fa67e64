package org.mirrorbook.mirror.lane;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

import org.mirrorbook.domain.lifecycle.Book;
import org.mirrorbook.domain.lifecycle.Observation;
import org.mirrorbook.exchange.Connector;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.exchange.VenueProblem.Remedy;
import org.mirrorbook.mirror.MirrorTopics;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asking, in epochs: an epoch is the time between an alignment and the next loss. What was asked or set up in one of them does not come in
 * the next, where it would be mistaken for the answer to what was asked anew. On the lane's thread only.
 */
final class LaneAsking implements Asking {

    private static final Logger LOG = LoggerFactory.getLogger(LaneAsking.class);

    private final Lane lane;
    private final LaneAccount account;
    private final Facts facts;
    private final Timer timer;
    private final Clock clock;
    private long epoch;
    private boolean live;

    LaneAsking(Lane lane, LaneAccount account, Facts facts, Timer timer, Clock clock) {
        this.lane = lane;
        this.account = account;
        this.facts = facts;
        this.timer = timer;
        this.clock = clock;
    }

    /** Every scope is aligned and committed. */
    void begin() {
        epoch++;
        live = true;
    }

    /** The link is lost, there is no current book, or the lane is being stopped. */
    void end() {
        epoch++;
        live = false;
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public boolean isLive() {
        return live;
    }

    @Override
    public Book book() {
        return lane.book();
    }

    @Override
    public Connector connector() {
        return lane.connector();
    }

    @Override
    public void later(Duration delay, Runnable work) {
        long asked = epoch;
        timer.later(delay, () -> postIn(asked, work));
    }

    @Override
    public <T> void ask(CompletionStage<T> question, Consumer<T> answered, Consumer<VenueProblem> failed) {
        long asked = epoch;
        question.whenComplete((answer, error) -> postIn(asked, () -> {
            if (error == null) {
                answered.accept(answer);
            } else {
                failed.accept(problem(error));
            }
        }));
    }

    @Override
    public void take(Asked asked, List<Observation> seen) {
        var now = clock.instant();
        lane.take(List.of(Heard.answered(asked, now, seen)));
    }

    @Override
    public void conclude(Observation seen) {
        lane.take(List.of(Heard.concluded(seen)));
    }

    @Override
    public void realign(String sentence) {
        LOG.warn("{}: {}", account.label(), sentence);
        facts.mirror(MirrorTopics.ERROR, Optional.of(MirrorTopics.OUT_OF_STEP), sentence);
        lane.connector().reconnect();
    }

    @Override
    public void remark(Optional<String> sentence) {
        sentence.ifPresent(words -> LOG.warn("{}: {}", account.label(), words));
        lane.remark(sentence.map(words -> MirrorTopics.OUT_OF_STEP), sentence.orElse(""));
    }

    @Override
    public void trouble(VenueProblem problem) {
        LOG.warn("{}: the venue did not answer: {}", account.label(), problem.getMessage());
        if (problem.remedy() != Remedy.RETRY) {
            facts.mirror(MirrorTopics.ERROR, problem.code(), problem.getMessage());
        }
    }

    private void postIn(long asked, Runnable work) {
        lane.post(() -> {
            if (asked == epoch) {
                work.run();
            }
        });
    }

    private static VenueProblem problem(Throwable error) {
        var cause = error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
        return cause instanceof VenueProblem problem ? problem
                : new VenueProblem(Remedy.REPORT, Optional.empty(), "The connector failed in a way it should not.", cause);
    }
}
