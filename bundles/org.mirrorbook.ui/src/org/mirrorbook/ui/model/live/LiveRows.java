package org.mirrorbook.ui.model.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.mirror.LiveView;
import org.mirrorbook.ui.model.Cell;
import org.mirrorbook.ui.model.CellShape;
import org.mirrorbook.ui.model.Chip;
import org.mirrorbook.ui.model.Figures;
import org.mirrorbook.ui.model.Purse;
import org.mirrorbook.ui.model.Row;
import org.mirrorbook.ui.model.Shape;
import org.mirrorbook.ui.model.Tone;

/** Turns what is live into rows, grouped by account or not, in the order that the user wants. */
public final class LiveRows {

    private final Figures figures;
    private final LiveCells cells;

    /** @param history of the marks, which the small price lines are drawn of */
    public LiveRows(Figures figures, MarkHistory history) {
        this.figures = figures;
        this.cells = new LiveCells(figures, history);
    }

    public List<Row> of(LiveView view, Map<AccountId, LinkStatus> links, LiveWish wish, Instant now) {
        var all = view.positions().stream().map(LiveFacts::of).sorted(LiveOrder.by(wish.sorting())).toList();
        if (!wish.grouped()) {
            return all.stream().<Row>map(facts -> row(facts, links, now)).toList();
        }
        var groups = new LinkedHashMap<String, List<LiveFacts>>();
        all.stream().sorted(LiveOrder.OF_GROUPS).forEach(facts -> groups.put(keyOf(facts), new ArrayList<>()));
        all.forEach(facts -> groups.get(keyOf(facts)).add(facts));
        var rows = new ArrayList<Row>();
        groups.forEach((key, positions) -> {
            boolean open = !wish.closed().contains(key);
            boolean alone = groups.keySet().stream().filter(other -> other.startsWith(prefix(positions.getFirst()))).count() == 1;
            rows.add(group(key, positions, open, alone, links, now));
            if (open) {
                positions.forEach(facts -> rows.add(row(facts, links, now)));
            }
        });
        return rows;
    }

    private static String prefix(LiveFacts facts) {
        return facts.account().value() + "/";
    }

    /** Money of different coins is not added, so an account that holds several has a group for each. */
    private static String keyOf(LiveFacts facts) {
        return prefix(facts) + facts.coin();
    }

    private LiveRow row(LiveFacts facts, Map<AccountId, LinkStatus> links, Instant now) {
        var trade = facts.trade();
        var label = facts.position().label();
        var account = Cell.of(facts.isLive() ? label : label + "  " + since(Optional.ofNullable(links.get(facts.account())), now));
        var profit = trade.result().unrealised().map(amount -> ", " + figures.signed(amount, facts.coin()) + " " + facts.coin()).orElse("");
        return new LiveRow(trade.id(), facts.account(),
                trade.slot().instrument() + " " + trade.slot().side().name().toLowerCase(Locale.ROOT) + profit,
                cells.of(facts, account, now));
    }

    private LiveGroup group(String key, List<LiveFacts> positions, boolean open, boolean alone, Map<AccountId, LinkStatus> links,
            Instant now) {
        var first = positions.getFirst();
        var head = new ArrayList<Cell>();
        head.add(Cell.of(first.position().label()).bold());
        Purse.tag(first.trade().slot().scope().environment()).ifPresent(head::add);
        if (!alone) {
            head.add(Cell.label(first.coin()));
        }
        head.addAll(state(positions.size(), first.position().link(), Optional.ofNullable(links.get(first.account())), now));
        var sums = LiveSums.of(positions);
        var shown = new ArrayList<>(Collections.nCopies(LiveColumn.values().length, Cell.empty()));
        shown.set(LiveColumn.UNREALISED.ordinal(), sums.unrealised(figures).bold());
        if (sums.realised().signum() != 0) {
            shown.set(LiveColumn.REALISED.ordinal(), sums.realised(figures));
        }
        shown.set(LiveColumn.MARGIN.ordinal(), sums.margin(figures));
        if (!first.isLive()) {
            shown.replaceAll(Cell::stale);
        }
        return new LiveGroup(key, first.account(), open, Cell.of(new CellShape.Twistie(open)).tip(open ? Messages.LiveGroup_open
                : Messages.LiveGroup_closed).then(head), shown);
    }

    private List<Cell> state(int count, LinkState link, Optional<LinkStatus> status, Instant now) {
        var many = count == 1 ? Messages.LiveGroup_one : NLS.bind(Messages.LiveGroup_many, count);
        return switch (link) {
            case LIVE -> List.of(Cell.of("").with(Shape.DOT).in(Tone.LIVE).then(Cell.of(NLS.bind(Messages.LiveGroup_live, many))));
            case NEEDS_ATTENTION -> down(Shape.ALERT, Tone.ERROR, Chip.ERROR, status, now);
            case DEGRADED -> down(Shape.ALERT, Tone.WARN, Chip.WARN, status, now);
            case OFF -> List.of(Cell.label(Messages.LiveGroup_off).with(Shape.BAR));
            default -> down(Shape.RING, Tone.WARN, Chip.WARN, status, now);
        };
    }

    private List<Cell> down(Shape shape, Tone tone, Chip chip, Optional<LinkStatus> status, Instant now) {
        var words = status.map(LinkStatus::reason).filter(reason -> !reason.isEmpty() && shape == Shape.ALERT)
                .orElse(Messages.LiveGroup_kept);
        return List.of(Cell.of("").with(shape).in(tone), Cell.of(since(status, now)).on(chip), Cell.label(words));
    }

    private String since(Optional<LinkStatus> link, Instant now) {
        // a link that is on its way for the first time was not lost
        return link.map(status -> status.state() == LinkState.CONNECTING ? Messages.LiveRows_connecting
                : NLS.bind(Messages.LiveRows_since, figures.time(status.since(), now))).orElse(Messages.LiveRows_lastValues);
    }
}
