package org.mirrorbook.exchange.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.exchange.VenueProblem.Remedy;

/** Answers of a REST side that is ill, over a real socket. */
@Timeout(120)
class RestOverSocketsTest {

    private final JettyNetwork network = new JettyNetwork(Duration.ofSeconds(3));
    private final RestClient client = new RestClient(network, new RestLimits(), new RestLimits(), 1, Duration.ofMillis(1));

    @AfterEach
    void stop() {
        network.stop();
    }

    @Test
    void anAnswerBeyondTheLimitIsRefusedBeforeItIsTakenIn() throws Exception {
        var sent = new AtomicLong();
        problem(Remedy.REPORT, "TOO_LARGE", out -> {
            out.write(head("200 OK", "Content-Type: application/json\r\nTransfer-Encoding: chunked"));
            var piece = new byte[1 << 16];
            Arrays.fill(piece, (byte) ' ');
            while (sent.get() < 100L << 20) {
                out.write("10000\r\n".getBytes(StandardCharsets.US_ASCII));
                out.write(piece);
                out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
                sent.addAndGet(piece.length);
            }
        });
        assertThat(sent.get()).isLessThan(40L << 20);
    }

    @Test
    void anAnswerThatSaysItIsTooLongIsRefusedAtOnce() throws Exception {
        problem(Remedy.REPORT, "TOO_LARGE", out -> {
            out.write(head("200 OK", "Content-Type: application/json\r\nContent-Length: " + (100L << 20)));
            out.write("{}".getBytes(StandardCharsets.US_ASCII));
            new LinkedBlockingQueue<>().poll(10, TimeUnit.SECONDS);
        });
    }

    @Test
    void aPageInPlaceOfDataIsNoAnswer() throws Exception {
        problem(Remedy.RETRY, "NOT_JSON", out ->
            out.write(answer("200 OK", "Content-Type: text/html; charset=utf-8", "<html>log in here")));
    }

    @Test
    void anAnswerThatBreaksOffIsNoAnswer() throws Exception {
        problem(Remedy.RETRY, "UNREACHABLE", out -> out.write(
                (new String(head("200 OK", "Content-Type: application/json\r\nContent-Length: 500"), StandardCharsets.US_ASCII)
                        + "{\"code\":\"00000\",\"data\":[").getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void anAnswerThatNeverEndsIsGivenUpInTime() throws Exception {
        problem(Remedy.RETRY, "UNREACHABLE", out -> {
            out.write(head("200 OK", "Content-Type: application/json\r\nTransfer-Encoding: chunked"));
            var patience = new LinkedBlockingQueue<String>();
            for (int i = 0; i < 300; i++) {
                out.write("1\r\n \r\n".getBytes(StandardCharsets.US_ASCII));
                out.flush();
                patience.poll(100, TimeUnit.MILLISECONDS);
            }
        });
    }

    @Test
    void aSilentHostIsGivenUpInTime() throws Exception {
        problem(Remedy.RETRY, "UNREACHABLE", out -> new LinkedBlockingQueue<>().poll(20, TimeUnit.SECONDS));
    }

    @Test
    void aRedirectIsRefused() throws Exception {
        problem(Remedy.RETRY, "HTTP 302", out -> out.write(answer("302 Found", "Location: https://elsewhere.example/", "")));
    }

    @Test
    void whatTheVenueAsksForInItsHeadersIsRead() throws Exception {
        try (var server = new RawServer(out -> out.write(answer("429 Too Many Requests",
                "Content-Type: application/json\r\nRetry-After: 17", "{\"code\":\"429\"}")))) {
            var reply = network.send(new RestRequest(server.address("http"), Map.of()));
            assertThat(reply.status()).isEqualTo(429);
            assertThat(reply.retryAfter()).contains(Duration.ofSeconds(17));
            assertThat(reply.contentType()).contains("application/json");
        }
    }

    private void problem(Remedy remedy, String code, RawServer.Speech speech) throws Exception {
        try (var server = new RawServer(speech)) {
            assertThatThrownBy(() -> client.ask(RestLimit.perAccount("/ws", 1000), () -> new RestRequest(server.address("http"), Map.of()),
                    RestReply::body)).isInstanceOfSatisfying(VenueProblem.class, problem -> {
                        assertThat(problem.remedy()).isEqualTo(remedy);
                        assertThat(problem.code()).contains(code);
                        assertThat(problem.getMessage()).endsWith(".");
                    });
        }
    }

    private static byte[] head(String status, String headers) {
        return ("HTTP/1.1 " + status + "\r\n" + headers + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] answer(String status, String headers, String body) {
        return (new String(head(status, headers + "\r\nContent-Length: " + body.length()), StandardCharsets.US_ASCII) + body)
                .getBytes(StandardCharsets.US_ASCII);
    }
}
