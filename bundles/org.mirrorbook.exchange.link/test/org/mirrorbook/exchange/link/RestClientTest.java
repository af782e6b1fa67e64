package org.mirrorbook.exchange.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

import org.junit.jupiter.api.Test;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.exchange.VenueProblem.Remedy;

class RestClientTest {

    private final Queue<Object> answers = new ArrayDeque<>();
    private final List<Duration> slept = new ArrayList<>();
    private long now;
    private boolean interrupting;
    private int made;
    private final RestClient client = new RestClient(new Answering(), 3, Duration.ofMillis(1));

    @Test
    void whatPassesByItselfIsAskedAgainWithARequestMadeAnew() {
        answers.addAll(List.of(problem(Remedy.RETRY), problem(Remedy.RETRY), new RestReply(200, "yes")));
        assertThat(ask()).isEqualTo("yes");
        assertThat(made).isEqualTo(3);
    }

    @Test
    void afterAllTriesTheLastProblemIsTold() {
        answers.addAll(List.of(problem(Remedy.RETRY), problem(Remedy.RETRY), problem(Remedy.RETRY), new RestReply(200, "too late")));
        assertThatThrownBy(this::ask).isInstanceOf(VenueProblem.class);
        assertThat(made).isEqualTo(3);
    }

    @Test
    void whatOnlyTheUserOrNobodyCanMendIsAskedOnce() {
        for (var remedy : List.of(Remedy.ASK_USER, Remedy.REPORT)) {
            answers.clear();
            made = 0;
            answers.addAll(List.of(problem(remedy), new RestReply(200, "unasked")));
            assertThatThrownBy(this::ask).isInstanceOf(VenueProblem.class);
            assertThat(made).isEqualTo(1);
        }
    }

    @Test
    void aRequestTellsNothingOfItsHeaders() {
        var request = new RestRequest(URI.create("https://host/path?q=1"), Map.of("ACCESS-KEY", "hidden"));
        assertThat(request.toString()).isEqualTo("GET /path");
    }

    @Test
    void aLimitPerAddressIsSharedByAllAccountsAndOnePerAccountIsNot() {
        var address = limits();
        var one = new RestClient(new Answering(), address, limits(), 1, Duration.ofMillis(1));
        var other = new RestClient(new Answering(), address, limits(), 1, Duration.ofMillis(1));
        answers.addAll(List.of(new RestReply(429, ""), new RestReply(200, "yes"), new RestReply(429, ""), new RestReply(200, "yes")));
        var contracts = RestLimit.perAddress("/contracts", 1000);
        var positions = RestLimit.perAccount("/positions", 1000);

        ask(one, positions);
        assertThat(ask(other, positions)).as("counted per account").isEqualTo("yes");
        assertThat(slept).isEmpty();
        ask(one, contracts);
        assertThatThrownBy(() -> ask(other, contracts)).as("counted per address").isInstanceOfSatisfying(VenueProblem.class,
                problem -> assertThat(problem.code()).contains(RestClient.PAUSED));
        assertThat(ask(other, positions)).as("another endpoint").isEqualTo("yes");
    }

    @Test
    void tooManyOfAnAddressPausesForFiveMinutesAndThenItIsAskedAgain() {
        var patient = new RestClient(new Answering(), limits(), limits(), 1, Duration.ofMillis(1));
        var contracts = RestLimit.perAddress("/contracts", 1000);
        answers.addAll(List.of(new RestReply(429, ""), new RestReply(200, "yes")));
        ask(patient, contracts);
        now += Duration.ofSeconds(260).toNanos();
        assertThatThrownBy(() -> ask(patient, contracts)).hasMessageContaining("41 s");
        now += Duration.ofSeconds(20).toNanos();
        assertThat(ask(patient, contracts)).isEqualTo("yes");
        // 300 s, of which 280 had passed: short enough to wait for
        assertThat(slept).containsExactly(Duration.ofSeconds(20));
    }

