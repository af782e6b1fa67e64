package org.mirrorbook.exchange.practice.rest;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import org.mirrorbook.exchange.practice.oddities.Oddities;
import org.mirrorbook.exchange.practice.oddities.Oddity;

/** What goes wrong with a request before anybody looks at what it wants (protocol notes, Bitget 2.4, 6.2 and 6.4). */
final class Disturbances {

    private static final List<String> STORM = List.of("45001", "40725", "40808");

    private final Oddities oddities;
    private final RateLimits limits = new RateLimits();
    private int stormed;

    Disturbances(Oddities oddities) {
        this.oddities = oddities;
    }

    /** Lets the request pass or refuses it, before its signature is looked at. */
    void before(RestRequest request, long now) throws RestProblem {
        if (oddities.take(Oddity.RATE_LIMIT_429, request.path())) {
            throw tooMany();
        }
        OptionalInt most = oddities.number(Oddity.FAST_LIMITS);
        if (most.isPresent() && !limits.allow(request, most.getAsInt(), now)) {
            throw tooMany();
        }
        if (oddities.take(Oddity.TRANSIENT_45001, request.path())) {
            throw new RestProblem("45001", "Unknown error");
        }
        OptionalInt wanted = oddities.takeNumber(Oddity.REST_ERROR, request.path());
        if (wanted.isPresent()) {
            throw new RestProblem(Integer.toString(wanted.getAsInt()), "Refused as the scenario wants it");
        }
        if (oddities.is(Oddity.RELEASE_STORM) && stormed++ % 2 == 0) {
            throw new RestProblem(STORM.get(stormed / 2 % STORM.size()), "Service returned an error, please try again later");
        }
    }

    /** Refuses a signed request of a key that belongs elsewhere. */
    void signed() throws RestProblem {
        if (oddities.is(Oddity.WRONG_ENVIRONMENT_40099)) {
            throw new RestProblem("40099", "exchange environment is incorrect");
        }
    }

    /** How far the venue's clock is ahead. */
    Duration skew() {
        return oddities.span(Oddity.CLOCK_SKEW).orElse(Duration.ZERO);
    }

    /** The request with no more rows on a page than wanted. */
    RestRequest paged(RestRequest request) {
        OptionalInt most = oddities.number(Oddity.SMALL_PAGES);
        if (most.isEmpty()) {
            return request;
        }
        Map<String, String> parameters = new HashMap<>(request.parameters());
        String asked = parameters.getOrDefault("limit", "");
        int limit = asked.matches("\\d{1,6}") ? Math.min(most.getAsInt(), Integer.parseInt(asked)) : most.getAsInt();
        parameters.put("limit", Integer.toString(limit));
        return new RestRequest(request.method(), request.path(), request.query(), Map.copyOf(parameters), request.headers(),
                request.body());
    }

    private static RestProblem tooMany() {
        return new RestProblem(429, "429", "Too Many Requests");
    }
}
