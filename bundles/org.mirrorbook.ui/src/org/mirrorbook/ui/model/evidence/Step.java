package org.mirrorbook.ui.model.evidence;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.lifecycle.Observation;
import org.mirrorbook.journal.TradeEvent;

/**
 * A message, or what else was folded, that bears on one trade.
 *
 * @param number in the recording; 0 for a change that no message brought
 * @param receivedAt when it reached this machine, was concluded or typed
 * @param channel where it came from, as in the recording; empty where the recording does not have it any more
 * @param text as it was received; absent where it is not at hand, because it is not kept any more or is to be read anew
 * @param said what was read from it about the trade and is news
 * @param before the trade before it was folded; absent before its opening, and where that is not known
 * @param after the trade once it was folded
 * @param changes what the journal has of it, in order
 */
public record Step(long number, Instant receivedAt, String channel, Optional<String> text, List<Observation> said, Optional<Trade> before,
        Optional<Trade> after, List<TradeEvent> changes) {

    public Step {
        requireNonNull(receivedAt);
        requireNonNull(channel);
        requireNonNull(text);
        said = List.copyOf(said);
        requireNonNull(before);
        requireNonNull(after);
        changes = List.copyOf(changes);
    }

    /** A change whose message is not there, or which had none. */
    static Step without(TradeEvent event) {
        return new Step(event.message(), event.receivedAt(), "", Optional.empty(), List.of(), Optional.empty(), Optional.empty(),
                List.of(event));
    }

    /** No message and no change: a comparison with the exchange's books. */
    static Step compared(Instant at) {
        return new Step(0, at, "", Optional.empty(), List.of(), Optional.empty(), Optional.empty(), List.of());
    }

    Step with(TradeEvent more) {
        var all = new ArrayList<>(changes);
        all.add(more);
        return new Step(number, receivedAt, channel, text, said, before, after, all);
    }

    Step withoutText() {
        return new Step(number, receivedAt, channel, Optional.empty(), said, before, after, changes);
    }

    /** The same where it is not known how the trade was. */
    Step withoutStates() {
        return new Step(number, receivedAt, channel, text, said, Optional.empty(), Optional.empty(), changes);
    }

    /** Whether the recording has it. */
    public boolean isRecorded() {
        return !channel.isEmpty();
    }
}
