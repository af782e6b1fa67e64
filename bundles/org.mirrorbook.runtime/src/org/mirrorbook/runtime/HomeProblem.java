package org.mirrorbook.runtime;

import static java.util.Objects.requireNonNull;

/** The data folder cannot be used. The message is a sentence for the user. */
public class HomeProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean inUse;

    /** @param inUse whether another running instance owns it */
    public HomeProblem(boolean inUse, String sentence, Throwable cause) {
        super(requireNonNull(sentence), cause);
        this.inUse = inUse;
    }

    public boolean inUse() {
        return inUse;
    }
}
