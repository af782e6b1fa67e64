package org.mirrorbook.benchmarks.load;

import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

import org.mirrorbook.domain.lifecycle.Observation;
import org.mirrorbook.domain.lifecycle.Observation.BreakEvenRuleSet;
import org.mirrorbook.domain.lifecycle.Observation.RiskUnitSet;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.exchange.ApiCredential;
import org.mirrorbook.exchange.ConnectorSettings;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.bitget.UncountedVenue;
import org.mirrorbook.exchange.link.JettyNetwork;
import org.mirrorbook.journal.jpa.EmbeddedJournal;
import org.mirrorbook.mirror.component.Gates;
import org.mirrorbook.mirror.component.LaneTimer;
import org.mirrorbook.mirror.lane.AccountKinds;
import org.mirrorbook.mirror.lane.LaneAccount;
import org.mirrorbook.mirror.lane.MirrorLane;
import org.mirrorbook.mirror.lane.Patience;
import org.mirrorbook.recording.FileMessageLog;
import org.mirrorbook.runtime.Settings;

/** The product's parts, put together as its services are, but for the vault and the bus: facts are counted and told to nobody. */
final class Mirrors implements AutoCloseable {

    private final Clock clock = Clock.systemUTC();
    private final Figures figures = new Figures();
    private final LongAdder facts = new LongAdder();
    private final WatchedDesk desk = new WatchedDesk();
    private final List<MirrorLane> lanes = new ArrayList<>();
    private final JettyNetwork network = new JettyNetwork();
    private final UncountedVenue venue = new UncountedVenue(network, clock);
    private final URI endpoint;
    private final EmbeddedJournal journal;
    private final MirrorLane.Services services;

    Mirrors(Path home, String endpoint) {
        this.endpoint = URI.create(endpoint);
        journal = new EmbeddedJournal(home);
        var log = new FileMessageLog(() -> home, new Unset(), clock);
        services = new MirrorLane.Services(journal.store(), journal.ownership(), new Classic(), this::settings, log, new Counting(), desk,
                new Gates(), new LaneTimer(), clock);
    }

    private List<Observation> settings(AccountId account, Instant now) {
        return List.of(new BreakEvenRuleSet(journal.rules().current(), now), new RiskUnitSet(account, Optional.empty(), now));
    }

    void start(int number) {
        var account = new AccountId("a" + number);
        var connection = new ConnectorSettings(account, "load " + number, Environment.LIVE, Optional.of(endpoint));
        var key = new ApiCredential("k" + number, "s", "p");
        lanes.add(MirrorLane.start(new LaneAccount(account, connection.label(), false), services, lane -> {
            var watched = new Watched(lane, clock, figures);
            desk.watch(account, watched);
            return venue.connector(connection, key, watched);
        }, Patience.usual()));
    }

    Figures figures() {
        return figures;
    }

    long live() {
        return desk.count(LinkState.LIVE);
    }

    long facts() {
        return facts.sum();
    }

    int positions() {
        return desk.positions();
    }

    @Override
    public void close() throws SQLException {
        lanes.forEach(MirrorLane::beginStop);
        lanes.forEach(MirrorLane::stop);
        network.stop();
        journal.close();
    }

    /** Nothing is set. */
    private static final class Unset implements Settings {

        @Override
        public Optional<String> get(String key) {
            return Optional.empty();
        }

        @Override
        public void put(String key, Optional<String> value) {
            throw new UnsupportedOperationException("nothing is set here");
        }
    }

    /** All accounts are known to be classic ones. */
    private static final class Classic implements AccountKinds {

        @Override
        public String kind(AccountId account) {
            return "classic";
        }

        @Override
        public void become(AccountId account, String kind) {
            if (!kind.equals("classic")) {
                throw new IllegalStateException(account + " is " + kind);
            }
        }
    }

    private final class Counting implements EventAdmin {

        @Override
        public void postEvent(Event event) {
            facts.increment();
        }

        @Override
        public void sendEvent(Event event) {
            facts.increment();
        }
    }
}
