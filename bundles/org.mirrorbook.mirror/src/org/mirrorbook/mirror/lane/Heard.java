package org.mirrorbook.mirror.lane;

import java.time.Instant;
import java.util.List;

import org.mirrorbook.domain.lifecycle.Observation;
import org.mirrorbook.domain.lifecycle.Observation.BreakEvenRuleSet;
import org.mirrorbook.domain.lifecycle.Observation.MarksSampled;
import org.mirrorbook.domain.lifecycle.Observation.RiskUnitSet;
import org.mirrorbook.exchange.ObservationBatch;
import org.mirrorbook.journal.LaneInput;

/**
 * Observations with what they rest on: one input of a lane.
 *
 * @param channel where it came from, as in the recording
 * @param text as the venue sent it; empty when no message said it, such as a lost link
 * @param at when it was received, concluded or typed
 */
record Heard(String channel, String text, Instant at, List<Observation> seen) {

    private static final String MARKS = "marks";
    private static final String EDIT = "edit";
    private static final String SETTINGS = "settings";
    private static final String CONCLUDED = "concluded";

    Heard {
        seen = List.copyOf(seen);
    }

    static Heard of(ObservationBatch batch) {
        var message = batch.message();
        return new Heard(message.channel(), message.text(), message.receivedAt(), batch.seen());
    }

    /** The venue's answer to a question of ours. */
    static Heard answered(Asked asked, Instant at, List<Observation> seen) {
        return new Heard(asked.channel(), asked.text(), at, seen);
    }

    /** What this side concluded by itself. */
    static Heard concluded(Observation seen) {
        return new Heard(CONCLUDED, "", seen.receivedAt(), List.of(seen));
    }

    /** Sampled prices. */
    static Heard sampled(MarksSampled marks) {
        return new Heard(MARKS, "", marks.receivedAt(), List.of(marks));
    }

    /** What the user wants: an edit of a trade, or another setting. */
    static Heard wished(Observation wish) {
        var channel = wish instanceof BreakEvenRuleSet || wish instanceof RiskUnitSet ? SETTINGS : EDIT;
        return new Heard(channel, "", wish.receivedAt(), List.of(wish));
    }

    /** As it is recorded. */
    LaneInput input() {
        return new LaneInput.Heard(channel, text, seen, at);
    }

    /** As it is recorded when it could not be folded: the evidence stays, and nobody folds it later. */
    LaneInput evidence() {
        return new LaneInput.Heard(channel, text, List.of(), at);
    }
}
