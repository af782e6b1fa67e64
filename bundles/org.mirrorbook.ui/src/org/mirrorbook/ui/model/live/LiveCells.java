package org.mirrorbook.ui.model.live;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.mirrorbook.domain.position.MarginMode;
import org.mirrorbook.domain.risk.Excursion;
import org.mirrorbook.domain.risk.ProtectionKind;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.mirror.LivePosition;
import org.mirrorbook.ui.model.Cell;
import org.mirrorbook.ui.model.CellShape;
import org.mirrorbook.ui.model.Figures;
import org.mirrorbook.ui.model.RiskCells;
import org.mirrorbook.ui.model.Shape;
import org.mirrorbook.ui.model.Tone;

/**
 * The cells of one position, in the order of {@link LiveColumn}. Those of a link that is down are grey and keep their last values; a live
 * position whose mark is older than {@value #FRESH_SECONDS} seconds keeps its colours and loses its filled dot.
 */
final class LiveCells {

    private static final int FRESH_SECONDS = 5;
    private static final BigDecimal NEAR = new BigDecimal("0.10");
    private static final BigDecimal VERY_NEAR = new BigDecimal("0.05");
    /** Beyond this the figure says nothing more. */
    private static final BigDecimal FAR = new BigDecimal("9.99");
    private static final int LEAST_MINUTES = 10;

    private final Figures figures;
    private final RiskCells risks;
    private final MarkHistory history;

    LiveCells(Figures figures, MarkHistory history) {
        this.figures = figures;
        this.risks = new RiskCells(figures);
        this.history = history;
    }

    /** @param account what stands in the column of the account */
    List<Cell> of(LiveFacts facts, Cell account, Instant now) {
        var trade = facts.trade();
        var terms = trade.terms();
        var result = trade.result();
        var reading = facts.reading();
        var coin = facts.coin();
        var cells = new ArrayList<Cell>();
        cells.add(account);
        cells.add(Cell.of(trade.slot().instrument()));
        cells.add(Cell.of(trade.slot().side().name()).in(Tone.TEXT2));
        cells.add(Cell.of(figures.size(terms.quantity())));
        cells.add(price(terms.effectiveEntry()));
        cells.add(facts.position().mark().map(this::price).orElse(unknown()));
        cells.add(result.unrealised().map(amount -> figures.profit(amount, coin)).orElse(unknown()));
        cells.add(facts.returnOnMargin().map(share -> coloured(Cell.of(figures.signedPercent(share)), share)).orElse(unknown()));
        cells.add(result.realised().signum() == 0 ? unknown().tip(Messages.LiveCells_nothingRealised)
                : figures.profit(result.realised(), coin).with(Shape.NONE));
        cells.add(risks.multipleNow(trade, reading));
        cells.add(Cell.of(figures.orAbsent(terms.leverage(), figures::leverage)));
        cells.add(terms.margin().map(amount -> Cell.of(figures.margin(amount, coin)).tip(figures.size(amount) + " " + coin))
                .orElse(unknown()));
        cells.add(liquidation(facts));
        cells.add(risks.price(trade, ProtectionKind.STOP_LOSS, reading.stopLoss(), now));
        cells.add(risks.price(trade, ProtectionKind.TAKE_PROFIT, reading.takeProfit(), now));
        cells.add(excursions(facts, now));
        cells.add(Cell.of(figures.held(Duration.between(trade.openedAt(), now))).tip(figures.opened(trade.openedAt(), now)));
        cells.add(hour(facts));
        cells.add(risks.adverse(trade, now));
        cells.add(risks.favourable(trade, now));
        cells.add(Cell.of(figures.money(result.fees(), coin)));
        cells.add(Cell.of(figures.money(result.funding(), coin)));
        cells.add(Cell.of(figures.opened(trade.openedAt(), now)));
        cells.add(Cell.of(trade.slot().marginMode() == MarginMode.CROSSED ? Messages.LiveCells_crossed : Messages.LiveCells_isolated));
        if (!facts.isLive()) {
            cells.replaceAll(Cell::stale);
        }
        cells.addFirst(dot(facts.position(), now));
        return cells;
    }

    /** More digits than are shown are told in the tip. */
    private Cell price(BigDecimal price) {
        var shown = figures.price(price);
        var all = figures.digits(price);
        return all.length() > shown.length() ? Cell.of(shown).tip(all) : Cell.of(shown);
    }

    private static Cell unknown() {
        return Cell.of(Figures.ABSENT);
    }

