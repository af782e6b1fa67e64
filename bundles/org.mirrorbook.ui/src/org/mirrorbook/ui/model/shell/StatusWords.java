package org.mirrorbook.ui.model.shell;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.reconciliation.Comparison;
import org.mirrorbook.exchange.LinkHealth;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.journal.Account;
import org.mirrorbook.mirror.MirrorPulse;
import org.mirrorbook.ui.model.Cell;
import org.mirrorbook.ui.model.Figures;
import org.mirrorbook.ui.model.LinkWords;
import org.mirrorbook.ui.model.Shape;
import org.mirrorbook.ui.model.Tone;

/**
 * The status line as words: how many accounts are in which state, when anything was heard last, and whether the books agree. An account
 * that is not live is always told, also beside others that are.
 */
public final class StatusWords {

    private static final Duration TENTHS_UP_TO = Duration.ofMinutes(1);
    private static final int MILLIS_OF_A_TENTH = 100;

    private final Figures figures;
    private final LinkWords links;

    public StatusWords(Figures figures) {
        this.figures = requireNonNull(figures);
        this.links = new LinkWords(figures);
    }

    /** The states of all accounts, the best first; a bar where nothing is mirrored. */
    public List<StatusItem> states(List<Account> accounts, Map<AccountId, LinkStatus> now, Instant at) {
        if (accounts.isEmpty()) {
            return List.of(StatusItem.of(StatusPlace.ACCOUNTS, bar(Messages.Status_nothingMirrored)));
        }
        var byState = new EnumMap<LinkState, List<Account>>(LinkState.class);
        accounts.forEach(account -> byState.computeIfAbsent(state(now, account), state -> new ArrayList<>()).add(account));
        if (byState.keySet().equals(Set.of(LinkState.OFF))) {
            return List.of(StatusItem.of(StatusPlace.ACCOUNTS, bar(Messages.Status_nothingMirrored).tip(names(accounts, now, at))));
        }
        var items = new ArrayList<StatusItem>();
        for (LinkState state : List.of(LinkState.LIVE, LinkState.CONNECTING, LinkState.RECONNECTING, LinkState.DEGRADED,
                LinkState.NEEDS_ATTENTION, LinkState.OFF)) {
            var those = byState.getOrDefault(state, List.of());
            if (!those.isEmpty()) {
                items.add(StatusItem.of(StatusPlace.ACCOUNTS, cell(state, those, now, at).tip(names(those, now, at))));
            }
        }
        return items;
    }

    private Cell cell(LinkState state, List<Account> those, Map<AccountId, LinkStatus> now, Instant at) {
        int number = those.size();
        // the longest one: what was lost first is missed most
        var since = those.stream().map(account -> now.get(account.id())).filter(link -> link != null).map(LinkStatus::since)
                .min(Comparator.naturalOrder()).map(first -> figures.time(first, at)).orElse(Figures.ABSENT);
        return switch (state) {
            case LIVE -> Cell.of(NLS.bind(Messages.Status_live, number)).with(Shape.DOT).in(Tone.LIVE);
            case CONNECTING -> Cell.of(NLS.bind(Messages.Status_connecting, number)).with(Shape.RING).in(Tone.WARN);
            case RECONNECTING -> Cell.of(NLS.bind(Messages.Status_reconnecting, number, since)).with(Shape.RING).in(Tone.WARN);
            case DEGRADED -> Cell.of(NLS.bind(Messages.Status_degraded, number, since)).with(Shape.ALERT).in(Tone.WARN);
            case NEEDS_ATTENTION -> Cell.of(NLS.bind(Messages.Status_attention, number)).with(Shape.ALERT).in(Tone.ERROR);
            case OFF -> bar(NLS.bind(Messages.Status_off, number));
        };
    }

    private static Cell bar(String words) {
        return Cell.of(words).with(Shape.BAR).in(Tone.TEXT2);
    }

    private static LinkState state(Map<AccountId, LinkStatus> now, Account account) {
        var link = now.get(account.id());
        return link == null ? LinkState.OFF : link.state();
    }

    /** Each account with its state and reason, a line each. */
    private String names(List<Account> those, Map<AccountId, LinkStatus> now, Instant at) {
        return those.stream().map(account -> account.label() + ": "
                + links.stateAndReason(Optional.ofNullable(now.get(account.id())), at).text()).collect(Collectors.joining("\n"));
    }

