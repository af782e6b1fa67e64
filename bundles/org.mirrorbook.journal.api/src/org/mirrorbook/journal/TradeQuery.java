package org.mirrorbook.journal;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.journal.TradeStatus;
import org.mirrorbook.domain.position.AccountId;

/**
 * Which trades are wanted. Withdrawn ones never are.
 *
 * @param after only what comes after this place in the order: the last trade of the page before. A page costs the same wherever it is
 * @param newestFirst by opening time and id, else oldest first
 * @param limit at most so many
 */
public record TradeQuery(TradeFilter filter, Optional<Place> after, boolean newestFirst, OptionalInt limit) {

    /** Where a trade stands in the order. */
    public record Place(Instant openedAt, TradeId id) {

        public Place {
            requireNonNull(openedAt);
            requireNonNull(id);
        }

        public static Place of(Trade trade) {
            return new Place(trade.openedAt(), trade.id());
        }
    }

    public TradeQuery {
        requireNonNull(filter);
        requireNonNull(after);
        requireNonNull(limit);
    }

    /** The first page of the trades of an account, of a status, or of both. */
    public TradeQuery(Optional<AccountId> account, Optional<TradeStatus> status, boolean newestFirst, OptionalInt limit) {
        this(filter(account, status), Optional.empty(), newestFirst, limit);
    }

    private static TradeFilter filter(Optional<AccountId> account, Optional<TradeStatus> status) {
        var filter = account.map(TradeFilter.none()::withAccount).orElse(TradeFilter.none());
        return status.map(Set::of).map(filter::withStatuses).orElse(filter);
    }

    /** Every trade, oldest first. */
    public static TradeQuery all() {
        return new TradeQuery(TradeFilter.none(), Optional.empty(), false, OptionalInt.empty());
    }

    /** The newest trades that pass. */
    public static TradeQuery newest(TradeFilter filter, int limit) {
        return new TradeQuery(filter, Optional.empty(), true, OptionalInt.of(limit));
    }

    /** The page that follows one which ended with this trade. */
    public TradeQuery after(Trade last) {
        return new TradeQuery(filter, Optional.of(Place.of(last)), newestFirst, limit);
    }

    public Optional<AccountId> account() {
        return filter.account();
    }

    /** The one status that is wanted; absent when it is not one alone. */
    public Optional<TradeStatus> status() {
        return filter.statuses().size() == 1 ? Optional.of(filter.statuses().iterator().next()) : Optional.empty();
    }
}
