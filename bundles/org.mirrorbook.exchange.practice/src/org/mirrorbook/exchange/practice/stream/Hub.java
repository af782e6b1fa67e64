package org.mirrorbook.exchange.practice.stream;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.mirrorbook.exchange.practice.books.BookEvent;
import org.mirrorbook.exchange.practice.books.BookEvent.Converted;
import org.mirrorbook.exchange.practice.books.Contract;
import org.mirrorbook.exchange.practice.books.Dice;
import org.mirrorbook.exchange.practice.books.Floor;
import org.mirrorbook.exchange.practice.books.Happening;
import org.mirrorbook.exchange.practice.books.Quote;
import org.mirrorbook.exchange.practice.keys.Keyring;
import org.mirrorbook.exchange.practice.oddities.Oddities;
import org.mirrorbook.exchange.practice.oddities.Oddity;
import org.mirrorbook.exchange.practice.scenario.Director.Stage;
import org.mirrorbook.exchange.practice.wire.Json;

/**
 * All connected sockets of one exchange. Tells them what happens, ends those that are overdue. Every method belongs on the exchange's
 * lane; times are in ms since 1970.
 */
public final class Hub implements Stage {

    private static final int POLICY_CLOSE = 1008;
    private static final int STORM_SPARES = 500;
    private static final int STORM_SPREAD = 5_000;
    private static final int GOING_AWAY = 1001;

    private final Floor floor;
    private final Oddities oddities;
    private final Outbox outbox;
    private final Desk desk;
    private final Pushes pushes;
    private final UnifiedPushes unified;
    private final Dice dice;
    private final Map<Peer, Client> clients = new HashMap<>();
    private final Map<Contract, Quote> told = new HashMap<>();

    public Hub(Json json, Floor floor, Keyring keyring, Oddities oddities, long seed) {
        this.floor = floor;
        this.oddities = oddities;
        this.outbox = new Outbox(json, oddities);
        this.pushes = new Pushes(json, floor, oddities, outbox);
        this.unified = new UnifiedPushes(json, floor, outbox);
        this.desk = new Desk(json, floor, new LoginCheck(keyring), new TopicCheck(floor.contracts()), pushes,
                new UnifiedDesk(json, new UnifiedTopicCheck(floor.contracts()), unified), oddities, outbox);
        this.dice = new Dice(seed, "order of pushes");
    }

    public void opened(Peer peer, Entrance entrance, long now) {
        if (oddities.take(Oddity.CUT_ON_CONNECT)) {
            peer.drop();
            return;
        }
        clients.put(peer, new Client(peer, entrance, now));
    }

    public void received(Peer peer, String text, long now) {
        Client client = clients.get(peer);
        if (client != null) {
            desk.received(client, text, now);
        }
    }

    public void closed(Peer peer) {
        clients.remove(peer);
        outbox.forget(peer);
    }

    /**
     * Tells what happened. The pushes of one happening come in any order, as at the venue (protocol notes, Bitget 3.4), but in the same one
     * to everybody.
     */
    public void tell(Happening happening) {
        List<BookEvent> shuffled = new ArrayList<>(happening.events());
        for (int last = shuffled.size() - 1; last > 0; last--) {
            int other = dice.roll(happening.at() * 16 + last, last + 1);
            BookEvent swapped = shuffled.set(other, shuffled.get(last));
            shuffled.set(last, swapped);
        }
        List<Client> listening = clients.values().stream().filter(client -> client.isOf(happening.account())).toList();
        for (BookEvent event : shuffled) {
            listening.forEach(client -> tell(client, event, happening.at()));
        }
        if (happening.events().stream().anyMatch(Converted.class::isInstance)) {
            listening.stream().filter(client -> !client.entrance().isUnified()).forEach(this::cut);
        }
    }

    private void tell(Client client, BookEvent event, long now) {
        if (client.entrance().isUnified()) {
            unified.tell(client, event, now);
        } else {
            pushes.tell(client, event, now);
        }
    }

    private void cut(Client client) {
        clients.remove(client.peer());
        client.peer().close(GOING_AWAY, "cut");
    }

    /** Tells the prices that have moved since the last call, sends what was kept back, ends what is overdue. */
    public void pulse(long now) {
        for (Contract contract : floor.contracts().all()) {
            Quote quote = floor.prices().of(contract);
            Quote before = told.put(contract, quote);
            if (before == null || before.last().compareTo(quote.last()) != 0 || before.mark().compareTo(quote.mark()) != 0) {
                clients.values().stream().filter(Client::isPublic).forEach(client -> {
                    pushes.tick(client, contract, now);
                    unified.tick(client, contract, now);
                });
            }
        }
        outbox.sendLate(now);
        for (Client client : List.copyOf(clients.values())) {
            if (client.isOverdue(now)) {
                clients.remove(client.peer());
                client.peer().close(POLICY_CLOSE, "idle or too old");
            } else if (oddities.is(Oddity.RELEASE_STORM) && client.age(now) > STORM_SPARES + dice.roll(now, STORM_SPREAD)) {
                clients.remove(client.peer());
                client.cut();
            }
        }
    }

    @Override
    public void end() {
        cut();
    }

    /** Ends all connections. */
    public void cut() {
        List.copyOf(clients.values()).forEach(this::cut);
    }

    /** Ends all connections without a goodbye. */
    @Override
    public void drop() {
        List<Client> all = List.copyOf(clients.values());
        clients.clear();
        all.forEach(client -> client.peer().drop());
    }
}
