package org.mirrorbook.app.launch;

/** The product cannot be started. The message is a sentence for the user. */
final class LaunchProblem extends Exception {

    private static final long serialVersionUID = 1L;

    private final int exitCode;

    LaunchProblem(int exitCode, String sentence) {
        super(sentence);
        this.exitCode = exitCode;
    }

    LaunchProblem(int exitCode, String sentence, Throwable cause) {
        super(sentence, cause);
        this.exitCode = exitCode;
    }

    int exitCode() {
        return exitCode;
    }
}
