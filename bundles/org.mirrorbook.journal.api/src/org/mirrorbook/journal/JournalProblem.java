package org.mirrorbook.journal;

import static java.util.Objects.requireNonNull;

/** What went wrong with the journal, sorted by what the caller should do. The message is a sentence for the user. */
public class JournalProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What the caller should do. */
    public enum Remedy {
        /** Try again: the cause may pass. */
        RETRY,
        /** Ask the user: a label is taken, a folder cannot be written, the journal is of a newer version. */
        ASK_USER,
        /** Stop and report. */
        REPORT
    }

    private final Remedy remedy;

    public JournalProblem(Remedy remedy, String sentence) {
        super(requireNonNull(sentence));
        this.remedy = requireNonNull(remedy);
    }

    public JournalProblem(Remedy remedy, String sentence, Throwable cause) {
        super(requireNonNull(sentence), cause);
        this.remedy = requireNonNull(remedy);
    }

    public Remedy remedy() {
        return remedy;
    }
}
