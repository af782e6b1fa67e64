package org.mirrorbook.domain.risk;

/** Where a stop or a target comes from. */
public enum ProtectionSource {
    /** Typed by the user, before or after. */
    PLANNED,
    /** A real order at the venue. */
    LIVE,
    /** Concluded from the account's unit of risk (1R), because there is no other. */
    ESTIMATED
}
