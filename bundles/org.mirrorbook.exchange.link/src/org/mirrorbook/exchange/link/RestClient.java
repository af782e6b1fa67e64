package org.mirrorbook.exchange.link;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.exchange.VenueProblem.Remedy;
import org.mirrorbook.exchange.link.RestLimit.Counted;

/**
 * Questions to a venue's REST side: each endpoint within its limit, and asked again where the trouble passes by itself. What the user or
 * nobody can mend is not asked again. Blocks the calling thread; safe for use from any.
 *
 * <p>A venue that answers "too many" (HTTP 429) is not asked at that endpoint again until the time it names, else for 5 minutes where the
 * address was counted and for a second where the account was (protocol notes, Bitget 6.2). A redirect is refused, since a signature is for
 * the host it was made for; so is a success that is no JSON, which comes from somebody between here and the venue.
 */
public final class RestClient {

    /** Code of the problem that nothing was asked since the venue wants a pause. */
    public static final String PAUSED = "PAUSED";

    private static final String TOO_MANY = "429";
    private static final Duration ADDRESS_PAUSE = Duration.ofMinutes(5);
    private static final Duration ACCOUNT_PAUSE = Duration.ofSeconds(1);

    private final Network network;
    private final RestLimits address;
    private final RestLimits account;
    private final Retry retry;

    /** A client that shares its limits with no other. */
    public RestClient(Network network, int tries, Duration firstWait) {
        this(network, new RestLimits(), new RestLimits(), tries, firstWait);
    }

    /**
     * @param address limits that all accounts of a venue share
     * @param account limits of this account alone
     * @param tries how often a question is asked in all
     * @param firstWait before the second try; doubles with each, with jitter
     */
    public RestClient(Network network, RestLimits address, RestLimits account, int tries, Duration firstWait) {
        this.network = network;
        this.address = address;
        this.account = account;
        this.retry = Retry.of("rest", RetryConfig.custom()
                .maxAttempts(tries)
                .intervalFunction(IntervalFunction.ofExponentialRandomBackoff(firstWait, 2.0, 0.5))
                .retryOnException(failure -> failure instanceof VenueProblem problem && problem.remedy() == Remedy.RETRY
                        && !problem.code().equals(Optional.of(PAUSED)))
                .build());
    }

    /** Asks an endpoint that is counted per account. */
    public <T> T ask(String endpoint, int perSecond, Supplier<RestRequest> request, Function<RestReply, T> reader) {
        return ask(RestLimit.perAccount(endpoint, perSecond), request, reader);
    }

    /**
     * Asks.
     *
     * @param limit of the endpoint
     * @param request makes the request anew for each try, since a signature is good only for a while
     * @param reader of the answer; throws a {@link VenueProblem} for one that is no answer
     * @throws VenueProblem when it was not answered
     */
    public <T> T ask(RestLimit limit, Supplier<RestRequest> request, Function<RestReply, T> reader) {
        var limits = limit.counted() == Counted.PER_ADDRESS ? address : account;
        return retry.executeSupplier(() -> {
            if (limits != address) {
                address.awaitOverall();
            }
            limits.await(limit);
            var reply = network.send(request.get());
            var pause = reply.retryAfter().orElse(limit.counted() == Counted.PER_ADDRESS ? ADDRESS_PAUSE : ACCOUNT_PAUSE);
            if (reply.status() == 429) {
                limits.pause(limit, pause);
            }
            refuseWhatIsNoAnswer(reply);
            try {
                return reader.apply(reply);
            } catch (VenueProblem problem) {
                if (problem.code().equals(Optional.of(TOO_MANY))) {
                    limits.pause(limit, pause);
                }
                throw problem;
            }
        });
    }

    private static void refuseWhatIsNoAnswer(RestReply reply) {
        if (reply.status() >= 300 && reply.status() < 400) {
            throw new VenueProblem(Remedy.RETRY, Optional.of("HTTP " + reply.status()),
                    "The exchange pointed to another address, which is not followed (HTTP " + reply.status() + ").");
        }
        var type = reply.contentType().map(text -> text.split(";")[0].strip().toLowerCase(Locale.ROOT));
        if (reply.status() == 200 && type.filter(name -> !name.endsWith("json")).isPresent()) {
            throw new VenueProblem(Remedy.RETRY, Optional.of("NOT_JSON"),
                    "Something answered in place of the exchange, with a page and not with data.");
        }
    }
}
