package org.mirrorbook.mirror;

import static java.util.Objects.requireNonNull;

/** The account cannot be added or changed like this. The message is a sentence for the user and holds no secret. */
public class AccountProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public AccountProblem(String sentence) {
        super(requireNonNull(sentence));
    }

    public AccountProblem(String sentence, Throwable cause) {
        super(requireNonNull(sentence), cause);
    }
}
