package org.mirrorbook.ui.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.mirrorbook.domain.journal.Exit;
import org.mirrorbook.domain.journal.Standing;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.CloseReason;
import org.mirrorbook.domain.risk.ProtectionKind;
import org.mirrorbook.domain.statistics.RiskReading;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.LinkStatus;

/** Turns trades into rows of the Journal. */
public final class JournalRows {

    private final Figures figures;
    private final RiskCells risks;

    public JournalRows(Figures figures) {
        this.figures = figures;
        this.risks = new RiskCells(figures);
    }

    /**
     * @param labels of all accounts, removed ones too
     * @param links of the accounts that are mirrored now: an open trade of another one is not watched
     */
    public JournalRow of(Trade trade, Map<AccountId, String> labels, Map<AccountId, LinkStatus> links, Instant now) {
        var slot = trade.slot();
        var coin = slot.marginCoin();
        var result = trade.result();
        var cells = new ArrayList<Cell>();
        cells.add(Cell.of(figures.opened(trade.openedAt(), now)));
        cells.add(Cell.of(slot.instrument()));
        cells.add(Cell.of(slot.side().name()).in(Tone.TEXT2));
        cells.add(Cell.of(labels.getOrDefault(slot.scope().account(), slot.scope().account().value())));
        cells.add(status(trade));
        cells.add(certainty(trade, Optional.ofNullable(links.get(slot.scope().account())), now));
        cells.add(Cell.of(figures.size(trade.terms().quantity())));
        cells.add(Cell.of(figures.price(trade.terms().effectiveEntry())).tip(figures.digits(trade.terms().effectiveEntry())));
        cells.add(trade.exit().map(this::exit).orElse(Cell.of(Figures.ABSENT)));
        cells.add(figures.profit(result.net(), coin));
        var reading = RiskReading.of(trade);
        cells.add(risks.multiple(trade, reading));
        cells.add(risks.price(trade, ProtectionKind.STOP_LOSS, reading.stopLoss(), now));
        cells.add(Cell.of(figures.money(result.fees(), coin)).tip(figures.size(result.fees()) + " " + coin));
        cells.add(Cell.of(figures.money(result.funding(), coin)).tip(figures.size(result.funding()) + " " + coin));
        cells.add(Cell.of(figures.held(Duration.between(trade.openedAt(), trade.exit().map(Exit::closedAt).orElse(now)))));
        cells.add(trade.exit().flatMap(Exit::reason).map(JournalRows::closedBy).orElse(Cell.of(Figures.ABSENT)));
        return new JournalRow(trade.id(), slot.scope().account(), cells);
    }

    /** Open, or how it ended. */
    public static Cell status(Trade trade) {
        return switch (trade.status()) {
            case OPEN -> Cell.of("OPEN").on(Chip.OPEN);
            case WIN -> Cell.of("WIN").on(Chip.WIN);
            case LOSS -> Cell.of("LOSS").on(Chip.LOSS);
            case BE -> Cell.of("BE").on(Chip.BE);
        };
    }

    /** Why it was closed, in words. */
    public static Cell closedBy(CloseReason reason) {
        return switch (reason) {
            case MANUAL -> Cell.of(Messages.ClosedBy_order).tip(Messages.ClosedBy_order_tip);
            case STOP -> Cell.of(Messages.ClosedBy_stop).tip(Messages.ClosedBy_stop_tip);
            case TAKE_PROFIT -> Cell.of(Messages.ClosedBy_target).tip(Messages.ClosedBy_target_tip);
            case LIQUIDATION -> Cell.of(Messages.ClosedBy_liquidation).in(Tone.ERROR).tip(Messages.ClosedBy_liquidation_tip);
            case ADL -> Cell.of(Messages.ClosedBy_adl).in(Tone.WARN).tip(Messages.ClosedBy_adl_tip);
            case REVERSAL -> Cell.of(Messages.ClosedBy_reversal).tip(Messages.ClosedBy_reversal_tip);
            case DELIVERY -> Cell.of(Messages.ClosedBy_delivery).in(Tone.WARN).tip(Messages.ClosedBy_delivery_tip);
        };
    }

    /** How far its figures can be trusted. */
    public Cell certainty(Trade trade, Optional<LinkStatus> link, Instant now) {
        if (!trade.isOpen() && trade.standing() == Standing.CORRECTED) {
            return Cell.of(Messages.Certainty_corrected).with(Shape.PENCIL).in(Tone.ACCENT).tip(Messages.Certainty_corrected_tip);
        }
        return switch (trade.certainty()) {
            case LIVE -> live(link, now);
            case PROVISIONAL -> Cell.of(Messages.Certainty_provisional).with(Shape.CLOCK).in(Tone.WARN)
                    .tip(Messages.Certainty_provisional_tip);
            case CONFIRMED -> Cell.of(Messages.Certainty_confirmed).with(Shape.CHECK).in(Tone.TEXT2).tip(trade.found()
                    ? Messages.Certainty_found_tip : Messages.Certainty_confirmed_tip);
            case UNCONFIRMED -> Cell.of(Messages.Certainty_unconfirmed).with(Shape.QUESTION).in(Tone.WARN)
                    .tip(Messages.Certainty_unconfirmed_tip);
        };
    }

    /** An open trade is as live as the link of its account. */
    private Cell live(Optional<LinkStatus> link, Instant now) {
        return switch (link.map(LinkStatus::state).orElse(LinkState.OFF)) {
            case LIVE -> Cell.of(Messages.Certainty_live).with(Shape.DOT).in(Tone.LIVE);
            case OFF -> stale(Messages.Certainty_notWatched, Messages.Certainty_notWatched_tip);
            case CONNECTING -> stale(Messages.LinkWords_connecting, Messages.LiveRows_reconnecting);
            case DEGRADED -> stale(since(link.orElseThrow(), now), Messages.LiveRows_degraded);
            case RECONNECTING, NEEDS_ATTENTION -> stale(since(link.orElseThrow(), now), Messages.LiveRows_reconnecting);
        };
    }

    private String since(LinkStatus link, Instant now) {
        return NLS.bind(Messages.LiveRows_since, figures.time(link.since(), now));
    }

    private static Cell stale(String words, String tip) {
        return Cell.of(words).with(Shape.DOT_OPEN).in(Tone.STALE).tip(tip);
    }

    /** The average exit; a guess is led by a sign of its own. */
    public Cell exit(Exit exit) {
        return exit.price().map(price -> exit.basis() == Exit.Basis.MARK
                ? Cell.of(NLS.bind(Messages.JournalRows_guess, figures.price(price))).in(Tone.WARN).tip(Messages.JournalRows_guess_tip)
                : Cell.of(figures.price(price)).tip(figures.digits(price))).orElse(Cell.of(Figures.ABSENT));
    }
}
