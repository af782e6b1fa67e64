package org.mirrorbook.cli;

import java.io.Console;
import java.util.Arrays;
import java.util.Optional;

import org.mirrorbook.credentials.MasterPassword;

/** Asks for the master password at the terminal, without showing it. */
final class TerminalPassword implements MasterPassword {

    private final Console console;

    TerminalPassword(Console console) {
        this.console = console;
    }

    @Override
    public Optional<char[]> ask(boolean first) {
        if (first) {
            console.printf("This system has no keyring. A master password will protect your keys; nobody can recover it.%n");
        }
        var typed = console.readPassword("%s", first ? "New master password: " : "Master password: ");
        if (typed == null || typed.length == 0) {
            return Optional.empty();
        }
        if (!first) {
            return Optional.of(typed);
        }
        var again = Optional.ofNullable(console.readPassword("%s", "Once more: ")).orElse(new char[0]);
        try {
            if (Arrays.equals(typed, again)) {
                return Optional.of(typed);
            }
            Arrays.fill(typed, ' ');
            throw CommandProblem.failed("The two passwords are not the same.");
        } finally {
            Arrays.fill(again, ' ');
        }
    }
}
