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
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.domain.risk.ProtectionSource;

/**
 * What a trade has to be like. Each part that says something narrows; {@link #none()} lets every trade through. Immutable: each
 * {@code with} answers another filter.
 *
 * @param accounts any of these; empty for all
 * @param environments any of these; empty for all
 * @param statuses any of these; empty for all
 * @param symbol the instrument, whole and as the venue writes it
 * @param corrected whether only those are wanted that the user had put right
 * @param riskSources on which stop the multiple of R rests: any of these; empty for all, also for trades without one
 * @param opened opening times
 * @param closed closing times; an open trade is in no such range but the one of everything
 * @param rMultiple net profit in units of what was at risk; a trade of which that is not known is in no such range
 * @param net net profit of closed trades, in the margin coin of each
 * @param tags has one of these, in capital or small letters; empty for all
 * @param setups was entered by one of these, in capital or small letters; empty for all
 * @param text found in the symbol, in the label of the account or in what the user noted, in capital or small letters; blank for all
 */
public record TradeFilter(Set<AccountId> accounts, Set<Environment> environments, Set<TradeStatus> statuses, Optional<String> symbol,
        Optional<Side> side, Optional<Certainty> certainty, boolean corrected, Optional<TradeSource> source,
        Set<ProtectionSource> riskSources, Range<Instant> opened, Range<Instant> closed, Range<BigDecimal> rMultiple,
        Range<BigDecimal> net, Set<String> tags, Set<String> setups, String text) {

    private static final TradeFilter NONE = new TradeFilter(Set.of(), Set.of(), Set.of(), Optional.empty(), Optional.empty(),
            Optional.empty(), false, Optional.empty(), Set.of(), Range.any(), Range.any(), Range.any(), Range.any(), Set.of(), Set.of(),
            "");

    public TradeFilter {
        accounts = Set.copyOf(accounts);
        environments = Set.copyOf(environments);
        statuses = Set.copyOf(statuses);
        requireNonNull(symbol);
        requireNonNull(side);
        requireNonNull(certainty);
        requireNonNull(source);
        riskSources = Set.copyOf(riskSources);
        requireNonNull(opened);
        requireNonNull(closed);
        requireNonNull(rMultiple);
        requireNonNull(net);
        tags = Set.copyOf(tags);
        setups = Set.copyOf(setups);
        text = text.strip();
    }

    /** Every trade. */
    public static TradeFilter none() {
        return NONE;
    }

    public boolean isNone() {
        return equals(NONE);
    }

    /** The one account that is wanted; absent when it is not one alone. */
    public Optional<AccountId> account() {
        return accounts.size() == 1 ? Optional.of(accounts.iterator().next()) : Optional.empty();
    }

    public TradeFilter withAccount(AccountId account) {
        return new TradeFilter(Set.of(account), environments, statuses, symbol, side, certainty, corrected, source, riskSources,
                opened, closed, rMultiple, net, tags, setups, text);
    }

    public TradeFilter withAccounts(Set<AccountId> accounts) {
        return new TradeFilter(accounts, environments, statuses, symbol, side, certainty, corrected, source, riskSources, opened,
                closed, rMultiple, net, tags, setups, text);
    }

    public TradeFilter withEnvironments(Set<Environment> environments) {
        return new TradeFilter(accounts, environments, statuses, symbol, side, certainty, corrected, source, riskSources, opened,
                closed, rMultiple, net, tags, setups, text);
    }

    public TradeFilter withStatuses(Set<TradeStatus> statuses) {
        return new TradeFilter(accounts, environments, statuses, symbol, side, certainty, corrected, source, riskSources, opened,
                closed, rMultiple, net, tags, setups, text);
    }

    public TradeFilter withSymbol(String symbol) {
        return new TradeFilter(accounts, environments, statuses, Optional.of(symbol), side, certainty, corrected, source, riskSources,
                opened, closed, rMultiple, net, tags, setups, text);
    }

    public TradeFilter withSide(Side side) {
        return new TradeFilter(accounts, environments, statuses, symbol, Optional.of(side), certainty, corrected, source, riskSources,
                opened, closed, rMultiple, net, tags, setups, text);
    }

    public TradeFilter withCertainty(Certainty certainty) {
        return new TradeFilter(accounts, environments, statuses, symbol, side, Optional.of(certainty), corrected, source, riskSources,
                opened, closed, rMultiple, net, tags, setups, text);
    }

    public TradeFilter withCorrected(boolean corrected) {
        return new TradeFilter(accounts, environments, statuses, symbol, side, certainty, corrected, source, riskSources, opened,
                closed, rMultiple, net, tags, setups, text);
    }

    public TradeFilter withSource(TradeSource source) {
        return new TradeFilter(accounts, environments, statuses, symbol, side, certainty, corrected, Optional.of(source), riskSources,
                opened, closed, rMultiple, net, tags, setups, text);
    }

    public TradeFilter withRiskSources(Set<ProtectionSource> riskSources) {
        return new TradeFilter(accounts, environments, statuses, symbol, side, certainty, corrected, source, riskSources, opened,
                closed, rMultiple, net, tags, setups, text);
    }

    public TradeFilter withOpened(Range<Instant> opened) {
        return new TradeFilter(accounts, environments, statuses, symbol, side, certainty, corrected, source, riskSources, opened,
                closed, rMultiple, net, tags, setups, text);
    }

    public TradeFilter withClosed(Range<Instant> closed) {
        return new TradeFilter(accounts, environments, statuses, symbol, side, certainty, corrected, source, riskSources, opened,
                closed, rMultiple, net, tags, setups, text);
    }

    public TradeFilter withRMultiple(Range<BigDecimal> rMultiple) {
        return new TradeFilter(accounts, environments, statuses, symbol, side, certainty, corrected, source, riskSources, opened,
                closed, rMultiple, net, tags, setups, text);
    }

    public TradeFilter withNet(Range<BigDecimal> net) {
        return new TradeFilter(accounts, environments, statuses, symbol, side, certainty, corrected, source, riskSources, opened,
                closed, rMultiple, net, tags, setups, text);
    }

    public TradeFilter withTags(Set<String> tags) {
        return new TradeFilter(accounts, environments, statuses, symbol, side, certainty, corrected, source, riskSources, opened,
                closed, rMultiple, net, tags, setups, text);
    }

    public TradeFilter withSetups(Set<String> setups) {
        return new TradeFilter(accounts, environments, statuses, symbol, side, certainty, corrected, source, riskSources, opened,
                closed, rMultiple, net, tags, setups, text);
    }

    public TradeFilter withText(String text) {
        return new TradeFilter(accounts, environments, statuses, symbol, side, certainty, corrected, source, riskSources, opened,
                closed, rMultiple, net, tags, setups, text);
    }
}
