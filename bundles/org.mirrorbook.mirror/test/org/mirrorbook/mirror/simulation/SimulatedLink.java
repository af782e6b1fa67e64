package org.mirrorbook.mirror.simulation;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

import org.mirrorbook.domain.lifecycle.Observation;
import org.mirrorbook.domain.lifecycle.Observation.ClosingRecordSeen;
import org.mirrorbook.domain.lifecycle.Observation.FillSeen;
import org.mirrorbook.domain.lifecycle.Observation.PositionGone;
import org.mirrorbook.domain.lifecycle.Observation.PositionSeen;
import org.mirrorbook.domain.lifecycle.Observation.ProtectionSeen;
import org.mirrorbook.domain.lifecycle.Observation.SnapshotSeen;
import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.Fill;
import org.mirrorbook.domain.position.OrderNote;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.ProtectiveOrder;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.domain.position.Slot;
import org.mirrorbook.exchange.AccountFacts;
import org.mirrorbook.exchange.Connector;
import org.mirrorbook.exchange.Instrument;
import org.mirrorbook.exchange.KeyRights;
import org.mirrorbook.exchange.LinkHealth;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.exchange.MarkSeen;
import org.mirrorbook.exchange.ObservationBatch;
import org.mirrorbook.exchange.ObservationSink;
import org.mirrorbook.exchange.RawMessage;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.exchange.VenueProblem.Remedy;

/**
 * The link of one process to the exchange: sockets with their delays and oddities, and questions with their answers.
 *
 * <p>What one channel sends on one socket arrives in order, unless the world is odd. What is underway when a socket dies is gone.
 *
 * <p>Longer than most classes: what a socket does to questions, lists and words is read side by side.
 */
final class SimulatedLink implements Connector {

    private final World world;
    private final ObservationSink sink;
    private final SimulatedTime time;
    private Set<Instrument> watched = Set.of();
    private Socket socket;
    private long connections;
    private int questions;
    private boolean closed;
    private boolean started;

    /** One connection. */
    private static final class Socket {
        private final long number;
        private final Set<Scope> subscribed = new HashSet<>();
        private final Set<Scope> dirty = new HashSet<>();
        private final Map<String, Long> last = new HashMap<>();
        private long lastWord;
        private boolean dead;
        private boolean live;

        Socket(long number) {
            this.number = number;
        }
    }

    SimulatedLink(World world, ObservationSink sink) {
        this.world = world;
        this.sink = sink;
        this.time = world.time;
    }

    // ------------------------------------------------------------------ the connector

    @Override
    public Set<Scope> scopes() {
        return Collections.unmodifiableSet(new LinkedHashSet<>(Exchange.SCOPES));
    }

    @Override
    public void start() {
        started = true;
        tell(LinkState.CONNECTING);
        connect();
    }

    @Override
    public CompletionStage<Void> stop() {
        var stopped = new CompletableFuture<Void>();
        drop();
        later(world.dice(3000), () -> {
            closed = true;
            stopped.complete(null);
        });
        started = false;
        return stopped;
    }

    @Override
    public void reconnect() {
        if (started) {
            drop();
            tell(LinkState.RECONNECTING);
            connect();
        }
    }

    @Override
    public void watchMarks(Set<Instrument> instruments) {
        watched = instruments;
    }

    @Override
    public LinkHealth health() {
        return LinkHealth.none();
    }

    @Override
    public CompletionStage<List<PositionRow>> openPositions(Scope scope) {
        return ask("open list", scope, () -> world.exchange.rows(scope));
    }

    @Override
    public CompletionStage<List<ClosingRecord>> closingRecords(Scope scope, Instant since) {
        return ask("records since " + since, scope,
                () -> world.listed(scope).stream().filter(one -> !one.closedAt().isBefore(since)).toList());
    }

    @Override
    public CompletionStage<List<Fill>> fills(Scope scope, Instant since, Instant until) {
        return ask("fills since " + since, scope, () -> world.exchange.fills.stream().filter(fill -> fill.scope().equals(scope))
                .filter(fill -> !fill.at().isBefore(since) && !fill.at().isAfter(until))
                .filter(fill -> !fill.at().isAfter(time.now().minusMillis(world.fillsLate))).toList());
    }

