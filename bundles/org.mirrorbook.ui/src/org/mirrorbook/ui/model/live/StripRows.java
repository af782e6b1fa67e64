package org.mirrorbook.ui.model.live;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.mirrorbook.domain.money.Money;
import org.mirrorbook.exchange.LinkHealth;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.journal.Account;
import org.mirrorbook.mirror.MirrorPulse;
import org.mirrorbook.ui.model.AccountRow;
import org.mirrorbook.ui.model.Cell;
import org.mirrorbook.ui.model.CellShape;
import org.mirrorbook.ui.model.Chip;
import org.mirrorbook.ui.model.Figures;
import org.mirrorbook.ui.model.LinkWords;
import org.mirrorbook.ui.model.Purse;
import org.mirrorbook.ui.model.Shape;
import org.mirrorbook.ui.model.Tone;

/** Turns accounts into rows of the strip: how each is, and the one thing that helps. */
public final class StripRows {

    private static final Duration LATE = Duration.ofSeconds(30);
    private static final String USUAL_COIN = "USDT";

    private final Figures figures;
    private final LinkWords words;

    public StripRows(Figures figures) {
        this.figures = figures;
        this.words = new LinkWords(figures);
    }

    /** @param wanted whether the user wants it to be mirrored, also while the switch is on its way */
    public StripRow of(StripFacts facts, boolean wanted, Instant now) {
        var account = facts.account();
        var mends = mends(facts);
        var cells = new ArrayList<Cell>();
        cells.add(Cell.of(new CellShape.Check(wanted)).tip(wanted ? Messages.Strip_mirrored : Messages.Strip_notMirrored));
        cells.add(label(account));
        cells.add(exchange(account));
        cells.add(state(facts, now));
        cells.add(message(facts, now));
        cells.add(facts.health().flatMap(LinkHealth::clockOffset).map(offset -> Cell.of(figures.offset(offset))).orElse(unknown()));
        cells.add(facts.health().map(health -> gaps(health, now)).orElse(unknown()));
        cells.add(durable(facts));
        cells.add(facts.state() == LinkState.OFF ? unknown() : Cell.of(figures.count(facts.open())));
        cells.add(equity(facts));
        cells.add(picture(mends));
        cells.add(account.mirror() ? Cell.of(new CellShape.Picture("disconnect")).tip(Messages.Strip_disconnect) : Cell.empty());
        return new StripRow(account, mends, cells);
    }

    private static Cell unknown() {
        return Cell.of(Figures.ABSENT).in(Tone.TEXT2);
    }

    private static Cell label(Account account) {
        var cell = Cell.of(account.label()).bold();
        return Purse.tag(account.environment()).map(cell::then).orElse(cell);
    }

    private static Cell exchange(Account account) {
        var venue = AccountRow.exchange(account.venue());
        return Cell.of(account.kind().isEmpty() ? venue : NLS.bind(Messages.Strip_exchange, venue, account.kind()))
                .tip(account.endpoint().map(Object::toString).orElse(""));
    }

    private Cell state(StripFacts facts, Instant now) {
        var since = facts.link().map(status -> figures.time(status.since(), now)).orElse("");
        var reason = Cell.label(words.reason(facts.link(), now));
        return switch (facts.state()) {
            case OFF -> Cell.of(Messages.Strip_off).with(Shape.BAR).in(Tone.TEXT2);
            case CONNECTING -> chip(Shape.RING, Tone.WARN, Messages.Strip_connecting, Chip.WARN, reason);
            case LIVE -> chip(Shape.DOT, Tone.LIVE, Messages.Strip_live, Chip.WIN, aligned(facts), reason);
            case RECONNECTING -> chip(Shape.RING, Tone.WARN, NLS.bind(Messages.Strip_reconnecting, since), Chip.WARN, reason);
            case DEGRADED -> chip(Shape.ALERT, Tone.WARN, NLS.bind(Messages.Strip_degraded, since), Chip.WARN, reason);
            case NEEDS_ATTENTION -> chip(Shape.ALERT, Tone.ERROR, Messages.Strip_attention, Chip.ERROR, reason);
        };
    }

    private static Cell chip(Shape shape, Tone tone, String words, Chip chip, Cell... reasons) {
        var shown = List.of(reasons).stream().filter(reason -> !reason.text().isEmpty()).toList();
        return Cell.of("").with(shape).in(tone).then(Cell.of(words).on(chip)).then(shown)
                .tip(shown.isEmpty() ? "" : shown.getLast().text());
    }

    private Cell aligned(StripFacts facts) {
        var many = facts.open() == 1 ? Messages.LiveGroup_one : NLS.bind(Messages.LiveGroup_many, facts.open());
        return Cell.label(facts.health().flatMap(LinkHealth::lastSnapshot)
                .map(at -> NLS.bind(Messages.Strip_aligned, many, figures.second(at))).orElse(many));
    }

    private Cell message(StripFacts facts, Instant now) {
        return facts.heard().map(at -> Duration.between(at, now)).map(age -> Cell.of(figures.age(age))
                .in(facts.state() != LinkState.LIVE || age.compareTo(LATE) > 0 ? Tone.WARN : Tone.TEXT)).orElse(unknown());
    }

    /** Those that began since midnight in the user's zone. */
    private Cell gaps(LinkHealth health, Instant now) {
        var midnight = now.atZone(figures.zone()).toLocalDate().atStartOfDay(figures.zone()).toInstant();
        var today = health.lost().stream().filter(lost -> !lost.isBefore(midnight)).toList();
        var cell = Cell.of(figures.count(today.size()));
        return today.isEmpty() ? cell : cell.bold().in(Tone.WARN).tip(NLS.bind(Messages.Strip_lastGap, figures.second(today.getLast())));
    }

    private Cell durable(StripFacts facts) {
        return facts.pulse().flatMap(pulse -> pulse.durable().map(delay -> Cell.of(figures.delay(delay))
                .tip(NLS.bind(Messages.Strip_samples, pulse.samples())))).orElse(unknown());
    }

    /** The one of the usual coin, else the first that is told in cents, else any; the others in the tip. */
    private Cell equity(StripFacts facts) {
        var all = facts.pulse().map(MirrorPulse::equity).orElse(List.of()).stream()
                .sorted(Comparator.comparing(Money::currency, Figures.usualFirst())).toList();
        Optional<Money> first = all.stream().filter(money -> money.amount().signum() != 0).findFirst().or(() -> all.stream().findFirst());
        return first.map(money -> {
            var figure = figures.money(money.amount(), money.currency());
            var cell = Cell.of(money.currency().equals(USUAL_COIN) ? figure : figure + " " + money.currency())
                    .tip(String.join("\n", all.stream().map(one -> figures.money(one.amount(), one.currency()) + " " + one.currency())
                            .toList()));
            return facts.state() == LinkState.LIVE ? cell : cell.stale();
        }).orElse(unknown());
    }

    private static StripRow.Mending mends(StripFacts facts) {
        return switch (facts.state()) {
            case LIVE -> StripRow.Mending.SYNC;
            case NEEDS_ATTENTION -> StripRow.Mending.NEW_KEY;
            default -> StripRow.Mending.RECONNECT;
        };
    }

    private static Cell picture(StripRow.Mending mends) {
        return switch (mends) {
            case SYNC -> Cell.of(new CellShape.Picture("sync_now")).tip(Messages.Strip_sync);
            case RECONNECT -> Cell.of(new CellShape.Picture("reconnect")).tip(Messages.Strip_reconnect);
            case NEW_KEY -> Cell.of(new CellShape.Picture("key")).tip(Messages.Strip_newKey);
        };
    }
}
