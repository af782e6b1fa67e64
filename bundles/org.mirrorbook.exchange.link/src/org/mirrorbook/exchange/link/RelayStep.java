package org.mirrorbook.exchange.link;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** What a signal made of a pair of links, and what is to be done about it, in order. */
public record RelayStep(RelaySituation after, List<LinkCommand> commands) {

    public RelayStep {
        requireNonNull(after);
        commands = List.copyOf(commands);
    }
}