    @Test
    void theVenuesOwnWishIsLongerOrShorterThanTheUsualPause() {
        var patient = new RestClient(new Answering(), limits(), limits(), 1, Duration.ofMillis(1));
        answers.addAll(List.of(new RestReply(429, "", Optional.empty(), Optional.of(Duration.ofSeconds(7))), new RestReply(200, "yes")));
        ask(patient, RestLimit.perAddress("/contracts", 1000));
        assertThat(ask(patient, RestLimit.perAddress("/contracts", 1000))).isEqualTo("yes");
        assertThat(slept).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void aPauseThatIsTooLongToWaitForIsToldAtOnceAndNotTriedAgain() {
        var trying = new RestClient(new Answering(), limits(), limits(), 4, Duration.ofMillis(1));
        answers.addAll(List.of(new RestReply(429, "")));
        assertThatThrownBy(() -> trying.ask(RestLimit.perAddress("/contracts", 1000), this::request, reply -> {
            throw new VenueProblem(Remedy.RETRY, Optional.of("429"), "Too many.");
        })).isInstanceOfSatisfying(VenueProblem.class, problem -> {
            assertThat(problem.code()).contains(RestClient.PAUSED);
            assertThat(problem.remedy()).isEqualTo(Remedy.RETRY);
        });
        assertThat(made).as("asked once, and not while paused").isEqualTo(1);
    }

    @Test
    void anAnswerWhoseBodySaysTooManyCountsLikeOneWhoseStatusDoes() {
        var patient = new RestClient(new Answering(), limits(), limits(), 1, Duration.ofMillis(1));
        answers.addAll(List.of(new RestReply(200, "{}"), new RestReply(200, "yes")));
        assertThatThrownBy(() -> patient.ask(RestLimit.perAccount("/fills", 1000), this::request, reply -> {
            throw new VenueProblem(Remedy.RETRY, Optional.of("429"), "Too many.");
        })).isInstanceOf(VenueProblem.class);
        assertThat(ask(patient, RestLimit.perAccount("/fills", 1000))).isEqualTo("yes");
        assertThat(slept).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void anInterruptedWaitGivesTheQuestionUp() {
        var patient = new RestClient(new Answering(), limits(), limits(), 1, Duration.ofMillis(1));
        answers.addAll(List.of(new RestReply(429, "", Optional.empty(), Optional.of(Duration.ofSeconds(7)))));
        ask(patient, RestLimit.perAccount("/fills", 1000));
        interrupting = true;
        assertThatThrownBy(() -> ask(patient, RestLimit.perAccount("/fills", 1000))).isInstanceOfSatisfying(VenueProblem.class,
                problem -> assertThat(problem.code()).contains("STOPPED"));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aReplyTellsNothingOfItsBody() {
        assertThat(new RestReply(200, "hidden").toString()).isEqualTo("HTTP 200 with 6 characters");
    }

    private RestLimits limits() {
        return new RestLimits(() -> now, Optional.empty(), time -> {
            if (interrupting) {
                throw new InterruptedException();
            }
            slept.add(time);
            now += time.toNanos();
        });
    }

    private RestRequest request() {
        made++;
        return new RestRequest(URI.create("https://host"), Map.of());
    }

    private String ask(RestClient of, RestLimit limit) {
        return of.ask(limit, this::request, RestReply::body);
    }

    private String ask() {
        return client.ask("endpoint", 1000, () -> {
            made++;
            return new RestRequest(URI.create("https://host"), Map.of());
        }, RestReply::body);
    }

    private static VenueProblem problem(Remedy remedy) {
        return new VenueProblem(remedy, Optional.empty(), "No.");
    }

    /** Answers from the queue, with a reply or a problem. */
    private final class Answering implements Network {

        @Override
        public RestReply send(RestRequest request) {
            var answer = answers.remove();
            if (answer instanceof VenueProblem problem) {
                throw problem;
            }
            return (RestReply) answer;
        }

        @Override
        public Socket connect(URI address, SocketListener listener) {
            throw new AssertionError("no socket is wanted here");
        }

        @Override
        public Timer after(Duration delay, Runnable task) {
            throw new AssertionError("no timer is wanted here");
        }
    }
}
