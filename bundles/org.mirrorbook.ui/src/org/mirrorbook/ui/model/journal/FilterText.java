package org.mirrorbook.ui.model.journal;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.mirrorbook.domain.journal.Certainty;
import org.mirrorbook.domain.journal.TradeStatus;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.domain.risk.ProtectionSource;
import org.mirrorbook.journal.Range;
import org.mirrorbook.journal.TradeFilter;

/**
 * What the user writes into the filter: terms parted by commas, such as {@code btc, long, r>1, tag:news}. A term that is no word of the
 * filter's own is text that is looked for. What several terms say of the same thing unites where it is a choice, and narrows where it is a
 * range. Longer than most classes, for it is one small language.
 *
 * @param filter narrowed by every term that was understood
 * @param problem a sentence on the first term that was not; empty when all were
 */
public record FilterText(TradeFilter filter, String problem) {

    private static final Pattern COMPARED = Pattern.compile("(r|net|pnl|opened|closed)\\s*(<=|>=|<|>|=)\\s*(.+)");
    private static final Pattern NAMED = Pattern.compile("([a-z]+)\\s*:\\s*(.+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,13}(\\.\\d{1,18})?");
    /** The smallest steps of what is kept: what is above one is a step further. */
    private static final BigDecimal STEP_OF_R = new BigDecimal("0.0001");
    private static final BigDecimal STEP_OF_MONEY = new BigDecimal("0.000000000000000001");

    public FilterText {
        requireNonNull(filter);
        requireNonNull(problem);
    }

    /** What words mean here and now. @param labels of all accounts */
    public record Meaning(Map<AccountId, String> labels, ZoneId zone, Instant now) {
        public Meaning {
            labels = Map.copyOf(labels);
            requireNonNull(zone);
            requireNonNull(now);
        }
    }

    /** @param narrowed by what is said beside the text already */
    public static FilterText read(String text, TradeFilter narrowed, Meaning meaning) {
        var reading = new Reading(narrowed, meaning);
        Arrays.stream(text.split(",")).map(String::strip).filter(term -> !term.isEmpty()).forEach(reading::term);
        return new FilterText(reading.filter.withText(String.join(" ", reading.words)), reading.problem);
    }

    /** One text on its way to a filter. */
    private static final class Reading {

        private final Meaning meaning;
        private final Set<String> words = new LinkedHashSet<>();
        private final Set<String> said = new HashSet<>();
        private TradeFilter filter;
        private String problem = "";

        Reading(TradeFilter narrowed, Meaning meaning) {
            this.filter = narrowed;
            this.meaning = meaning;
        }

        void term(String term) {
            var small = term.toLowerCase(Locale.ROOT).replace('\u2212', '-');
            var compared = COMPARED.matcher(small);
            var named = NAMED.matcher(term);
            if (compared.matches()) {
                if (!compare(compared.group(1), compared.group(2), compared.group(3).strip())) {
                    problem(term);
                }
            } else if (named.matches()) {
                if (!name(named.group(1).toLowerCase(Locale.ROOT), named.group(2).strip())) {
                    problem(term);
                }
            } else if (!word(small)) {
                if (words.isEmpty()) {
                    words.add(term);
                } else {
                    problem = problem.isEmpty() ? NLS.bind(Messages.FilterText_oneText, words.iterator().next(), term) : problem;
                }
            }
        }

        private void problem(String term) {
            problem = problem.isEmpty() ? NLS.bind(Messages.FilterText_notUnderstood, term) : problem;
        }

        private boolean word(String word) {
            switch (word) {
                case "long" -> filter = filter.withSide(Side.LONG);
                case "short" -> filter = filter.withSide(Side.SHORT);
                case "open", "win", "loss", "be" -> status(TradeStatus.valueOf(word.toUpperCase(Locale.ROOT)));
                case "closed" -> {
                    status(TradeStatus.WIN);
                    status(TradeStatus.LOSS);
                    status(TradeStatus.BE);
                }
                case "provisional", "confirmed", "unconfirmed" -> filter = filter.withCertainty(
                        Certainty.valueOf(word.toUpperCase(Locale.ROOT)));
                case "corrected" -> filter = filter.withCorrected(true);
                case "real" -> environment(Environment.LIVE);
                case "demo" -> environment(Environment.DEMO);
                case "practice" -> environment(Environment.PRACTICE);
                default -> {
                    return Arrays.stream(Dates.values()).filter(dates -> dates != Dates.ALL)
                            .filter(dates -> dates.words().toLowerCase(Locale.ROOT).equals(word)).findFirst()
                            .map(dates -> {
                                filter = filter.withOpened(dates.range(meaning.zone(), meaning.now()));
                                return true;
                            }).orElse(false);
                }
            }
            return true;
        }

        /** The first word on something takes the place of what was chosen beside the text, any other one comes to it. */
        private void status(TradeStatus status) {
            var before = said.add("status") ? Set.<TradeStatus>of() : filter.statuses();
            filter = filter.withStatuses(with(before, status));
        }

