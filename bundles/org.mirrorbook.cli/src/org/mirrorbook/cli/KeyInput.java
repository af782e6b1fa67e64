package org.mirrorbook.cli;

import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.mirrorbook.exchange.ApiCredential;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes a key from the user: as JSON from standard input, or by questions at the terminal, which do not show what is typed. Nothing of the
 * input is ever repeated, in no message either.
 */
final class KeyInput {

    private static final int LARGEST = 64 * 1024;
    private static final String SHAPE = "It has to be {\"apiKey\":\"…\",\"secret\":\"…\",\"passphrase\":\"…\"}.";

    private final Streams streams;
    private final JsonMapper mapper = JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    KeyInput(Streams streams) {
        this.streams = streams;
    }

    /** @throws CommandProblem when no whole key was given */
    ApiCredential read() {
        if (streams.console().isPresent()) {
            return ask(streams.console().get());
        }
        if (streams.isTyped() && streams.isServed()) {
            throw CommandProblem.failed("The instance that runs on this data folder cannot ask for a key here. Pipe the key into the"
                    + " command as JSON.");
        }
        if (streams.isTyped()) {
            throw CommandProblem.failed("A key that is typed now would be shown, because the output is redirected."
                    + " Run the command without redirecting its output, or pipe the key into it as JSON.");
        }
        return parse(streams.input());
    }

    private ApiCredential ask(Console console) {
        streams.remark("The key is not shown while you type or paste it.");
        return new ApiCredential(answer(console, "API key"), answer(console, "Secret"), answer(console, "Passphrase"));
    }

    private static String answer(Console console, String what) {
        var typed = Optional.ofNullable(console.readPassword("%s: ", what)).orElseThrow(() -> CommandProblem.failed("No key was given."));
        try {
            var answer = new String(typed).strip();
            if (answer.isEmpty()) {
                throw CommandProblem.failed("The " + what.toLowerCase(Locale.ROOT) + " is missing.");
            }
            return answer;
        } finally {
            Arrays.fill(typed, ' ');
        }
    }

    private ApiCredential parse(InputStream input) {
        var text = text(input);
        if (text.isBlank()) {
            throw CommandProblem.failed("No key arrived on standard input. " + SHAPE);
        }
        JsonNode key;
        try {
            key = mapper.readTree(text);
        } catch (JacksonException e) {
            // its message quotes the input
            throw CommandProblem.failed("What arrived on standard input is no JSON. " + SHAPE);
        }
        if (!key.isObject()) {
            throw CommandProblem.failed("What arrived on standard input is no JSON object. " + SHAPE);
        }
        return new ApiCredential(field(key, "apiKey"), field(key, "secret"), field(key, "passphrase"));
    }

    private static String text(InputStream input) {
        try {
            var bytes = input.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw CommandProblem.failed("What arrived on standard input is too long for a key. " + SHAPE);
            }
            var text = new String(bytes, StandardCharsets.UTF_8);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (IOException e) {
            throw CommandProblem.failed("Standard input cannot be read.");
        }
    }

    private static String field(JsonNode key, String name) {
        var value = key.get(name);
        if (value == null || !value.isString() || value.stringValue().isBlank()) {
            throw CommandProblem.failed("The key on standard input has no \"" + name + "\", or it is no text. " + SHAPE);
        }
        return value.stringValue().strip();
    }
}
