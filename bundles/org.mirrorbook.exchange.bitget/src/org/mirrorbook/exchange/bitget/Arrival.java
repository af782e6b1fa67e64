package org.mirrorbook.exchange.bitget;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.exchange.ObservationSink;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.exchange.bitget.wire.VenueErrors;
import org.mirrorbook.exchange.link.LinkTiming;
import org.mirrorbook.exchange.link.Network;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way from the start of a mirror to the start of its link: the entrance is tried until it is passed, later each time, and the sink
 * hears of it as of a link that connects. What only the user can mend ends the trying until somebody asks for it again. Thread-safe.
 */
final class Arrival {

    private static final Logger LOG = LoggerFactory.getLogger(Arrival.class);

    /** A wait of eight seconds at most. */
    private static final int FAILURES_OF_A_MOMENT = 2;

    private enum Stage {
        BEFORE, ASKING, WAITING, REFUSED, ARRIVED, STOPPED
    }

    private final String label;
    private final Supplier<Admission> entrance;
    private final Consumer<Admission> arrived;
    private final ObservationSink sink;
    private final Network network;
    private final Executor threads;
    private final Clock clock;
    private final DoubleSupplier jitter;
    private final LinkTiming timing = LinkTiming.usual();
    private Stage stage = Stage.BEFORE;
    private int failures;
    private Network.Timer timer = () -> { };

    /** @param arrived starts the link; called once at most, and never after the stop */
    Arrival(String label, Supplier<Admission> entrance, Consumer<Admission> arrived, ObservationSink sink, Network network,
            Executor threads, Clock clock, DoubleSupplier jitter) {
        this.label = label;
        this.entrance = entrance;
        this.arrived = arrived;
        this.sink = sink;
        this.network = network;
        this.threads = threads;
        this.clock = clock;
        this.jitter = jitter;
    }

    synchronized void start() {
        if (stage == Stage.BEFORE) {
            connecting();
        }
    }

    /**
     * Tries again at once.
     *
     * @return false when there is a link to do so
     */
    synchronized boolean again() {
        if (stage == Stage.WAITING || stage == Stage.REFUSED) {
            timer.cancel();
            connecting();
        }
        return stage != Stage.ARRIVED;
    }

    /** Ends it, without another word after the last. */
    synchronized void stop() {
        timer.cancel();
        if (stage != Stage.ARRIVED && stage != Stage.STOPPED && stage != Stage.BEFORE) {
            tell(LinkStatus.of(LinkState.OFF, clock.instant()));
        }
        stage = Stage.STOPPED;
    }

    private void connecting() {
        tell(LinkStatus.of(LinkState.CONNECTING, clock.instant()));
        ask();
    }

    private synchronized void retry() {
        if (stage == Stage.WAITING) {
            ask();
        }
    }

    private void ask() {
        stage = Stage.ASKING;
        try {
            threads.execute(this::enter);
        } catch (RejectedExecutionException stopping) {
            stage = Stage.STOPPED;
        }
    }

    private void enter() {
        try {
            var admission = entrance.get();
            synchronized (this) {
                if (stage == Stage.ASKING) {
                    stage = Stage.ARRIVED;
                    arrived.accept(admission);
                }
            }
        } catch (VenueProblem problem) {
            failed(problem);
        } catch (RuntimeException | Error failure) {
            LOG.error("{}: the account could not be entered", label, failure);
            failed(new VenueProblem(VenueProblem.Remedy.REPORT, Optional.empty(),
                    "Asking Bitget about the account failed inside Mirrorbook; the log says more."));
        }
    }

    private synchronized void failed(VenueProblem problem) {
        if (stage != Stage.ASKING) {
            return;
        }
        var now = clock.instant();
        if (problem.remedy() == VenueProblem.Remedy.ASK_USER) {
            stage = Stage.REFUSED;
            tell(new LinkStatus(LinkState.NEEDS_ATTENTION, problem.code(), problem.getMessage(), now, Optional.empty()));
            return;
        }
        stage = Stage.WAITING;
        var wait = timing.retryAfter(patience(problem), jitter.getAsDouble());
        failures++;
        timer = network.after(wait, this::retry);
        tell(new LinkStatus(LinkState.RECONNECTING, problem.code(), problem.getMessage(), now, Optional.of(now.plus(wait))));
    }

    /** So many failures the next wait is for: a venue that answers, and answers that it is out of order, may be in order at any moment. */
    private int patience(VenueProblem problem) {
        return problem.code().filter(VenueErrors::disorder).isPresent() ? Math.min(failures, FAILURES_OF_A_MOMENT) : failures;
    }

    private void tell(LinkStatus status) {
        LOG.info("{}: {} {} {}", label, status.state(), status.code().orElse(""), status.reason());
        sink.accept(status);
    }
}