        private void environment(Environment environment) {
            var before = said.add("environment") ? Set.<Environment>of() : filter.environments();
            filter = filter.withEnvironments(with(before, environment));
        }

        private static <T> Set<T> with(Set<T> before, T one) {
            var all = new HashSet<>(before);
            all.add(one);
            return all;
        }

        private boolean name(String name, String value) {
            switch (name) {
                case "tag" -> filter = filter.withTags(with(said.add("tag") ? Set.of() : filter.tags(), value));
                case "setup" -> filter = filter.withSetups(with(said.add("setup") ? Set.of() : filter.setups(), value));
                case "symbol" -> filter = filter.withSymbol(value.toUpperCase(Locale.ROOT));
                case "account" -> {
                    var found = meaning.labels().entrySet().stream().filter(one -> one.getValue().equalsIgnoreCase(value))
                            .map(Map.Entry::getKey).collect(Collectors.toSet());
                    if (found.isEmpty()) {
                        return false;
                    }
                    var accounts = new HashSet<>(said.add("account") ? Set.<AccountId>of() : filter.accounts());
                    accounts.addAll(found);
                    filter = filter.withAccounts(accounts);
                }
                case "source" -> {
                    return source(value.toLowerCase(Locale.ROOT)).map(source -> {
                        filter = filter.withRiskSources(with(said.add("source") ? Set.of() : filter.riskSources(), source));
                        return true;
                    }).orElse(false);
                }
                case "status", "side", "certainty" -> {
                    return word(value.toLowerCase(Locale.ROOT));
                }
                case "r", "net", "pnl", "opened", "closed" -> {
                    var ends = value.split("\\.\\.", -1);
                    return ends.length == 2 ? (ends[0].isBlank() || compare(name, ">=", ends[0].strip()))
                            && (ends[1].isBlank() || compare(name, "<=", ends[1].strip())) : compare(name, "=", value);
                }
                default -> {
                    return false;
                }
            }
            return true;
        }

        private static Optional<ProtectionSource> source(String word) {
            return switch (word) {
                case "live" -> Optional.of(ProtectionSource.LIVE);
                case "plan", "planned" -> Optional.of(ProtectionSource.PLANNED);
                case "est", "estimated" -> Optional.of(ProtectionSource.ESTIMATED);
                default -> Optional.empty();
            };
        }

        private boolean compare(String what, String sign, String value) {
            switch (what) {
                case "opened", "closed" -> {
                    return day(value).map(day -> {
                        boolean opened = what.equals("opened");
                        var days = days(sign, day);
                        filter = opened ? filter.withOpened(common(filter.opened(), days))
                                : filter.withClosed(common(filter.closed(), days));
                        return true;
                    }).orElse(false);
                }
                default -> {
                    if (!NUMBER.matcher(value).matches()) {
                        return false;
                    }
                    var number = new BigDecimal(value);
                    filter = what.equals("r") ? filter.withRMultiple(common(filter.rMultiple(), range(sign, number, STEP_OF_R)))
                            : filter.withNet(common(filter.net(), range(sign, number, STEP_OF_MONEY)));
                    return true;
                }
            }
        }

        private static Range<BigDecimal> range(String sign, BigDecimal number, BigDecimal step) {
            return switch (sign) {
                case ">" -> Range.from(number.add(step));
                case ">=" -> Range.from(number);
                case "<" -> new Range<>(Optional.empty(), Optional.of(number.subtract(step)));
                case "<=" -> new Range<>(Optional.empty(), Optional.of(number));
                default -> Range.between(number, number);
            };
        }

        private Range<Instant> days(String sign, LocalDate day) {
            return switch (sign) {
                case ">" -> Dates.days(Optional.of(day.plusDays(1)), Optional.empty(), meaning.zone());
                case ">=" -> Dates.days(Optional.of(day), Optional.empty(), meaning.zone());
                case "<" -> Dates.days(Optional.empty(), Optional.of(day.minusDays(1)), meaning.zone());
                case "<=" -> Dates.days(Optional.empty(), Optional.of(day), meaning.zone());
                default -> Dates.days(day, day, meaning.zone());
            };
        }

        private static Optional<LocalDate> day(String text) {
            try {
                return Optional.of(LocalDate.parse(text));
            } catch (DateTimeException e) {
                // said to the user as a term that was not understood
                return Optional.empty();
            }
        }

        private static <T extends Comparable<T>> Range<T> common(Range<T> one, Range<T> other) {
            var from = one.from().isEmpty() || other.from().filter(value -> value.compareTo(one.from().get()) > 0).isPresent()
                    ? other.from() : one.from();
            var to = one.to().isEmpty() || other.to().filter(value -> value.compareTo(one.to().get()) < 0).isPresent() ? other.to()
                    : one.to();
            return new Range<>(from, to);
        }
    }
}
