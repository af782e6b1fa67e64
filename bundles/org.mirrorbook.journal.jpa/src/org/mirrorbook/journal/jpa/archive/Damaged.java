package org.mirrorbook.journal.jpa.archive;

/** What was read is not as it was written. The message completes a sentence. */
final class Damaged extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Damaged(String what) {
        super(what);
    }

    Damaged(String what, Throwable cause) {
        super(what, cause);
    }
}
