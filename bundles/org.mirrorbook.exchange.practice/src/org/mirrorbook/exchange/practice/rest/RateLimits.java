package org.mirrorbook.exchange.practice.rest;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** How many requests a second each address takes from one key, or from everybody when it is public (protocol notes, Bitget 6.3). */
final class RateLimits {

    private static final long SECOND = 1_000;
    private static final int USUAL = 10;
    private static final Map<String, Integer> A_SECOND = Map.of(
            "/api/v2/public/time", 20,
            "/api/v2/mix/market/contracts", 20,
            "/api/v2/mix/position/all-position", 5,
            "/api/v2/mix/position/history-position", 20,
            "/api/v2/mix/account/set-position-mode", 5,
            "/api/v2/spot/account/info", 1,
            "/api/v3/position/current-position", 20);

    private final Map<String, Deque<Long>> heard = new HashMap<>();

    /**
     * Whether the request is within the limit; one that is not does not count.
     *
     * @param most requests a second at every address; 0 for the venue's own limits
     */
    boolean allow(RestRequest request, int most, long now) {
        int limit = most > 0 ? most : A_SECOND.getOrDefault(request.path(), USUAL);
        Deque<Long> times = heard.computeIfAbsent(request.header("access-key") + " " + request.path(), key -> new ArrayDeque<>());
        while (!times.isEmpty() && times.peekFirst() <= now - SECOND) {
            times.removeFirst();
        }
        if (times.size() >= limit) {
            return false;
        }
        times.addLast(now);
        return true;
    }
}
