package org.mirrorbook.ui.model.evidence;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.journal.Recorded;

/**
 * Whether the recording of an account, folded from its beginning, gives a trade as the journal has it. Takes the inputs in their order and
 * keeps none. For one thread.
 */
public final class ReplayCheck {

    private final Refold refold;
    private long first;
    private long inputs;

    /**
     * What came of it.
     *
     * @param first number of the first input
     * @param inputs how many were folded
     * @param found whether the trade came out at all
     * @param differences names of the fields that differ
     */
    public record Result(long first, long inputs, boolean found, List<String> differences, Instant at) {
        public Result {
            differences = List.copyOf(differences);
            requireNonNull(at);
        }

        public boolean isSame() {
            return found && differences.isEmpty();
        }
    }

    /** @param followed the trade to look for */
    public ReplayCheck(Trade followed) {
        refold = new Refold(followed.id());
    }

    public void take(Recorded recorded) {
        first = inputs == 0 ? recorded.number() : first;
        inputs++;
        refold.take(recorded);
    }

    /** How many were taken. */
    public long inputs() {
        return inputs;
    }

    /** @param journal the trade as the journal has it, read after the last input was recorded */
    public Result compared(Trade journal, Instant at) {
        return refold.trade().map(again -> new Result(first, inputs, true, TradeDifferences.between(again, journal), at))
                .orElseGet(() -> new Result(first, inputs, false, List.of(), at));
    }
}
