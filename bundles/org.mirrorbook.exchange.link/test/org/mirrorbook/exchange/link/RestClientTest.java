package org.mirrorbook.exchange.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;

import org.junit.jupiter.api.Test;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.exchange.VenueProblem.Remedy;

class RestClientTest {

    private final Queue<Object> answers = new ArrayDeque<>();
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
