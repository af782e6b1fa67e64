package org.mirrorbook.exchange.link;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** What a signal made of a link, and what is to be done about it, in order. */
public record LinkStep(LinkSituation after, List<LinkCommand> commands) {

    public LinkStep {
        requireNonNull(after);
        commands = List.copyOf(commands);
    }
}
