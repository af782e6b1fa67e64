package org.mirrorbook.exchange.link;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

import io.github.resilience4j.core.exception.AcquirePermissionCancelledException;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RequestNotPermitted;
import org.mirrorbook.exchange.VenueProblem;

/**
 * The count of what was asked, by endpoint, and the pauses that a venue demanded. One belongs to the venue, made by its connector factory,
 * for what is counted per address; each account has another for what is counted per account. A pause of one endpoint holds up no other.
 *
 * <p>Thread-safe. Blocks the asking thread for as long as its turn takes, but never longer than {@link #PATIENCE}.
 */
public final class RestLimits {

    /** The longest wait that a question is worth. A longer pause fails at once, so that whoever asked can do something else meanwhile. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String EVERYTHING = "everything";

    private final LongSupplier nanos;
    private final Sleeper sleeper;
    private final Optional<RateLimiter> overall;
    private final boolean counts;
    private final Map<String, RateLimiter> limiters = new ConcurrentHashMap<>();
    private final Map<String, Long> paused = new ConcurrentHashMap<>();

    /** Limits of endpoints only. */
    public RestLimits() {
        this(System::nanoTime, Optional.empty(), Thread::sleep);
    }

    /** @param perMinute limit of all endpoints together (protocol notes, Bitget 6.2) */
    public RestLimits(int perMinute) {
        this(System::nanoTime, Optional.of(limiter(EVERYTHING, perMinute, Duration.ofMinutes(1))), Thread::sleep);
    }

    /** @param nanos a running count of nanoseconds: a pause must not change when somebody sets the clock */
    RestLimits(LongSupplier nanos, Optional<RateLimiter> overall, Sleeper sleeper) {
        this(nanos, overall, sleeper, true);
    }

    private RestLimits(LongSupplier nanos, Optional<RateLimiter> overall, Sleeper sleeper, boolean counts) {
        this.nanos = nanos;
        this.overall = overall;
        this.sleeper = sleeper;
        this.counts = counts;
    }

    /** For a venue that does not count; a pause that it demands is kept all the same. */
    public static RestLimits unlimited() {
        return new RestLimits(System::nanoTime, Optional.empty(), Thread::sleep, false);
    }

    /** Waits for some time. */
    @FunctionalInterface
    interface Sleeper {
        void sleep(Duration time) throws InterruptedException;
    }

    private static RateLimiter limiter(String name, int questions, Duration period) {
        return RateLimiter.of(name, RateLimiterConfig.custom().limitForPeriod(questions).limitRefreshPeriod(period)
                .timeoutDuration(PATIENCE).build());
    }

    /**
     * Waits for the turn of a question.
     *
     * @throws VenueProblem to be retried, when the turn is too far away or the thread was interrupted
     */
    void await(RestLimit limit) {
        waitForTheEndOfAPause(limit);
        awaitOverall();
        if (!counts) {
            return;
        }
        acquire(limiters.computeIfAbsent(limit.endpoint(), name -> limiter(name, limit.perSecond(), Duration.ofSeconds(1))));
    }

    /** Waits for the turn of a question that counts here only together with all others. */
    void awaitOverall() {
        overall.ifPresent(RestLimits::acquire);
    }

    private static void acquire(RateLimiter limiter) {
        try {
            RateLimiter.waitForPermission(limiter);
        } catch (AcquirePermissionCancelledException interrupted) {
            throw givenUp();
        } catch (RequestNotPermitted busy) {
            throw new VenueProblem(VenueProblem.Remedy.RETRY, Optional.of("BUSY"), "Too many questions are waiting for the exchange.");
        }
    }

    /** Asks an endpoint nothing for a while. A pause that is already longer stays. */
    void pause(RestLimit limit, Duration time) {
        paused.merge(limit.endpoint(), nanos.getAsLong() + time.toNanos(), (one, other) -> one - other > 0 ? one : other);
    }

    private void waitForTheEndOfAPause(RestLimit limit) {
        var end = paused.get(limit.endpoint());
        if (end == null) {
            return;
        }
        var rest = Duration.ofNanos(end - nanos.getAsLong());
        if (rest.compareTo(PATIENCE) > 0) {
            throw new VenueProblem(VenueProblem.Remedy.RETRY, Optional.of(RestClient.PAUSED),
                    "The exchange asked for a pause; it is not asked again for " + (rest.toSeconds() + 1) + " s.");
        }
        if (rest.isPositive()) {
            try {
                sleeper.sleep(rest);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw givenUp();
            }
        }
        paused.remove(limit.endpoint(), end);
    }

    private static VenueProblem givenUp() {
        return new VenueProblem(VenueProblem.Remedy.RETRY, Optional.of("STOPPED"), "The question was given up.");
    }
}
