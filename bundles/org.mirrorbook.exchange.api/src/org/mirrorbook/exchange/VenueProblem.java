package org.mirrorbook.exchange;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** What went wrong with a venue, sorted by what the caller should do. The message is a sentence for the user and holds no secret. */
public final class VenueProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What the caller should do. */
    public enum Remedy {
        /** Try again with back-off: link down, rate limit, maintenance, clock. */
        RETRY,
        /** Stop and ask the user: key rejected, wrong environment, permission, address not allowed. */
        ASK_USER,
        /** Stop and report: the venue answered what nobody understands. */
        REPORT
    }

    private final Remedy remedy;
    private final String code;

    /**
     * @param code the venue's own code, where it gave one
     * @param sentence for the user
     */
    public VenueProblem(Remedy remedy, Optional<String> code, String sentence) {
        super(requireNonNull(sentence));
        this.remedy = requireNonNull(remedy);
        this.code = code.orElse(null);
    }

    public VenueProblem(Remedy remedy, Optional<String> code, String sentence, Throwable cause) {
        this(remedy, code, sentence);
        initCause(cause);
    }

    public Remedy remedy() {
        return remedy;
    }

    public Optional<String> code() {
        return Optional.ofNullable(code);
    }
}