    static Cell coloured(Cell cell, BigDecimal by) {
        return by.signum() > 0 ? cell.in(Tone.PROFIT) : by.signum() < 0 ? cell.in(Tone.LOSS) : cell;
    }

    private Cell liquidation(LiveFacts facts) {
        var price = facts.position().liquidation();
        return facts.toLiquidation().map(share -> {
            var cell = Cell.of(share.compareTo(FAR) > 0 ? Messages.LiveCells_far : figures.percentOnly(share))
                    .tip(NLS.bind(Messages.LiveCells_liquidation, figures.price(price.orElseThrow())));
            if (share.compareTo(VERY_NEAR) < 0) {
                return cell.bold().in(Tone.ERROR).with(Shape.WARNING);
            }
            return share.compareTo(NEAR) < 0 ? cell.bold().in(Tone.WARN) : cell;
        }).orElse(unknown().tip(Messages.LiveCells_noLiquidation));
    }

    /** All bars have one scale, which is R; without a stop there is none. */
    private Cell excursions(LiveFacts facts, Instant now) {
        var trade = facts.trade();
        var favourable = trade.excursions().favourable().map(Excursion::amount);
        var adverse = trade.excursions().adverse().map(Excursion::amount);
        var tip = NLS.bind(Messages.LiveCells_excursions, risks.adverse(trade, now).text() + multiple(facts, adverse),
                risks.favourable(trade, now).text() + multiple(facts, favourable));
        var bar = adverse.flatMap(facts::inR).flatMap(against -> favourable.flatMap(facts::inR).map(best -> new CellShape.Excursions(
                rounded(against.min(BigDecimal.ZERO)), rounded(best.max(BigDecimal.ZERO)),
                rounded(trade.result().unrealised().flatMap(facts::inR).orElse(BigDecimal.ZERO)))));
        return bar.map(drawing -> Cell.of(drawing).tip(trade.excursions().gap() ? tip + "\n" + Messages.LiveCells_gap : tip))
                .orElse(unknown().tip(adverse.isEmpty() ? Messages.LiveCells_noPrice : tip + "\n" + Messages.LiveCells_noScale));
    }

    private String multiple(LiveFacts facts, Optional<BigDecimal> amount) {
        return amount.flatMap(facts::inR).map(inR -> " " + NLS.bind(Messages.LiveCells_inR, figures.multiple(inR))).orElse("");
    }

    /** As fine as a pixel: what moves by less need not be painted. */
    private static BigDecimal rounded(BigDecimal multiple) {
        return multiple.setScale(2, RoundingMode.HALF_UP);
    }

    private Cell hour(LiveFacts facts) {
        var slot = facts.trade().slot();
        var heights = history.heights(slot);
        if (heights.isEmpty()) {
            return Cell.empty();
        }
        return Cell.of(new CellShape.PriceLine(heights, Math.max(LEAST_MINUTES, heights.size()), !facts.isLive()))
                .tip(NLS.bind(Messages.LiveCells_hour, history.minutes(slot), figures.signedPercent(history.move(slot))));
    }

    private Cell dot(LivePosition position, Instant now) {
        if (position.link() != LinkState.LIVE) {
            return switch (position.link()) {
                case NEEDS_ATTENTION -> Cell.of("").with(Shape.DOT_OPEN).in(Tone.STALE).tip(Messages.LiveRows_attention);
                case DEGRADED -> Cell.of("").with(Shape.DOT_OPEN).in(Tone.STALE).tip(Messages.LiveRows_degraded);
                case OFF -> Cell.of("").with(Shape.BAR).in(Tone.TEXT2).tip(Messages.LiveRows_off);
                default -> Cell.of("").with(Shape.DOT_OPEN).in(Tone.STALE).tip(Messages.LiveRows_reconnecting);
            };
        }
        var age = position.markAt().map(at -> Duration.between(at, now));
        if (age.isEmpty()) {
            return Cell.of("").with(Shape.DOT_OPEN).in(Tone.STALE).tip(Messages.LiveRows_markOfRow);
        }
        return age.get().toSeconds() < FRESH_SECONDS ? Cell.of("").with(Shape.DOT).in(Tone.LIVE).tip(Messages.LiveRows_fresh)
                : Cell.of("").with(Shape.DOT_OPEN).in(Tone.STALE).tip(NLS.bind(Messages.LiveRows_late, figures.held(age.get())));
    }
}
