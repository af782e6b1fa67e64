package org.mirrorbook.exchange.bitget.rest;

import org.mirrorbook.exchange.RawMessage;

/** What others want to know of the questions of an account. Called on the asking thread. */
public interface RestNews {

    /**
     * A question was answered with success.
     *
     * @throws org.mirrorbook.exchange.VenueProblem when the answer cannot be kept, so that it must not be used either
     */
    void answered(RawMessage answer);

    /** The venue said that the account is of the other kind (protocol notes, Bitget 1.1). Returns at once. */
    void kindDoubted();

    /** For questions that are nobody else's business. */
    static RestNews ignored() {
        return new RestNews() {
            @Override
            public void answered(RawMessage answer) {
                // nobody records it
            }

            @Override
            public void kindDoubted() {
                // whoever asked hears it as his answer
            }
        };
    }
}