    @Override
    public CompletionStage<List<OrderNote>> closeReasons(Scope scope, Instant since, Instant until) {
        return ask("reasons since " + since, scope, () -> world.exchange.notes.stream().filter(note -> note.scope().equals(scope))
                .filter(note -> !note.at().isBefore(since) && !note.at().isAfter(until)).toList());
    }

    @Override
    public CompletionStage<List<ProtectiveOrder>> protections(Scope scope) {
        return ask("protections", scope,
                () -> world.exchange.waiting.values().stream().filter(order -> order.scope().equals(scope)).toList());
    }

    private <T> CompletionStage<List<T>> ask(String what, Scope scope, Supplier<List<T>> answer) {
        var promise = new CompletableFuture<List<T>>();
        var asked = ++questions;
        var dice = world.diceOf(what.hashCode() * 31L + scope.product().code().hashCode());
        if (world.failing(dice)) {
            later(20 + dice.nextInt(3000), () -> {
                world.note(() -> "question " + asked + " (" + what + ") failed");
                promise.completeExceptionally(new VenueProblem(Remedy.RETRY, Optional.of("429"), "Too many requests."));
            });
            return promise;
        }
        long there = 10 + dice.nextInt(150);
        long back = 10 + dice.nextInt(150) + world.lateAnswer(dice);
        later(there, () -> {
            var page = List.copyOf(answer.get());
            later(back, () -> {
                world.note(() -> "question " + asked + " (" + what + ", " + scope.product().code() + ") answered with " + page.size());
                promise.complete(page);
            });
        });
        return promise;
    }

    // ------------------------------------------------------------------ sockets

    private void later(long millis, Runnable work) {
        time.in(millis, () -> {
            if (!closed) {
                work.run();
                world.turn();
            }
        });
    }

    private void tell(LinkState state) {
        world.note(() -> "link " + state + " " + connections);
        sink.accept(LinkStatus.of(state, world.clock.instant()));
    }

    private void drop() {
        if (socket != null) {
            socket.dead = true;
        }
    }

    /** The process is gone. */
    void die() {
        closed = true;
        drop();
    }

    private void connect() {
        var next = new Socket(++connections);
        socket = next;
        later(30 + world.dice(400), () -> signedIn(next));
    }

    private void signedIn(Socket one) {
        if (one.dead) {
            return;
        }
        sink.accept(new AccountFacts(Optional.empty(), KeyRights.unknown(), Optional.of(time.venueOffset()), world.clock.instant()));
        long last = 0;
        for (var scope : Exchange.SCOPES) {
            long at = 10 + world.dice(200);
            last = Math.max(last, at);
            later(at, () -> subscribe(one, scope));
        }
        later(last + 1, () -> live(one));
    }

    private void subscribe(Socket one, Scope scope) {
        if (!one.dead) {
            one.subscribed.add(scope);
            list(one, scope, world.exchange.rows(scope), true);
        }
    }

    private void live(Socket one) {
        long arrival = one.last.getOrDefault("positions", time.millis());
        time.at(arrival, () -> {
            if (!closed && !one.dead && !one.live) {
                one.live = true;
                tell(LinkState.LIVE);
                world.turn();
            }
        });
    }

    void cut(long noticed) {
        if (socket == null || socket.dead || !started) {
            return;
        }
        var lost = socket;
        drop();
        later(noticed, () -> {
            if (socket == lost && started) {
                tell(LinkState.RECONNECTING);
                later(world.dice(4) == 0 ? 20_000 : 100 + world.dice(900), () -> {
                    if (socket == lost && started) {
                        connect();
                    }
                });
            }
        });
    }

    void handOver() {
        if (socket == null || socket.dead || !socket.live) {
            return;
        }
        var old = socket;
        var next = new Socket(++connections);
        next.live = true;
        socket = next;
        Exchange.SCOPES.forEach(scope -> subscribe(next, scope));
        old.subscribed.clear();
    }

