package org.mirrorbook.domain.journal;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

import org.mirrorbook.domain.position.Slot;

/**
 * Names a trade for good. Derived from the slot and the life's start, so that the same history always gives the same ids and a retry
 * cannot make a second trade.
 */
public record TradeId(String value) {

    public TradeId {
        requireNonNull(value);
    }

    /** The id of the life that started in this slot at that time. */
    public static TradeId of(Slot slot, Instant openedAt) {
        var scope = slot.scope();
        var name = String.join("|", scope.account().value(), scope.venue(), scope.environment().name(), scope.product().code(),
                slot.instrument(), slot.side().name(), slot.marginMode().name(), slot.marginCoin(), Long.toString(openedAt.toEpochMilli()));
        return new TradeId(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString());
    }

    /** Written out: trades are looked up by it with each push. */
    @Override
    public boolean equals(Object other) {
        return this == other || other instanceof TradeId that && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
