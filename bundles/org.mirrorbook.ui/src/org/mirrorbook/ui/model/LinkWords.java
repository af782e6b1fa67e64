package org.mirrorbook.ui.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.eclipse.osgi.util.NLS;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.exchange.LinkHealth;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.journal.Account;

/** The state of a link in shape and words: live, reconnecting with reason, needs attention with reason, off. */
public final class LinkWords {

    private final Figures figures;
    private final HealthWords healthWords;

    public LinkWords(Figures figures) {
        this.figures = figures;
        this.healthWords = new HealthWords(figures);
    }

    /** By which figures are written beside the states. */
    Figures figures() {
        return figures;
    }

    /** One group of cells an account: its name and its state. */
    public List<List<Cell>> line(List<Account> accounts, Map<AccountId, LinkStatus> links, Instant now) {
        return line(accounts, links, account -> Optional.empty(), now);
    }

    /** The same; how well the link does is the tip of its state. */
    public List<List<Cell>> line(List<Account> accounts, Map<AccountId, LinkStatus> links,
            Function<AccountId, Optional<LinkHealth>> health, Instant now) {
        return accounts.stream().map(account -> group(account, Optional.ofNullable(links.get(account.id())),
                health.apply(account.id()), now)).toList();
    }

    /** All there is to say of one link: its state and reason, and how well it does. */
    public List<List<Cell>> detail(Account account, LinkStatus link, Optional<LinkHealth> health, Instant now) {
        var first = group(account, Optional.of(link), Optional.empty(), now);
        var words = health.map(known -> healthWords.text(known, now)).orElse("");
        return words.isEmpty() ? List.of(first) : List.of(first, List.of(Cell.label(words)));
    }

    private List<Cell> group(Account account, Optional<LinkStatus> link, Optional<LinkHealth> health, Instant now) {
        var cells = new ArrayList<Cell>();
        cells.add(Cell.of(account.label()).bold());
        Purse.tag(account.environment()).ifPresent(cells::add);
        var state = state(link, now);
        cells.add(health.map(known -> state.tip(healthWords.text(known, now))).orElse(state));
        var words = reason(link, now);
        if (!words.isEmpty()) {
            cells.add(Cell.label(words));
        }
        return cells;
    }

    /** Shape and one or two words. */
    public Cell state(Optional<LinkStatus> link, Instant now) {
        if (link.isEmpty()) {
            return Cell.of(Messages.LinkWords_off).with(Shape.BAR).in(Tone.TEXT2);
        }
        var since = figures.time(link.get().since(), now);
        return switch (link.get().state()) {
            case OFF -> Cell.of(Messages.LinkWords_off).with(Shape.BAR).in(Tone.TEXT2);
            case CONNECTING -> Cell.of(Messages.LinkWords_connecting).with(Shape.RING).in(Tone.WARN);
            // a link that is live and has a reason to give is one to look at
            case LIVE -> Cell.of(NLS.bind(Messages.LinkWords_live, since)).with(Shape.DOT)
                    .in(link.get().reason().isEmpty() ? Tone.LIVE : Tone.WARN);
            case RECONNECTING -> Cell.of(NLS.bind(Messages.LinkWords_reconnecting, since)).with(Shape.RING).in(Tone.WARN);
            case DEGRADED -> Cell.of(NLS.bind(Messages.LinkWords_degraded, since)).with(Shape.ALERT).in(Tone.WARN);
            case NEEDS_ATTENTION -> Cell.of(NLS.bind(Messages.LinkWords_attention, since)).with(Shape.ALERT).in(Tone.ERROR);
        };
    }

    /** The reason, and when the next try is due; empty when all is well. */
    public String reason(Optional<LinkStatus> link, Instant now) {
        if (link.isEmpty() || link.get().state() == LinkState.OFF) {
            return "";
        }
        var status = link.get();
        var next = status.retryAt().map(at -> Duration.between(now, at)).filter(rest -> !rest.isNegative())
                .map(rest -> NLS.bind(Messages.LinkWords_nextTry, rest.toSeconds() + 1)).orElse("");
        return status.reason().isEmpty() ? next : next.isEmpty() ? status.reason()
                : NLS.bind(Messages.LinkWords_join, next, status.reason());
    }

    /** State and reason in one cell. */
    public Cell stateAndReason(Optional<LinkStatus> link, Instant now) {
        var state = state(link, now);
        var words = reason(link, now);
        return words.isEmpty() ? state : Cell.of(state.text() + ": " + words).with(state.shape()).in(state.tone()).tip(words);
    }
}
