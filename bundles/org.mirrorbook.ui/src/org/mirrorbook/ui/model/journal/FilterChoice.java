package org.mirrorbook.ui.model.journal;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import org.mirrorbook.domain.journal.Certainty;
import org.mirrorbook.domain.journal.TradeStatus;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.domain.risk.ProtectionSource;
import org.mirrorbook.journal.Range;
import org.mirrorbook.journal.TradeFilter;
import org.mirrorbook.ui.model.journal.FilterText.Meaning;

/**
 * What is chosen in the bar above the Journal. Dates are kept as they were said, so that "today" is another day tomorrow. Immutable.
 *
 * @param text as it was typed
 * @param certainty absent for any
 */
public record FilterChoice(String text, Set<TradeStatus> statuses, Optional<Side> side, Set<AccountId> accounts, Dates dates, More more) {

    /** What stands behind the last button of the bar. */
    public record More(Optional<Sureness> sureness, Set<Environment> environments, Set<ProtectionSource> riskSources, Set<String> tags,
            Set<String> setups, Range<BigDecimal> rMultiple, Range<BigDecimal> net) {

        public static final More NONE = new More(Optional.empty(), Set.of(), Set.of(), Set.of(), Set.of(), Range.any(), Range.any());

        public More {
            requireNonNull(sureness);
            environments = Set.copyOf(environments);
            riskSources = Set.copyOf(riskSources);
            tags = Set.copyOf(tags);
            setups = Set.copyOf(setups);
            requireNonNull(rMultiple);
            requireNonNull(net);
        }

        /** How many of its parts say something. */
        public int count() {
            int count = sureness.isPresent() ? 1 : 0;
            for (var set : new Set<?>[] {environments, riskSources, tags, setups}) {
                count += set.isEmpty() ? 0 : 1;
            }
            return count + (rMultiple.isAny() ? 0 : 1) + (net.isAny() ? 0 : 1);
        }

        public More with(Optional<Sureness> sureness) {
            return new More(sureness, environments, riskSources, tags, setups, rMultiple, net);
        }

        public More toggled(Environment environment) {
            return new More(sureness, FilterChoice.toggled(environments, environment), riskSources, tags, setups, rMultiple, net);
        }

        public More toggled(ProtectionSource source) {
            return new More(sureness, environments, FilterChoice.toggled(riskSources, source), tags, setups, rMultiple, net);
        }

        public More withTag(String tag) {
            return new More(sureness, environments, riskSources, FilterChoice.toggled(tags, tag), setups, rMultiple, net);
        }

        public More withSetup(String setup) {
            return new More(sureness, environments, riskSources, tags, FilterChoice.toggled(setups, setup), rMultiple, net);
        }

        public More withRanges(Range<BigDecimal> rMultiple, Range<BigDecimal> net) {
            return new More(sureness, environments, riskSources, tags, setups, rMultiple, net);
        }
    }

    /** How sure a trade is, as its row says it. */
    public enum Sureness {
        LIVE, PROVISIONAL, UNCONFIRMED, CONFIRMED, CORRECTED
    }

    public static final FilterChoice NONE = new FilterChoice("", Set.of(), Optional.empty(), Set.of(), Dates.ALL, More.NONE);

    public FilterChoice {
        requireNonNull(text);
        statuses = Set.copyOf(statuses);
        requireNonNull(side);
        accounts = Set.copyOf(accounts);
        requireNonNull(dates);
        requireNonNull(more);
    }

    private static <T> Set<T> toggled(Set<T> all, T one) {
        var other = new HashSet<>(all);
        if (!other.remove(one)) {
            other.add(one);
        }
        return other;
    }

    public FilterChoice withText(String text) {
        return new FilterChoice(text, statuses, side, accounts, dates, more);
    }

    public FilterChoice toggled(TradeStatus status) {
        return new FilterChoice(text, toggled(statuses, status), side, accounts, dates, more);
    }

    public FilterChoice withStatuses(Set<TradeStatus> statuses) {
        return new FilterChoice(text, statuses, side, accounts, dates, more);
    }

    public FilterChoice with(Optional<Side> side) {
        return new FilterChoice(text, statuses, side, accounts, dates, more);
    }

    public FilterChoice toggled(AccountId account) {
        return new FilterChoice(text, statuses, side, toggled(accounts, account), dates, more);
    }

    public FilterChoice withAccounts(Set<AccountId> accounts) {
        return new FilterChoice(text, statuses, side, accounts, dates, more);
    }

    public FilterChoice with(Dates dates) {
        return new FilterChoice(text, statuses, side, accounts, dates, more);
    }

    public FilterChoice with(More more) {
        return new FilterChoice(text, statuses, side, accounts, dates, more);
    }

    public boolean isNone() {
        return withText(text.strip()).equals(NONE);
    }

    /** What it asks of trades now; what is typed says more about the same. */
    public FilterText filter(Meaning meaning) {
        var filter = TradeFilter.none().withStatuses(statuses).withAccounts(accounts).withOpened(dates.range(meaning.zone(), meaning.now()))
                .withEnvironments(more.environments()).withRiskSources(more.riskSources()).withTags(more.tags())
                .withSetups(more.setups()).withRMultiple(more.rMultiple()).withNet(more.net());
        filter = side.map(filter::withSide).orElse(filter);
        if (more.sureness().isPresent()) {
            var sureness = more.sureness().get();
            filter = sureness == Sureness.CORRECTED ? filter.withCorrected(true) : filter.withCertainty(Certainty.valueOf(sureness.name()));
        }
        return FilterText.read(text, filter, meaning);
    }
}
