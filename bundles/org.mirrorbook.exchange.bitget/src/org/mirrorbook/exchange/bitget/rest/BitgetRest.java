package org.mirrorbook.exchange.bitget.rest;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.mirrorbook.exchange.CredentialSource;
import org.mirrorbook.exchange.RawMessage;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.exchange.bitget.wire.Signer;
import org.mirrorbook.exchange.bitget.wire.UnreadableFrame;
import org.mirrorbook.exchange.bitget.wire.VenueErrors;
import org.mirrorbook.exchange.bitget.wire.WireReader;
import org.mirrorbook.exchange.bitget.wire.WireRow;
import org.mirrorbook.exchange.link.RestClient;
import org.mirrorbook.exchange.link.RestLimit;
import org.mirrorbook.exchange.link.RestReply;
import org.mirrorbook.exchange.link.RestRequest;

/**
 * Signed questions of one account (protocol notes, Bitget 6). Blocks; for threads that may. The credential is asked for at each question
 * and dropped with it. Thread-safe.
 */
public final class BitgetRest {

    private static final String SUCCESS = "00000";
    private static final String TIME = "/api/v2/public/time";

    private final Hosts hosts;
    private final RestClient client;
    private final CredentialSource credentials;
    private final VenueClock clock;
    private final VenueErrors errors;
    private final RestNews news;
    private final WireReader reader = new WireReader();

    /** Questions whose answers nobody else hears of. */
    public BitgetRest(Hosts hosts, RestClient client, CredentialSource credentials, VenueClock clock, VenueErrors errors) {
        this(hosts, client, credentials, clock, errors, RestNews.ignored());
    }

    public BitgetRest(Hosts hosts, RestClient client, CredentialSource credentials, VenueClock clock, VenueErrors errors, RestNews news) {
        this.hosts = hosts;
        this.client = client;
        this.credentials = credentials;
        this.clock = clock;
        this.errors = errors;
        this.news = news;
    }

    /** Now, by the venue's clock. */
    Instant now() {
        return clock.now();
    }

    /** Sets the clock by the venue's. */
    public void compareClocks() {
        var asked = clock.ours();
        var time = understood(() -> client.ask(RestLimit.perAddress(TIME, 20),
                () -> new RestRequest(URI.create(hosts.rest() + TIME), Map.of()), reply -> data(reply, () -> { })).row("data")
                .needTime("serverTime"));
        clock.set(time, asked, clock.ours());
    }

    /**
     * Asks.
     *
     * @param perSecond the endpoint's limit
     * @return the answer's envelope, whose {@code data} is what was asked for
     * @throws VenueProblem when it was not answered, or not with success; an answer that was one is told to the listener before
     */
    public WireRow get(String path, int perSecond, SortedMap<String, String> query) {
        var pathAndQuery = path + query.entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining("&", query.isEmpty() ? "" : "?", ""));
        try {
            return client.ask(path, perSecond, () -> signed(pathAndQuery), reply -> {
                var envelope = data(reply, this::compareClocks);
                news.answered(new RawMessage(clock.ours(), "GET " + path, reply.body()));
                return envelope;
            });
        } catch (OtherKind wrong) {
            news.kindDoubted();
            throw wrong.problem;
        } catch (UnreadableFrame strange) {
            throw unreadable(strange);
        }
    }

    private RestRequest signed(String pathAndQuery) {
        var credential = credentials.credential();
        long millis = clock.now().toEpochMilli();
        var headers = new HashMap<String, String>();
        headers.put("ACCESS-KEY", credential.apiKey());
        headers.put("ACCESS-SIGN", Signer.get(credential.secret(), millis, pathAndQuery));
        headers.put("ACCESS-TIMESTAMP", Long.toString(millis));
        headers.put("ACCESS-PASSPHRASE", credential.passphrase());
        headers.put("Content-Type", "application/json");
        headers.put("locale", "en-US");
        if (hosts.paperTrading()) {
            headers.put("paptrading", "1");
        }
        return new RestRequest(URI.create(hosts.rest() + pathAndQuery), headers);
    }

    /** @param mendClock is run for an answer that blames the clock; the question for the time itself must not ask itself again */
    private WireRow data(RestReply reply, Runnable mendClock) {
        WireRow envelope;
        try {
            envelope = reader.read(reply.body());
        } catch (UnreadableFrame noJson) {
            throw errors.rest(reply.status(), Optional.empty(), "");
        }
        var code = envelope.text("code");
        if (reply.status() == 200 && code.filter(SUCCESS::equals).isPresent()) {
            return envelope;
        }
        if (code.filter(VenueErrors::clock).isPresent()) {
            mendClock.run();
        }
        var problem = errors.rest(reply.status(), code, envelope.text("msg").orElse(""));
        if (code.filter(VenueErrors::otherKind).isPresent()) {
            throw new OtherKind(problem);
        }
        throw problem;
    }

    /** Asking the same again at once would be answered the same again: the account is of another kind than was thought. */
    private static final class OtherKind extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final VenueProblem problem;

        OtherKind(VenueProblem problem) {
            super(null, null, false, false);
            this.problem = problem;
        }
    }

    /** Reads an answer; one that is not understood is a problem to be reported. */
    public static <T> T understood(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (UnreadableFrame strange) {
            throw unreadable(strange);
        }
    }

    private static VenueProblem unreadable(UnreadableFrame strange) {
        return new VenueProblem(VenueProblem.Remedy.REPORT, Optional.of("UNREADABLE"),
                "Bitget gave an answer that Mirrorbook does not understand (" + strange.getMessage() + ").");
    }

    /** A sorted query of these names and values, in pairs. */
    public static SortedMap<String, String> query(String... pairs) {
        var query = new TreeMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            query.put(pairs[i], pairs[i + 1]);
        }
        return query;
    }
}