    // ------------------------------------------------------------------ pushes

    void changed(Slot slot, Optional<PositionRow> row) {
        if (!isSubscribed(slot.scope())) {
            return;
        }
        var one = socket;
        if (world.setting.words()) {
            one.lastWord = Math.max(one.lastWord + 1, time.millis());
            var at = Instant.ofEpochMilli(one.lastWord);
            send(one, "positions", world.dice(400), now -> row.<Observation>map(open -> new PositionSeen(one.number, at, now, open))
                    .orElseGet(() -> new PositionGone(slot, one.number, at, now)));
        } else if (one.dirty.add(slot.scope())) {
            later(world.dice(300), () -> {
                one.dirty.remove(slot.scope());
                if (!one.dead && one == socket) {
                    list(one, slot.scope(), world.exchange.rows(slot.scope()), false);
                }
            });
        }
    }

    void wrongList(Scope scope) {
        if (isSubscribed(scope)) {
            list(socket, scope, List.of(), false);
        }
    }

    private void list(Socket one, Scope scope, List<PositionRow> rows, boolean first) {
        one.lastWord = Math.max(one.lastWord, time.millis());
        var at = Instant.ofEpochMilli(one.lastWord);
        Function<Instant, Observation> made = now -> new SnapshotSeen(scope, one.number, at, now, rows);
        if (first) {
            deliver(one, "positions", arrival(one, "positions", world.dice(200), false), made);
        } else {
            send(one, "positions", world.dice(400), made);
        }
    }

    void filled(Fill fill) {
        if (isSubscribed(fill.scope())) {
            send(socket, "fills", world.dice(world.dice(4) == 0 ? 3000 : 300), now -> new FillSeen(fill, now));
        }
    }

    void ended(ClosingRecord record) {
        if (world.setting.tellsRecords() && isSubscribed(record.slot().scope())) {
            send(socket, "records", world.dice(world.dice(4) == 0 ? 6000 : 600), now -> new ClosingRecordSeen(record, now));
        }
    }

    void protectedBy(ProtectiveOrder order) {
        if (isSubscribed(order.scope())) {
            send(socket, "orders", world.dice(800), now -> new ProtectionSeen(order, now));
        }
    }

    void mark(String symbol, BigDecimal price) {
        if (socket != null && !socket.dead && socket.live) {
            for (var instrument : List.copyOf(watched)) {
                if (instrument.symbol().equals(symbol)) {
                    sink.accept(new MarkSeen(instrument, price, time.now(), world.clock.instant()));
                }
            }
        }
    }

    /** Whether there is a socket that tells of the scope. */
    boolean isSubscribed(Scope scope) {
        return !closed && socket != null && !socket.dead && socket.subscribed.contains(scope);
    }

    private void send(Socket one, String channel, long delay, Function<Instant, Observation> made) {
        if (world.isLost()) {
            world.note(() -> "lost on " + channel);
            return;
        }
        boolean records = channel.equals("records");
        deliver(one, channel, arrival(one, channel, delay, !records && world.oddly(10)), made);
        if (world.oddly(7)) {
            deliver(one, channel, time.millis() + delay + world.dice(2000), made);
        }
    }

    private long arrival(Socket one, String channel, long delay, boolean disordered) {
        long arrival = time.millis() + delay;
        if (!disordered) {
            arrival = Math.max(arrival, one.last.getOrDefault(channel, 0L));
            one.last.put(channel, arrival);
        }
        return arrival;
    }

    private void deliver(Socket one, String channel, long arrival, Function<Instant, Observation> made) {
        time.at(arrival, () -> {
            if (closed || one.dead) {
                return;
            }
            var now = world.clock.instant();
            var seen = made.apply(now);
            world.note(() -> "came " + seen);
            var batch = new ObservationBatch(new RawMessage(now, channel, "{}"), new ArrayList<>(List.of(seen)));
            if (!world.outlived(() -> sink.accept(batch))) {
                world.note(() -> "refused: too many batches wait");
                if (one == socket) {
                    reconnect();
                }
            }
            world.turn();
        });
    }

}
