package org.mirrorbook.mirror.lane;

import java.time.Clock;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

import org.mirrorbook.exchange.Connector;
import org.mirrorbook.exchange.LinkHealth;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.exchange.VenueProblem.Remedy;

/** The one connector of a lane: made once there is something to connect to. On the lane's thread only, but for the health. */
final class Connecting {

    private final ConnectorOpening opening;
    private final Consumer<LinkStatus> linked;
    private final BooleanSupplier wanted;
    private final Custody.LaneTimes times;
    private final Clock clock;
    private final Patience patience;
    /** Written on the lane; read from any thread. */
    private volatile Optional<Connector> connector = Optional.empty();
    private int openings;

    /**
     * @param linked hears why there is no connector
     * @param wanted whether there should be one by now
     */
    Connecting(ConnectorOpening opening, Consumer<LinkStatus> linked, BooleanSupplier wanted, Custody.LaneTimes times, Clock clock,
            Patience patience) {
        this.opening = opening;
        this.linked = linked;
        this.wanted = wanted;
        this.times = times;
        this.clock = clock;
        this.patience = patience;
    }

    Optional<Connector> connector() {
        return connector;
    }

    LinkHealth health() {
        return connector.map(Connector::health).orElseGet(LinkHealth::none);
    }

    /**
     * Makes the connector and starts it; where that may yet succeed it is tried again.
     *
     * @param made called before it is started
     */
    void connect(Lane lane, Consumer<Connector> made) {
        try {
            var one = opening.connector(lane);
            connector = Optional.of(one);
            made.accept(one);
            one.start();
        } catch (VenueProblem problem) {
            notConnected(problem, () -> connect(lane, made));
        } catch (IllegalArgumentException refused) {
            notConnected(new VenueProblem(Remedy.ASK_USER, Optional.of("SETTINGS"), refused.getMessage(), refused), () -> { });
        }
    }

    private void notConnected(VenueProblem problem, Runnable again) {
        var now = clock.instant();
        if (problem.remedy() == Remedy.RETRY) {
            var delay = Patience.nth(patience.answer(), openings++);
            linked.accept(new LinkStatus(LinkState.RECONNECTING, problem.code(), problem.getMessage(), now, Optional.of(now.plus(delay))));
            times.later(delay, () -> {
                if (connector.isEmpty() && wanted.getAsBoolean()) {
                    again.run();
                }
            });
        } else {
            linked.accept(new LinkStatus(LinkState.NEEDS_ATTENTION, problem.code(), problem.getMessage(), now, Optional.empty()));
        }
    }
}
