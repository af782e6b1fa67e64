package org.mirrorbook.mirror.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mirrorbook.mirror.lane.Stage.ACCOUNT;
import static org.mirrorbook.mirror.lane.Stage.NOON;
import static org.mirrorbook.mirror.lane.Stage.USDT;
import static org.mirrorbook.mirror.lane.Stage.row;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.lifecycle.Observation;
import org.mirrorbook.domain.lifecycle.Observation.EquitySeen;
import org.mirrorbook.domain.lifecycle.Observation.RiskUnitSet;
import org.mirrorbook.domain.lifecycle.Observation.SnapshotSeen;
import org.mirrorbook.domain.money.Money;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.exchange.ObservationBatch;
import org.mirrorbook.exchange.ObservationSink;
import org.mirrorbook.exchange.RawMessage;
import org.mirrorbook.mirror.component.LiveDirectory;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

/** A lane with its thread, as the product starts it and as views see it. */
class MirrorLaneTest {

    private final List<String> diary = Collections.synchronizedList(new ArrayList<>());
    private final ManualClock clock = new ManualClock(NOON);
    private final LiveDirectory directory = new LiveDirectory();
    private final StageConnector connector = new StageConnector(Set.of(USDT), diary);
    private final CompletableFuture<ObservationSink> opened = new CompletableFuture<>();
    private final MirrorLane lane = MirrorLane.start(new LaneAccount(ACCOUNT, "main", false), services(), sink -> {
        opened.complete(sink);
        return connector;
    }, Patience.usual());

    @AfterEach
    void stop() {
        connector.stopped.complete(null);
        lane.stop();
    }

    @Test
    void whatItMeasuresOfItselfReachesWhoLooksAtTheDirectory() throws Exception {
        var sink = opened.get(10, TimeUnit.SECONDS);
        hear(sink, new SnapshotSeen(USDT, 1, NOON, NOON, List.of(row("BTCUSDT", "0.5", "60000"))));
        sink.accept(LinkStatus.of(LinkState.LIVE, NOON));
        hear(sink, new EquitySeen(USDT, new Money(new BigDecimal("25418.36"), "USDT"), NOON, NOON));
        // signals are worked on in their order: when this wish is done, so is all before it
        lane.tell(() -> new RiskUnitSet(ACCOUNT, Optional.empty(), NOON)).toCompletableFuture().get(10, TimeUnit.SECONDS);

        assertThat(directory.pulse(ACCOUNT)).hasValueSatisfying(pulse -> {
            assertThat(pulse.durable()).contains(Duration.ZERO);
            assertThat(pulse.samples()).isPositive();
            assertThat(pulse.equity()).containsExactly(new Money(new BigDecimal("25418.36"), "USDT"));
        });
    }

    private static void hear(ObservationSink sink, Observation seen) {
        sink.accept(new ObservationBatch(new RawMessage(NOON, "positions", "{}"), List.of(seen)));
    }

    private MirrorLane.Services services() {
        var journal = new MemoryJournal(diary);
        return new MirrorLane.Services(journal, new MemoryOwnership(), new MemoryKinds(diary), (account, now) -> List.of(), journal,
                new Bus(), directory, new OpenGates(), new ManualTimer(clock), clock);
    }

    private static final class Bus implements EventAdmin {
        @Override
        public void postEvent(Event event) {
            // nobody listens
        }

        @Override
        public void sendEvent(Event event) {
            throw new AssertionError("would block the lane on its receivers");
        }
    }

    private static final class OpenGates implements AccountGates {
        @Override
        public void enter(AccountId account) {
            // nobody else keeps this book
        }

        @Override
        public boolean enter(AccountId account, Duration patience) {
            return true;
        }

        @Override
        public void leave(AccountId account) {
            // nobody waits
        }
    }
}
