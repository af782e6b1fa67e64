package org.mirrorbook.exchange.practice.scenario;

/** A scenario or a step that cannot be understood or done; the message is a sentence that names the line or the field. */
public final class ScenarioProblem extends Exception {

    private static final long serialVersionUID = 1L;

    public ScenarioProblem(String sentence) {
        super(sentence);
    }

    public ScenarioProblem(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
