package org.mirrorbook.journal;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import org.mirrorbook.domain.journal.Certainty;
import org.mirrorbook.domain.journal.TradeSource;
import org.mirrorbook.domain.journal.TradeStatus;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.Side;

/**
 * What a trade has to be like. Each part that says something narrows; {@link #none()} lets every trade through. Immutable: each
 * {@code with} answers another filter.
 *
 * @param statuses any of these; empty for all
 * @param symbol the instrument, whole and as the venue writes it
 * @param opened opening times
 * @param closed closing times; an open trade is in no such range but the one of everything
 * @param rMultiple net profit in units of what was at risk; a trade of which that is not known is in no such range
 * @param net net profit of closed trades, in the margin coin of each
 * @param text found in the symbol, in the label of the account or in what the user noted, in capital or small letters; blank for all
 */
public record TradeFilter(Optional<AccountId> account, Set<TradeStatus> statuses, Optional<String> symbol, Optional<Side> side,
        Optional<Certainty> certainty, Optional<TradeSource> source, Range<Instant> opened, Range<Instant> closed,
        Range<BigDecimal> rMultiple, Range<BigDecimal> net, String text) {

    public TradeFilter {
        requireNonNull(account);
        statuses = Set.copyOf(statuses);
        requireNonNull(symbol);
        requireNonNull(side);
        requireNonNull(certainty);
        requireNonNull(source);
        requireNonNull(opened);
        requireNonNull(closed);
        requireNonNull(rMultiple);
        requireNonNull(net);
        text = text.strip();
    }

    /** Every trade. */
    public static TradeFilter none() {
        return new TradeFilter(Optional.empty(), Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Range.any(), Range.any(), Range.any(), Range.any(), "");
    }

    public TradeFilter withAccount(AccountId account) {
        return new TradeFilter(Optional.of(account), statuses, symbol, side, certainty, source, opened, closed, rMultiple, net, text);
    }

    public TradeFilter withStatuses(Set<TradeStatus> statuses) {
        return new TradeFilter(account, statuses, symbol, side, certainty, source, opened, closed, rMultiple, net, text);
    }

    public TradeFilter withSymbol(String symbol) {
        return new TradeFilter(account, statuses, Optional.of(symbol), side, certainty, source, opened, closed, rMultiple, net, text);
    }

    public TradeFilter withSide(Side side) {
        return new TradeFilter(account, statuses, symbol, Optional.of(side), certainty, source, opened, closed, rMultiple, net, text);
    }

    public TradeFilter withCertainty(Certainty certainty) {
        return new TradeFilter(account, statuses, symbol, side, Optional.of(certainty), source, opened, closed, rMultiple, net, text);
    }

    public TradeFilter withSource(TradeSource source) {
        return new TradeFilter(account, statuses, symbol, side, certainty, Optional.of(source), opened, closed, rMultiple, net, text);
    }

    public TradeFilter withOpened(Range<Instant> opened) {
        return new TradeFilter(account, statuses, symbol, side, certainty, source, opened, closed, rMultiple, net, text);
    }

    public TradeFilter withClosed(Range<Instant> closed) {
        return new TradeFilter(account, statuses, symbol, side, certainty, source, opened, closed, rMultiple, net, text);
    }

    public TradeFilter withRMultiple(Range<BigDecimal> rMultiple) {
        return new TradeFilter(account, statuses, symbol, side, certainty, source, opened, closed, rMultiple, net, text);
    }

    public TradeFilter withNet(Range<BigDecimal> net) {
        return new TradeFilter(account, statuses, symbol, side, certainty, source, opened, closed, rMultiple, net, text);
    }

    public TradeFilter withText(String text) {
        return new TradeFilter(account, statuses, symbol, side, certainty, source, opened, closed, rMultiple, net, text);
    }
}
