package org.mirrorbook.cli;

import static java.util.Objects.requireNonNull;

import java.util.Collection;

/** The command cannot go on. The message is a sentence for the user and holds no secret. */
final class CommandProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private CommandProblem(int exitCode, String sentence) {
        super(requireNonNull(sentence));
        this.exitCode = exitCode;
    }

    static CommandProblem failed(String sentence) {
        return new CommandProblem(ExitCode.FAILED, sentence);
    }

    static CommandProblem usage(String sentence) {
        return new CommandProblem(ExitCode.USAGE, sentence);
    }

    /** Names the labels there are, since one of them was meant. */
    static CommandProblem unknownLabel(String label, Collection<String> known) {
        var sentence = "There is no account \"" + label + "\". ";
        return usage(sentence + (known.isEmpty() ? "No account was added yet." : "There is: " + String.join(", ", known) + "."));
    }

    int exitCode() {
        return exitCode;
    }
}
