package org.mirrorbook.mirror.lane;

import java.util.Optional;

import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.mirror.MirrorTopics;

/** Tells the bus what became of a link, each thing once: a link that is tried every few seconds is not news every few seconds. */
final class LinkFacts {

    private final Facts facts;
    private Optional<Told> told = Optional.empty();

    LinkFacts(Facts facts) {
        this.facts = facts;
    }

    /** @param wasLive whether it was live until now */
    void changed(LinkStatus status, boolean wasLive) {
        switch (status.state()) {
            case LIVE -> {
                told = Optional.empty();
                facts.mirror(MirrorTopics.STARTED, Optional.empty(), "");
            }
            case CONNECTING -> {
                if (wasLive) {
                    once(MirrorTopics.DISCONNECTED, status);
                }
            }
            case DEGRADED -> {
                // the failure itself is told as an error
            }
            case RECONNECTING -> once(MirrorTopics.DISCONNECTED, status);
            case NEEDS_ATTENTION -> once(MirrorTopics.NEEDS_ATTENTION, status);
            case OFF -> {
                // the user wanted it, or the product ends: no news
            }
        }
    }

    private void once(String topic, LinkStatus status) {
        var now = Optional.of(new Told(topic, status.code()));
        if (!now.equals(told)) {
            told = now;
            facts.mirror(topic, status.code(), status.reason());
        }
    }

    private record Told(String topic, Optional<String> code) {
    }
}
