package org.mirrorbook.certification.bitget;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import org.mirrorbook.certification.BookedLife;
import org.mirrorbook.certification.BookedPosition;
import org.mirrorbook.certification.CutPhase;
import org.mirrorbook.certification.Fault;
import org.mirrorbook.certification.PositionMode;
import org.mirrorbook.certification.Services;
import org.mirrorbook.certification.Stage;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.exchange.ApiCredential;
import org.mirrorbook.exchange.PracticeExchange;
import org.mirrorbook.exchange.PracticeSettings;
import org.mirrorbook.exchange.PracticeVenue;

import tools.jackson.databind.node.ObjectNode;

/** Bitget as the practice exchange plays it: steps by its control, books by its REST. */
final class PracticeStage implements Stage {

    private static final AtomicLong SEEDS = new AtomicLong(4_000);
    private static final List<String> PRODUCTS = List.of("USDT-FUTURES", "COIN-FUTURES", "USDC-FUTURES");
    private static final long DEADLINE = 20_000_000_000L;
    private static final long LOOK_AGAIN = 100;

    private AccountKind kind;
    private final ApiCredential credential;
    private final PracticeExchange exchange;
    private final URI endpoint;
    private final PracticeRest rest;
    private final Path scenario;
    private int ended;

    PracticeStage(AccountKind kind, PositionMode mode) throws IOException, InterruptedException {
        this.kind = kind;
        this.scenario = Files.createTempFile("stage", ".json");
        Files.writeString(scenario, "{\"trader\":false,\"kind\":\"" + kind.word() + "\",\"positionMode\":\""
                + (mode == PositionMode.HEDGE ? "hedge_mode" : "one_way_mode") + "\",\"steps\":[]}");
        long seed = SEEDS.incrementAndGet();
        this.credential = new ApiCredential("bg-marked-key-" + seed, "a-marked-secret-of-stage-" + seed, "a-marked-passphrase-of-" + seed);
        this.exchange = Services.get(PracticeVenue.class).start(new PracticeSettings(0, seed, BigDecimal.ONE, 1,
                Optional.of(credential), Optional.empty(), false, kind.word(), Optional.of(scenario)));
        this.endpoint = exchange.endpoint();
        this.rest = new PracticeRest(endpoint, credential);
    }

    @Override
    public String venue() {
        return "bitget";
    }

    @Override
    public String kind() {
        return kind.word();
    }

    @Override
    public Environment environment() {
        return Environment.PRACTICE;
    }

    @Override
    public URI endpoint() {
        return endpoint;
    }

    @Override
    public ApiCredential credential() {
        return credential;
    }

    @Override
    public String symbol() {
        return "BTCUSDT";
    }

    @Override
    public String neighbour() {
        return "ETHUSDT";
    }

    @Override
    public BigDecimal size() {
        return new BigDecimal("0.02");
    }

    @Override
    public void open(String symbol, Side side, BigDecimal size) {
        rest.perform(step("open", symbol, side).put("size", size.toPlainString()));
    }

    @Override
    public void reduce(String symbol, Side side, BigDecimal size) {
        rest.perform(step("reduce", symbol, side).put("size", size.toPlainString()));
    }

    @Override
    public void close(String symbol, Side side) {
        rest.perform(step("close", symbol, side));
        ended++;
    }

    @Override
    public void flip(String symbol, Side open, BigDecimal size) {
        rest.perform(step("flip", symbol).put("size", size.toPlainString()));
        ended++;
    }

    @Override
    public void reopen(String symbol, Side side, BigDecimal size) {
        rest.perform(step("reopen", symbol, side).put("size", size.toPlainString()));
        ended++;
    }

    @Override
    public void setStop(String symbol, Side side, BigDecimal price) {
        rest.perform(step("stop-loss", symbol, side).put("trigger", price.toPlainString()));
    }

    @Override
    public void moveStop(String symbol, Side side, BigDecimal price) {
        rest.perform(step("move-stop", symbol, side).put("trigger", price.toPlainString()));
    }

    @Override
    public void takeBackStop(String symbol) {
        rest.perform(step("cancel", symbol));
    }

    @Override
    public void liquidate(String symbol, Side side) {
        rest.perform(step("liquidate", symbol, side));
        ended++;
    }

