package org.mirrorbook.product.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A user's journal as the commands show it. */
final class Journal {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final JsonMapper json = JsonMapper.builder().build();
    private final Product product;

    Journal(Product product) {
        this.product = product;
    }

    /** What {@code trades --json} says. */
    List<JsonNode> trades() throws IOException {
        try (var trades = product.start("trades", "--json")) {
            assertThat(trades.exitCode(PATIENCE)).as(trades.toString()).isZero();
            return json.readTree(String.join("\n", trades.out())).valueStream().toList();
        }
    }

    /** Adds an account at that practice exchange, with its Live Mirror on; the exit code. */
    int add(String label, PracticeProcess practice, String key, String... more) throws IOException {
        var arguments = List.of("accounts", "add", label, "--exchange", "bitget", "--environment", "practice", "--endpoint",
                practice.endpoint(), "--mirror");
        var all = Stream.concat(arguments.stream(), Stream.of(more)).toArray(String[]::new);
        try (var add = product.start(all).given(key)) {
            return add.exitCode(PATIENCE);
        }
    }

    /** Starts {@code mirror --json} and waits until it is aligned. */
    Running mirror() throws IOException {
        var mirror = product.start("mirror", "--json");
        event(mirror, "the account to be aligned", event -> is(event, "started"));
        return mirror;
    }

    /** The next event that is wanted. */
    JsonNode event(Running mirror, String what, Predicate<JsonNode> wanted) {
        return json.readTree(mirror.line(what, line -> wanted.test(json.readTree(line)), PATIENCE));
    }

    static boolean is(JsonNode event, String name) {
        return event.get("event").stringValue().equals(name);
    }

    static int stop(Running mirror) {
        return mirror.terminate().exitCode(PATIENCE);
    }
}
