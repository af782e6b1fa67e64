package org.mirrorbook.domain.position;

/** What kind of money an account trades. Figures of different environments are never added. */
public enum Environment {
    /** Real money. */
    LIVE,
    /** The venue's own paper trading. */
    DEMO,
    /** The practice exchange on this machine. */
    PRACTICE
}