    @Override
    public void fund(String symbol) {
        rest.perform(step("fund", symbol).put("rate", "0.000123"));
    }

    @Override
    public void leverage(String symbol, int leverage) {
        rest.perform(step("leverage", symbol).put("leverage", Integer.toString(leverage)));
    }

    @Override
    public void begin(Fault fault) {
        switch (fault) {
            case DUPLICATE_PUSHES -> odd("duplicate-pushes", "true");
            case REORDERED_PUSHES -> odd("reordered-pushes", "true");
            case MISSING_CLOSE -> odd("drop-closing-records", "true");
            case LATE_CLOSING_RECORD -> {
                // of a unified account this would drop the row that says ended, and records it has none in the stream
                odd("drop-closing-records", Boolean.toString(kind == AccountKind.CLASSIC));
                odd("late-history", "2s");
            }
            case INCOMPLETE_SNAPSHOT -> odd("incomplete-snapshot", "true");
            case CLOCK_SKEW -> odd("clock-skew", skew().toSeconds() + "s");
        }
    }

    @Override
    public void end(Fault fault) {
        switch (fault) {
            case DUPLICATE_PUSHES -> odd("duplicate-pushes", "false");
            case REORDERED_PUSHES -> odd("reordered-pushes", "false");
            case MISSING_CLOSE -> odd("drop-closing-records", "false");
            case LATE_CLOSING_RECORD -> {
                odd("drop-closing-records", "false");
                odd("late-history", "false");
            }
            case INCOMPLETE_SNAPSHOT -> odd("incomplete-snapshot", "false");
            case CLOCK_SKEW -> odd("clock-skew", "false");
        }
    }

    @Override
    public Duration skew() {
        return Duration.ofSeconds(90);
    }

    @Override
    public void cut(CutPhase phase) {
        var cut = rest.step("cut");
        rest.perform(phase == CutPhase.LIVE ? cut : cut.put("phase", phase.name().toLowerCase(Locale.ROOT)));
    }

    /** Classic rows have an empty text until the first settlement, unified ones a zero (protocol notes, Bitget 3.3 and 7). */
    @Override
    public Optional<BigDecimal> fundingBeforeTheFirst() {
        return kind == AccountKind.CLASSIC ? Optional.empty() : Optional.of(BigDecimal.ZERO);
    }

    /** REST shows a close some time late, so it is asked until it has all that this stage ended. */
    @Override
    public synchronized List<BookedLife> endedLives() {
        long until = System.nanoTime() + DEADLINE;
        for (;;) {
            var lives = new ArrayList<BookedLife>();
            for (String product : PRODUCTS) {
                rest.ask(kind.endedPath(product)).path("list").forEach(row -> lives.add(kind.life(row)));
            }
            if (lives.size() >= ended) {
                return lives;
            }
            if (System.nanoTime() > until) {
                throw new AssertionError("the venue shows " + lives + " of " + ended + " ended lives");
            }
            pause();
        }
    }

    private void pause() {
        try {
            wait(LOOK_AGAIN);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the venue's history was late", interrupted);
        }
    }

    @Override
    public List<BookedPosition> openPositions() {
        var positions = new ArrayList<BookedPosition>();
        for (String product : PRODUCTS) {
            kind.openRows(rest.ask(kind.openPath(product))).forEach(row -> positions.add(kind.position(row)));
        }
        return positions;
    }

    /** The classic account becomes a unified one, with all that it has. */
    void convert() {
        rest.perform(rest.step("convert"));
        kind = AccountKind.UNIFIED;
    }

    /** Does the steps of a scenario file, one after the other at once. */
    void play(Path scenario) throws IOException {
        for (var step : rest.read(Files.readString(scenario)).path("steps")) {
            ended += step.path("do").asString().equals("close") ? 1 : 0;
            rest.perform(((ObjectNode) step).without("at"));
        }
    }

    private ObjectNode step(String verb, String symbol) {
        return rest.step(verb).put("symbol", symbol);
    }

    private ObjectNode step(String verb, String symbol, Side side) {
        return step(verb, symbol).put("side", side.name().toLowerCase(Locale.ROOT));
    }

    private void odd(String name, String value) {
        rest.perform(rest.step("oddity").put("name", name).put("value", value));
    }

    @Override
    public void close() {
        exchange.close();
        try {
            Files.delete(scenario);
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }
}
