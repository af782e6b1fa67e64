package org.mirrorbook.exchange;

import static java.util.Objects.requireNonNull;

import org.mirrorbook.domain.position.Scope;

/** A symbol within a scope. */
public record Instrument(Scope scope, String symbol) {

    public Instrument {
        requireNonNull(scope);
        requireNonNull(symbol);
    }
}
