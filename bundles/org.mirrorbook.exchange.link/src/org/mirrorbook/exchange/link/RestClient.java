package org.mirrorbook.exchange.link;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.core.exception.AcquirePermissionCancelledException;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.github.resilience4j.ratelimiter.RequestNotPermitted;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import org.mirrorbook.exchange.VenueProblem;

/**
 * Questions to a venue's REST side: each endpoint within its limit, and asked again where the trouble passes by itself. What the user or
 * nobody can mend is not asked again. Blocks the calling thread; safe for use from any.
 */
public final class RestClient {

    private final Network network;
    private final Retry retry;
    private final Map<String, RateLimiter> limiters = new ConcurrentHashMap<>();

    /**
     * @param tries how often a question is asked in all
     * @param firstWait before the second try; doubles with each, with jitter
     */
    public RestClient(Network network, int tries, Duration firstWait) {
        this.network = network;
        this.retry = Retry.of("rest", RetryConfig.custom()
                .maxAttempts(tries)
                .intervalFunction(IntervalFunction.ofExponentialRandomBackoff(firstWait, 2.0, 0.5))
                .retryOnException(failure -> failure instanceof VenueProblem problem && problem.remedy() == VenueProblem.Remedy.RETRY)
                .build());
    }

    /**
     * Asks.
     *
     * @param endpoint whose limit counts
     * @param perSecond that limit
     * @param request makes the request anew for each try, since a signature is good only for a while
     * @param reader of the answer; throws a {@link VenueProblem} for one that is no answer
     * @throws VenueProblem when it was not answered
     */
    public <T> T ask(String endpoint, int perSecond, Supplier<RestRequest> request, Function<RestReply, T> reader) {
        var limiter = limiters.computeIfAbsent(endpoint, name -> RateLimiter.of(name, RateLimiterConfig.custom()
                .limitForPeriod(perSecond)
                .limitRefreshPeriod(Duration.ofSeconds(1))
                .timeoutDuration(Duration.ofSeconds(30))
                .build()));
        try {
            return retry.executeSupplier(() -> {
                RateLimiter.waitForPermission(limiter);
                return reader.apply(network.send(request.get()));
            });
        } catch (AcquirePermissionCancelledException interrupted) {
            throw new VenueProblem(VenueProblem.Remedy.RETRY, Optional.of("STOPPED"), "The question was given up.");
        } catch (RequestNotPermitted busy) {
            throw new VenueProblem(VenueProblem.Remedy.RETRY, Optional.of("BUSY"), "Too many questions are waiting for the exchange.");
        }
    }
}
