package org.mirrorbook.domain.position;

import static java.util.Objects.requireNonNull;

/** Names one mirrored exchange account for good, whatever its label becomes. Holds no secret. */
public record AccountId(String value) {

    public AccountId {
        requireNonNull(value);
        if (value.isBlank()) {
            throw new IllegalArgumentException("an account id is not blank");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
