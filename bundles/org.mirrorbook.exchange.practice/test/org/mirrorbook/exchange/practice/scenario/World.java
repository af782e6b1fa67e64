package org.mirrorbook.exchange.practice.scenario;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.mirrorbook.exchange.ApiCredential;
import org.mirrorbook.exchange.practice.books.AccountBook;
import org.mirrorbook.exchange.practice.books.Contract;
import org.mirrorbook.exchange.practice.books.Contracts;
import org.mirrorbook.exchange.practice.books.Floor;
import org.mirrorbook.exchange.practice.books.Position;
import org.mirrorbook.exchange.practice.keys.Keyring;
import org.mirrorbook.exchange.practice.keys.Signature;
import org.mirrorbook.exchange.practice.oddities.Oddities;
import org.mirrorbook.exchange.practice.oddities.Oddity;
import org.mirrorbook.exchange.practice.rest.RestDesk;
import org.mirrorbook.exchange.practice.rest.RestRequest;
import org.mirrorbook.exchange.practice.stream.Entrance;
import org.mirrorbook.exchange.practice.stream.Hub;
import org.mirrorbook.exchange.practice.wire.Json;

import tools.jackson.databind.JsonNode;

/** An exchange without threads, sockets and clock: its time is told by hand, its clients are {@link Listener}s. */
final class World {

    static final long NOON = 1_772_445_600_000L;
    private static final long PULSE = 50;

    private final Json json = new Json();
    private final Contracts contracts = Contracts.listed();
    private final Oddities oddities = new Oddities();
    private final Keyring keyring = Keyring.of(42, 2, Optional.empty());
    private final Floor floor = new Floor(contracts, 42, 2, 3_600_000, () -> oddities.is(Oddity.LEGACY_SLOT_IDS));
    private final Hub hub = new Hub(json, floor, keyring, oddities, 42);
    private final RestDesk rest = new RestDesk(json, floor, keyring, oddities, hub::tell);
    private final Director director = new Director(floor, oddities, keyring, hub::tell, hub);
    private final StepReader reader = new StepReader(contracts);
    private long now = NOON;

    World() {
        advance(0);
    }

    /** Does the step; single quotes stand for double ones. */
    World act(String step) throws ScenarioProblem {
        director.perform(reader.read(json.read(step.replace('\'', '"')), "step"), now);
        return this;
    }

    void perform(Step step) throws ScenarioProblem {
        director.perform(step, now);
    }

    /** Switches an oddity on. */
    World odd(String name) throws ScenarioProblem {
        return act("{'do':'oddity','name':'" + name + "'}");
    }

    /** Lets so many ms pass, pulse by pulse. */
    World advance(long millis) {
        for (long end = now + millis; now < end;) {
            now = Math.min(end, now + PULSE);
            pulse();
        }
        pulse();
        return this;
    }

    private void pulse() {
        floor.advance(now).forEach(hub::tell);
        hub.pulse(now);
    }

    long now() {
        return now;
    }

    AccountBook book() {
        return floor.account(0);
    }

    Contract contract(String symbol) {
        return contracts.find(symbol).orElseThrow();
    }

    Position position(String symbol) {
        return book().positions(contract(symbol)).getFirst();
    }

    Hub hub() {
        return hub;
    }

    ApiCredential credential() {
        return keyring.of(0);
    }

    /** A client at the private address of v2 that has not said anything yet. */
    Listener connected() {
        return connected(Entrance.CLASSIC_PRIVATE);
    }

    Listener connected(Entrance entrance) {
        Listener listener = new Listener(this);
        hub.opened(listener, entrance, now);
        return listener;
    }

    /** A client that has signed in and subscribed to those channels of USDT-FUTURES; what it was told so far is forgotten. */
    Listener subscribed(String... channels) {
        Listener listener = connected();
        listener.login();
        listener.subscribe(channels);
        listener.forget();
        return listener;
    }

    /** The whole reply to a signed request, as JSON. */
    JsonNode get(String pathAndQuery) {
        return answer("GET", pathAndQuery, "");
    }

    JsonNode post(String path, String body) {
        return answer("POST", path, body.replace('\'', '"'));
    }

    private JsonNode answer(String method, String pathAndQuery, String body) {
        String[] parts = pathAndQuery.split("\\?", 2);
        String query = parts.length > 1 ? parts[1] : "";
        Map<String, String> parameters = new HashMap<>();
        for (String parameter : query.isEmpty() ? List.<String>of() : List.of(query.split("&"))) {
            parameters.put(parameter.split("=")[0], parameter.split("=")[1]);
        }
        String timestamp = Long.toString(now);
        ApiCredential credential = credential();
        Map<String, String> headers = Map.of("access-key", credential.apiKey(), "access-passphrase", credential.passphrase(),
                "access-timestamp", timestamp,
                "access-sign", Signature.of(timestamp + method + pathAndQuery + body, credential.secret()).base64());
        return json.read(rest.answer(new RestRequest(method, parts[0], query, parameters, headers, body), now).body());
    }
}
