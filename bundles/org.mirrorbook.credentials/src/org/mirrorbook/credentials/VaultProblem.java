package org.mirrorbook.credentials;

import static java.util.Objects.requireNonNull;

/** The vault cannot do it. The message is a sentence for the user that says what to do and holds no secret. */
public class VaultProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public VaultProblem(String sentence) {
        super(requireNonNull(sentence));
    }

    public VaultProblem(String sentence, Throwable cause) {
        super(requireNonNull(sentence), cause);
    }
}
