package org.mirrorbook.exchange.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.mirrorbook.exchange.PracticeSettings;
import org.mirrorbook.exchange.PracticeVenue;
import org.mirrorbook.exchange.VenueProblem;

import tools.jackson.databind.JsonNode;

/** Scenarios over real sockets: a file at the start, single steps while it runs, lines that break, frames beyond every measure. */
@Timeout(60)
class ScenarioSocketTest {

    private static final PracticeSettings PLAIN = new PracticeSettings(0, 42, BigDecimal.ONE, 1, Optional.empty(), Optional.empty(), false);

    private final SteppedClock clock = new SteppedClock(Instant.parse("2026-03-02T10:00:00Z"));

    @TempDir
    private Path folder;

    private PracticeSettings story(String text) throws IOException {
        return PLAIN.withScenario(Files.writeString(folder.resolve("story.json"), text.replace('\'', '"')));
    }

    private static HttpResponse<String> act(RunningExchange exchange, String step, String... headers)
            throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(exchange.endpoint() + "/practice/do"))
                    .POST(BodyPublishers.ofString(step.replace('\'', '"')));
            return http.send((headers.length > 0 ? request.headers(headers) : request).build(), BodyHandlers.ofString());
        }
    }

    private TestSocket signedIn(RunningExchange exchange) throws InterruptedException {
        return TestSocket.signedIn(exchange.endpoint(), exchange.credentials().getFirst(), clock);
    }

    @Test
    void aScenarioFilePlaysItsStepsWhenTheirTimeHasCome() throws IOException, InterruptedException {
        PracticeSettings settings = story("{'positionMode':'hedge_mode','oddities':{'string-codes':true},"
                + "'steps':[{'at':'2s','do':'open','symbol':'ETHUSDT','side':'short','size':'0.10'},"
                + "{'at':'5s','do':'close','symbol':'ETHUSDT'}]}");
        try (RunningExchange exchange = new RunningExchange(settings, clock);
                TestSocket socket = new TestSocket(exchange.endpoint(), "/v2/ws/private")) {
            socket.login(exchange.credentials().getFirst(), Long.toString(clock.millis() / 1_000));
            assertThat(socket.next()).isEqualTo("{\"event\":\"login\",\"code\":\"0\",\"msg\":\"\"}");
            socket.subscribe("USDT-FUTURES", "positions");
            assertThat(socket.push("positions").path("data")).isEmpty();

            clock.advance(Duration.ofSeconds(2));
            JsonNode opened = socket.await(message -> message.path("data").size() == 1).path("data").path(0);
            assertThat(opened.path("holdSide").asString()).isEqualTo("short");
            assertThat(opened.path("posMode").asString()).isEqualTo("hedge_mode");

            clock.advance(Duration.ofSeconds(3));
            socket.await(message -> message.path("data").isArray() && message.path("data").isEmpty());
        }
    }

    @Test
    void aStepOverHttpHappensAtOnce() throws IOException, InterruptedException {
        try (RunningExchange exchange = new RunningExchange(PLAIN, clock); TestSocket socket = signedIn(exchange)) {
            socket.subscribe("USDT-FUTURES", "fill");

            HttpResponse<String> reply = act(exchange, "{'do':'open','symbol':'BTCUSDT','side':'long','size':'0.010'}");

            assertThat(reply.statusCode()).isEqualTo(200);
            assertThat(reply.body()).contains("\"code\":\"00000\"");
            assertThat(socket.push("fill").path("data").path(0).path("baseVolume").asString()).isEqualTo("0.01");
        }
    }

    @Test
    void aStepThatCannotBeDoneIsAnsweredWithASentence() throws IOException, InterruptedException {
        try (RunningExchange exchange = new RunningExchange(PLAIN, clock)) {
            HttpResponse<String> unknown = act(exchange, "{'do':'dance'}");
            assertThat(unknown.statusCode()).isEqualTo(400);
            assertThat(unknown.body()).contains("is none of open, reduce, close");
            assertThat(act(exchange, "{'do':'close','symbol':'BTCUSDT'}").body()).contains("There is no open position of BTCUSDT");
            assertThat(act(exchange, "close it").statusCode()).isEqualTo(400);
        }
    }

    @Test
    void aWebPageHasNoSay() throws IOException, InterruptedException {
        try (RunningExchange exchange = new RunningExchange(PLAIN, clock)) {
            HttpResponse<String> reply = act(exchange, "{'do':'cut'}", "Origin", "https://example.org");

            assertThat(reply.statusCode()).isEqualTo(403);
        }
    }

    @Test
    void aCutBreaksTheLineAndTheNextConnectionWorks() throws IOException, InterruptedException {
        try (RunningExchange exchange = new RunningExchange(PLAIN, clock)) {
            try (TestSocket socket = signedIn(exchange)) {
                act(exchange, "{'do':'cut'}");
                socket.awaitClose();
            }
            act(exchange, "{'do':'cut','phase':'login'}");
            try (TestSocket socket = new TestSocket(exchange.endpoint(), "/v2/ws/private")) {
                socket.login(exchange.credentials().getFirst(), Long.toString(clock.millis() / 1_000));
                assertThat(socket.next()).as("broken before any answer").isEqualTo("<closed>");
            }
            try (TestSocket socket = signedIn(exchange)) {
                socket.subscribe("USDT-FUTURES", "positions");
                assertThat(socket.push("positions").path("data")).isEmpty();
            }
        }
    }

    @Test
    void framesOfNineMebibytesAndGarbagePassTheRealServer() throws IOException, InterruptedException {
        try (RunningExchange exchange = new RunningExchange(PLAIN, clock); TestSocket socket = signedIn(exchange)) {
            socket.subscribe("USDT-FUTURES", "positions");
            socket.push("positions");
            act(exchange, "{'do':'oddity','name':'oversized-frame','value':9}");
            act(exchange, "{'do':'oddity','name':'garbage-frames','value':1}");

            act(exchange, "{'do':'open','symbol':'BTCUSDT','side':'long','size':'0.010'}");

            assertThat(socket.next()).startsWith("<html>");
            assertThat(socket.next().length()).isGreaterThan(9 * 1024 * 1024);
            assertThat(socket.push("positions").path("data")).isEmpty();
            assertThat(socket.push("positions").path("data")).hasSize(1);
        }
    }

    @Test
    void whoCannotReadTheScenarioDoesNotStart() {
        assertThatThrownBy(() -> new RunningExchange(story("{'steps':[{'do':'open'}]}"), clock))
                .isInstanceOfSatisfying(VenueProblem.class,
                        problem -> assertThat(problem.code()).contains(PracticeVenue.BAD_SCENARIO))
                .hasMessageContaining("story.json").hasMessageContaining("steps[0].");
    }

    @Test
    void aUnifiedScenarioStartsUnified() throws IOException, InterruptedException {
        try (RunningExchange exchange = new RunningExchange(story("{'kind':'unified'}"), clock);
                TestRest rest = new TestRest(exchange.endpoint(), exchange.credentials().getFirst(), clock)) {
            assertThat(rest.code("GET", "/api/v3/account/settings", "")).isEqualTo("00000");
            assertThat(rest.code("GET", "/api/v2/mix/position/all-position?productType=USDT-FUTURES", "")).isEqualTo("40085");
        }
    }
}
