package org.mirrorbook.ui.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.risk.ProtectionKind;
import org.mirrorbook.domain.statistics.RiskReading;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.mirror.LivePosition;
import org.mirrorbook.mirror.LiveView;

/**
 * Turns what is live into rows. A row of a link that is down is grey, keeps its last values and says since when; a live row whose mark
 * price is older than {@value #FRESH_SECONDS} seconds keeps its colours and loses its filled dot.
 */
public final class LiveRows {

    private static final int FRESH_SECONDS = 5;

    private final Figures figures;
    private final RiskCells risks;

    public LiveRows(Figures figures) {
        this.figures = figures;
        this.risks = new RiskCells(figures);
    }

    /** The rows in their order. */
    public List<LiveRow> of(LiveView view, Map<AccountId, LinkStatus> links, Instant now) {
        return view.positions().stream().map(position -> row(position, links, now)).sorted(Comparator.comparing(LiveRow::place)).toList();
    }

    private LiveRow row(LivePosition position, Map<AccountId, LinkStatus> links, Instant now) {
        var trade = position.trade();
        var slot = trade.slot();
        var account = slot.scope().account();
        var terms = trade.terms();
        var result = trade.result();
        var coin = slot.marginCoin();
        var reading = RiskReading.of(trade);
        boolean live = position.link() == LinkState.LIVE;
        var cells = new ArrayList<Cell>();
        cells.add(Cell.of(live ? position.label() : position.label() + "  " + since(Optional.ofNullable(links.get(account)), now)));
        cells.add(Cell.of(slot.instrument()));
        cells.add(Cell.of(slot.side().name()).in(Tone.TEXT2));
        cells.add(Cell.of(figures.size(terms.quantity())));
        cells.add(Cell.of(figures.price(terms.effectiveEntry())).tip(figures.digits(terms.effectiveEntry())));
        cells.add(Cell.of(figures.orAbsent(position.mark(), figures::price)));
        cells.add(result.unrealised().map(amount -> figures.profit(amount, coin)).orElse(Cell.of(Figures.ABSENT)));
        cells.add(result.realised().signum() == 0 ? Cell.of(Figures.ABSENT) : figures.profit(result.realised(), coin).with(Shape.NONE));
        cells.add(risks.multipleNow(trade, reading));
        cells.add(Cell.of(figures.orAbsent(terms.leverage(), figures::leverage)));
        cells.add(Cell.of(figures.orAbsent(terms.margin(), amount -> figures.margin(amount, coin)))
                .tip(figures.orAbsent(terms.margin(), amount -> figures.size(amount) + " " + coin)));
        cells.add(risks.price(trade, ProtectionKind.STOP_LOSS, reading.stopLoss(), now));
        cells.add(risks.price(trade, ProtectionKind.TAKE_PROFIT, reading.takeProfit(), now));
        cells.add(risks.adverse(trade, now));
        cells.add(risks.favourable(trade, now));
        cells.add(Cell.of(figures.time(trade.openedAt(), now)));
        var shown = Stream.concat(Stream.of(dot(position, now)), cells.stream().map(cell -> live ? cell : cell.stale())).toList();
        return new LiveRow(trade.id(), account, String.join("\u0000", position.label(), slot.instrument(), slot.side().name(),
                trade.id().value()), shown);
    }

    private Cell dot(LivePosition position, Instant now) {
        if (position.link() != LinkState.LIVE) {
            return switch (position.link()) {
                case NEEDS_ATTENTION -> Cell.of("").with(Shape.ALERT).in(Tone.ERROR).tip(Messages.LiveRows_attention);
                case DEGRADED -> Cell.of("").with(Shape.ALERT).in(Tone.WARN).tip(Messages.LiveRows_degraded);
                case OFF -> Cell.of("").with(Shape.BAR).in(Tone.TEXT2).tip(Messages.LiveRows_off);
                default -> Cell.of("").with(Shape.RING).in(Tone.WARN).tip(Messages.LiveRows_reconnecting);
            };
        }
        var age = position.markAt().map(at -> Duration.between(at, now));
        if (age.isEmpty()) {
            return Cell.of("").with(Shape.DOT_OPEN).in(Tone.STALE).tip(Messages.LiveRows_markOfRow);
        }
        // the age itself is not in the cell: it would make every row new at every look
        return age.get().toSeconds() < FRESH_SECONDS
                ? Cell.of("").with(Shape.DOT).in(Tone.LIVE).tip(Messages.LiveRows_fresh)
                : Cell.of("").with(Shape.DOT_OPEN).in(Tone.STALE)
                        .tip(NLS.bind(Messages.LiveRows_late, figures.time(position.markAt().get(), now)));
    }

    private String since(Optional<LinkStatus> link, Instant now) {
        // a link that is on its way for the first time was not lost
        return link.map(status -> status.state() == LinkState.CONNECTING ? Messages.LinkWords_connecting
                : NLS.bind(Messages.LiveRows_since, figures.time(status.since(), now))).orElse(Messages.LiveRows_lastValues);
    }
}
