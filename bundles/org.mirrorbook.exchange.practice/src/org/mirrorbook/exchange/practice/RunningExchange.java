package org.mirrorbook.exchange.practice;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

import org.mirrorbook.exchange.ApiCredential;
import org.mirrorbook.exchange.PracticeExchange;
import org.mirrorbook.exchange.PracticeSettings;
import org.mirrorbook.exchange.practice.books.Contracts;
import org.mirrorbook.exchange.practice.books.Floor;
import org.mirrorbook.exchange.practice.books.Happening;
import org.mirrorbook.exchange.practice.keys.Keyring;
import org.mirrorbook.exchange.practice.memory.MemoryFile;
import org.mirrorbook.exchange.practice.oddities.Oddities;
import org.mirrorbook.exchange.practice.oddities.Oddity;
import org.mirrorbook.exchange.practice.rest.RestDesk;
import org.mirrorbook.exchange.practice.rest.RestHandler;
import org.mirrorbook.exchange.practice.scenario.ControlDesk;
import org.mirrorbook.exchange.practice.scenario.Director;
import org.mirrorbook.exchange.practice.scenario.ScenarioProblem;
import org.mirrorbook.exchange.practice.scenario.Step;
import org.mirrorbook.exchange.practice.scenario.StepReader;
import org.mirrorbook.exchange.practice.scenario.Timetable;
import org.mirrorbook.exchange.practice.stream.Hub;
import org.mirrorbook.exchange.practice.stream.Socket;
import org.mirrorbook.exchange.practice.wire.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One exchange at work: its lane, its server, and what happens between the two. The lane's pulse reads the clock and brings the engine to
 * that time; requests and messages come in between. Methods may be called from any thread but the lane.
 */
final class RunningExchange implements PracticeExchange {

    private static final long HOUR = 3_600_000;
    private static final long MINUTE = 60_000;

    private final Logger logger = LoggerFactory.getLogger(RunningExchange.class);
    private final Lane lane;
    private final Clock clock;
    private final Keyring keyring;
    private final Oddities oddities = new Oddities();
    private final Floor floor;
    private final Engine engine;
    private final Hub hub;
    private final Director director;
    private final Timetable timetable;
    private final LoopbackServer server;
    private final URI endpoint;
    private final AtomicBoolean closed = new AtomicBoolean();

    /** Builds and starts; listens when the constructor returns. */
    RunningExchange(PracticeSettings wanted, Clock clock) {
        this.clock = clock;
        Json json = new Json();
        Contracts contracts = Contracts.listed();
        Staging staging = Staging.of(wanted, json, contracts);
        PracticeSettings settings = staging.settings();
        this.keyring = Keyring.of(settings.seed(), settings.accounts(), settings.credential());
        keyring.facts(staging.scenario().key());
        staging.scenario().oddities().forEach(oddities::change);
        this.floor = new Floor(contracts, settings.seed(), settings.accounts(), fundingInterval(settings),
                () -> oddities.is(Oddity.LEGACY_SLOT_IDS));
        Optional<MemoryFile> memory = settings.memory().map(file -> new MemoryFile(file, contracts, clock));
        this.engine = Engine.of(settings, floor, memory, clock.millis());
        this.hub = new Hub(json, floor, keyring, oddities, settings.seed());
        RestDesk desk = new RestDesk(json, floor, keyring, oddities, this::happened);
        this.director = new Director(floor, oddities, keyring, this::happened, hub);
        this.timetable = new Timetable(staging.scenario().steps(), clock.millis());
        staging.choose(floor);
        ControlDesk control = new ControlDesk(json, new StepReader(contracts), director);
        this.lane = new Lane("practice-exchange");
        this.server = new LoopbackServer(settings.port(),
                new RestHandler(lane, request -> request.path().startsWith(ControlDesk.PREFIX)
                        ? control.answer(request, clock.millis())
                        : desk.answer(request, clock.millis())),
                entrance -> new Socket(hub, lane, clock, entrance));
        try {
            server.start();
        } catch (RuntimeException failed) {
            lane.close();
            throw failed;
        }
        this.endpoint = server.endpoint();
        lane.pulse(this::pulse);
        logger.info("The practice exchange listens at {} with {} account(s)", endpoint, settings.accounts());
    }

    /** By the hour; where a trader trades, whose positions last minutes, once a minute of his time, so that they meet with it. */
    private static long fundingInterval(PracticeSettings settings) {
        return settings.trader() ? BigDecimal.valueOf(MINUTE).divide(settings.speed(), 0, RoundingMode.HALF_UP).longValue() : HOUR;
    }

    private void pulse() {
        long now = clock.millis();
        engine.advance(now).forEach(hub::tell);
        for (Step step : timetable.due(now)) {
            try {
                director.perform(step, now);
            } catch (ScenarioProblem impossible) {
                logger.warn("The scenario goes on without a step: {}", impossible.getMessage());
            }
        }
        hub.pulse(now);
    }

    /** A request changed the books. */
    private void happened(Happening happening) {
        engine.remember();
        hub.tell(happening);
    }

    @Override
    public URI endpoint() {
        return endpoint;
    }

    @Override
    public List<ApiCredential> credentials() {
        return keyring.credentials();
    }

    /** What may go wrong on purpose, for tests. */
    Oddities oddities() {
        return oddities;
    }

    /** Ends all connections, for tests. */
    void cutSockets() {
        lane.execute(hub::cut);
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        lane.call(() -> {
            hub.cut();
            engine.rememberAll();
            return null;
        });
        lane.close();
        server.close();
        logger.info("The practice exchange at {} has closed", endpoint);
    }
}
