package org.mirrorbook.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Takes a password: the first line of standard input, or a question at the terminal that does not show what is typed. */
final class PasswordInput {

    private static final int LONGEST = 4 * 1024;

    private final Streams streams;

    PasswordInput(Streams streams) {
        this.streams = streams;
    }

    /** @throws CommandProblem when none was given */
    String read() {
        if (streams.console().isPresent()) {
            return ask(streams.console().get());
        }
        if (streams.isTyped()) {
            throw CommandProblem.failed("A password that is typed now would be shown. Pipe it into the command.");
        }
        try {
            var bytes = streams.input().readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw CommandProblem.failed("What arrived on standard input is too long for a password.");
            }
            return some(new String(bytes, StandardCharsets.UTF_8).lines().findFirst().orElse(""));
        } catch (IOException e) {
            throw CommandProblem.failed("Standard input cannot be read.");
        }
    }

    private static String ask(Console console) {
        var typed = console.readPassword("Password: ");
        if (typed == null) {
            throw CommandProblem.failed("No password was given.");
        }
        try {
            return some(new String(typed));
        } finally {
            Arrays.fill(typed, ' ');
        }
    }

    private static String some(String password) {
        if (password.isEmpty()) {
            throw CommandProblem.failed("No password was given. Pipe it into the command, or type it at the terminal.");
        }
        return password;
    }
}
