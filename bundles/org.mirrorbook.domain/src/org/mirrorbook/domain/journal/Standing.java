package org.mirrorbook.domain.journal;

/** Whether the user had a trade put right after a comparison with the venue's books. */
public enum Standing {
    /** It stands as it was reported. */
    REPORTED,
    /** Its figures were replaced by the venue's. */
    CORRECTED,
    /** The venue does not have it: it counts nowhere, and only its history of changes is still there. */
    WITHDRAWN
}
