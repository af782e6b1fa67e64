package org.mirrorbook.ui.model;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.mirrorbook.domain.journal.Exit;
import org.mirrorbook.domain.journal.Standing;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.CloseReason;
import org.mirrorbook.domain.position.MarginMode;
import org.mirrorbook.domain.risk.ProtectionKind;
import org.mirrorbook.domain.statistics.RiskReading;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.journal.Annotations.Marks;

/** Turns trades into rows of the Journal. */
public final class JournalRows {

    private static final Cell ABSENT = Cell.of(Figures.ABSENT);

    private final Figures figures;
    private final RiskCells risks;

    public JournalRows(Figures figures) {
        this.figures = figures;
        this.risks = new RiskCells(figures);
    }

    /** A trade of which the user noted nothing. */
    public JournalRow of(Trade trade, Map<AccountId, String> labels, Map<AccountId, LinkStatus> links, Instant now) {
        return of(trade, Marks.none(), labels, links, now);
    }

    /**
     * @param labels of all accounts, removed ones too
     * @param links of the accounts that are mirrored now: an open trade of another one is not watched
     */
    public JournalRow of(Trade trade, Marks marks, Map<AccountId, String> labels, Map<AccountId, LinkStatus> links, Instant now) {
        var account = trade.slot().scope().account();
        var link = Optional.ofNullable(links.get(account));
        var reading = RiskReading.of(trade);
        var cells = new Cell[JournalColumn.values().length];
        for (var column : JournalColumn.values()) {
            cells[column.ordinal()] = cell(column, trade, marks, reading, labels.getOrDefault(account, account.value()), link, now);
        }
        boolean stale = trade.isOpen() && link.map(LinkStatus::state).orElse(LinkState.OFF) != LinkState.LIVE;
        if (stale) {
            for (var column : List.of(JournalColumn.NET, JournalColumn.MULTIPLE)) {
                cells[column.ordinal()] = cells[column.ordinal()].stale();
            }
        }
        return new JournalRow(trade.id(), account, List.of(cells));
    }

    private Cell cell(JournalColumn column, Trade trade, Marks marks, RiskReading reading, String label, Optional<LinkStatus> link,
            Instant now) {
        var slot = trade.slot();
        var coin = slot.marginCoin();
        var result = trade.result();
        return switch (column) {
            case OPENED -> Cell.of(figures.opened(trade.openedAt(), now));
            case SYMBOL -> Cell.of(slot.instrument());
            case SIDE -> Cell.of(slot.side().name()).in(Tone.TEXT2);
            case ACCOUNT -> Cell.of(label);
            case STATUS -> status(trade);
            case CERTAINTY -> certainty(trade, link, now);
            case SIZE -> Cell.of(figures.size(trade.terms().quantity()));
            case ENTRY -> Cell.of(figures.price(trade.terms().effectiveEntry())).tip(figures.digits(trade.terms().effectiveEntry()));
            case EXIT -> trade.exit().map(this::exit).orElse(ABSENT);
            case NET -> figures.profit(result.net(), coin);
            case MULTIPLE -> risks.multiple(trade, reading);
            case FEES -> money(result.fees(), coin);
            case FUNDING -> money(result.funding(), coin);
            case HELD -> Cell.of(figures.held(Duration.between(trade.openedAt(), trade.exit().map(Exit::closedAt).orElse(now))));
            case SETUP -> Cell.of(marks.note().setup());
            case MARKS -> marks(marks);
            case CLOSED -> trade.exit().map(exit -> Cell.of(figures.opened(exit.closedAt(), now))).orElse(ABSENT);
            case CLOSED_BY -> trade.exit().flatMap(Exit::reason).map(JournalRows::closedBy).orElse(ABSENT);
            case STOP -> risks.price(trade, ProtectionKind.STOP_LOSS, reading.stopLoss(), now);
            case GROSS -> figures.profit(result.realised(), coin).with(Shape.NONE);
            case OPEN_FEE -> result.openFee().map(fee -> money(fee, coin)).orElse(ABSENT);
            case CLOSE_FEE -> result.closeFee().map(fee -> money(fee, coin)).orElse(ABSENT);
            case LEVERAGE -> Cell.of(figures.orAbsent(trade.terms().leverage(), figures::leverage));
            case MARGIN -> trade.terms().margin().map(margin -> money(margin, coin)).orElse(ABSENT);
            case MAE -> risks.excursionInR(trade, trade.excursions().adverse(), reading, now);
            case MFE -> risks.excursionInR(trade, trade.excursions().favourable(), reading, now);
            case TAGS -> tags(marks);
            case RATING -> Cell.of(marks.note().rating().isPresent() ? "\u2605".repeat(marks.note().rating().getAsInt()) : "")
                    .tip(marks.note().rating().isPresent() ? NLS.bind(Messages.JournalRows_rating, marks.note().rating().getAsInt()) : "");
            case MISTAKES -> Cell.of(marks.note().mistakes());
            case EMOTION -> Cell.of(marks.note().emotion());
            case MARGIN_MODE -> Cell.of(slot.marginMode() == MarginMode.CROSSED ? Messages.MarginMode_cross : Messages.MarginMode_isolated);
            case ENVIRONMENT -> Cell.of(switch (slot.scope().environment()) {
                case LIVE -> Messages.Environment_live;
                case DEMO -> Messages.Environment_demo;
                case PRACTICE -> Messages.Environment_practice;
            });
            case POSITION_ID -> Cell.of(trade.positionId().orElse(Figures.ABSENT));
        };
    }

    private Cell money(BigDecimal amount, String coin) {
        return Cell.of(figures.money(amount, coin)).tip(figures.size(amount) + " " + coin);
    }

    private static Cell marks(Marks marks) {
        var cells = new ArrayList<Cell>();
        if (marks.hasText()) {
            cells.add(Cell.of(new CellShape.Picture("note")).tip(Messages.JournalRows_note));
        }
        if (marks.attachments() > 0) {
            cells.add(Cell.of(new CellShape.Picture("picture")).tip(marks.attachments() == 1 ? Messages.JournalRows_picture
                    : NLS.bind(Messages.JournalRows_pictures, marks.attachments())));
        }
        return cells.isEmpty() ? Cell.empty() : cells.getFirst().then(cells.subList(1, cells.size()));
    }

    private static Cell tags(Marks marks) {
        var cells = marks.tags().stream().map(tag -> Cell.of(tag).on(Chip.TAG)).toList();
        return cells.isEmpty() ? Cell.empty() : cells.getFirst().then(cells.subList(1, cells.size()));
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
