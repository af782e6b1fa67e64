package org.mirrorbook.exchange.link;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/**
 * What a link has to go through to be live.
 *
 * @param signsIn whether the venue wants a sign-in before subscriptions
 * @param aligning the topics that count as live only when a complete snapshot of them was taken in
 */
public record LinkPlan(boolean signsIn, Set<String> aligning, LinkTiming timing) {

    public LinkPlan {
        aligning = Set.copyOf(aligning);
        requireNonNull(timing);
    }
}