    /** When anything was heard last, of any account that is mirrored; nothing when none is. */
    public Optional<StatusItem> message(List<Account> accounts, Map<AccountId, LinkStatus> now,
            Function<AccountId, Optional<LinkHealth>> health, Instant at) {
        var mirrored = accounts.stream().filter(account -> now.containsKey(account.id())).toList();
        if (mirrored.isEmpty()) {
            return Optional.empty();
        }
        var newest = mirrored.stream().flatMap(account -> heard(health, account).stream()).max(Comparator.naturalOrder());
        var tip = mirrored.stream().map(account -> account.label() + ": "
                + heard(health, account).map(then -> age(Duration.between(then, at))).orElse(Figures.ABSENT))
                .collect(Collectors.joining("\n"));
        return Optional.of(StatusItem.of(StatusPlace.ACCOUNTS, newest
                .map(then -> Cell.of(NLS.bind(Messages.Status_message, age(Duration.between(then, at)))))
                .orElse(Cell.label(Messages.Status_silence)).tip(tip)));
    }

    private static Optional<Instant> heard(Function<AccountId, Optional<LinkHealth>> health, Account account) {
        return health.apply(account.id()).flatMap(LinkHealth::lastMessage);
    }

    /** {@code 0.3 s}, {@code 4m 19s}, {@code 2h 05m}. */
    String age(Duration age) {
        var since = age.isNegative() ? Duration.ZERO : age;
        if (since.compareTo(TENTHS_UP_TO) < 0) {
            return since.toSeconds() + "." + since.toMillisPart() / MILLIS_OF_A_TENTH + " s";
        }
        return since.toHours() > 0 ? figures.held(since) : since.toMinutes() + "m " + "%02ds".formatted(since.toSecondsPart());
    }

    /** How long it takes from a message to its being kept, of a hundred the slowest but one, in the slowest account; empty if unknown. */
    public Optional<StatusItem> durable(List<Account> accounts, Function<AccountId, Optional<MirrorPulse>> pulse) {
        var known = accounts.stream().filter(account -> delay(pulse, account).isPresent()).toList();
        var tip = known.stream().map(account -> account.label() + ": " + millis(delay(pulse, account).orElseThrow()))
                .collect(Collectors.joining("\n"));
        return known.stream().map(account -> delay(pulse, account).orElseThrow()).max(Comparator.naturalOrder())
                .map(slowest -> StatusItem.of(StatusPlace.ACCOUNTS, Cell.of(NLS.bind(Messages.Status_durable, millis(slowest))).tip(tip)));
    }

    private static Optional<Duration> delay(Function<AccountId, Optional<MirrorPulse>> pulse, Account account) {
        return pulse.apply(account.id()).flatMap(MirrorPulse::durable);
    }

    private static String millis(Duration delay) {
        return delay.toMillis() + " ms";
    }

    /** Whether journal and exchanges agree, by the newest comparison of each account; nothing while there is no account. */
    public Optional<StatusItem> books(List<Account> accounts, Function<AccountId, Optional<Comparison>> last) {
        if (accounts.isEmpty()) {
            return Optional.empty();
        }
        var compared = accounts.stream().flatMap(account -> last.apply(account.id()).stream()).toList();
        int differences = compared.stream().mapToInt(comparison -> comparison.differences().size()).sum();
        var tip = accounts.stream().map(account -> account.label() + ": " + last.apply(account.id())
                .map(one -> books(one.differences().size())).orElse(Messages.Status_notCompared)).collect(Collectors.joining("\n"));
        int waiting = accounts.size() - compared.size();
        var words = NLS.bind(Messages.Status_books, compared.isEmpty() ? Messages.Status_notCompared
                : differences == 0 && waiting > 0 ? NLS.bind(Messages.Status_someNotCompared, waiting) : books(differences));
        var cell = waiting > 0 && differences == 0 ? Cell.label(words) : Cell.of(words);
        return Optional.of(StatusItem.of(StatusPlace.BOOKS,
                (differences > 0 ? cell.with(Shape.DIFFERENT).in(Tone.WARN).bold() : cell).tip(tip)));
    }

    private static String books(int differences) {
        return switch (differences) {
            case 0 -> Messages.Status_equal;
            case 1 -> Messages.Status_difference;
            default -> NLS.bind(Messages.Status_differences, differences);
        };
    }

    /** What is selected, as words; empty for nothing that is a trade. */
    public static String selected(long trades) {
        return trades == 0 ? "" : trades == 1 ? Messages.Selection_one : NLS.bind(Messages.Selection_many, trades);
    }
}
