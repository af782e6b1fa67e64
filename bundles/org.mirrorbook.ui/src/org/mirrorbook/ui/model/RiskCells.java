package org.mirrorbook.ui.model;

import java.math.RoundingMode;
import java.time.Instant;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.risk.Excursion;
import org.mirrorbook.domain.risk.ProtectionKind;
import org.mirrorbook.domain.risk.ProtectionMove;
import org.mirrorbook.domain.risk.ProtectionSource;
import org.mirrorbook.domain.statistics.Quote;
import org.mirrorbook.domain.statistics.RiskReading;

/** What a trade risks, in cells: stop and target with their source, the multiple of R and on what it rests, and how far the trade went. */
public final class RiskCells {

    private final Figures figures;

    public RiskCells(Figures figures) {
        this.figures = figures;
    }

    /** The stop or the target with the tag of its source. Of an open trade it is the one that stands now. */
    public Cell price(Trade trade, ProtectionKind kind, Optional<Quote> quote, Instant now) {
        if (quote.isEmpty()) {
            return Cell.of(Figures.ABSENT).tag(Tag.none());
        }
        var known = quote.get();
        var gone = trade.isOpen() ? takenAway(known) : Optional.<ProtectionMove>empty();
        if (gone.isPresent()) {
            var words = kind == ProtectionKind.STOP_LOSS ? Messages.Stop_gone_tip : Messages.Target_gone_tip;
            return Cell.of(Figures.ABSENT).tag(Tag.none())
                    .tip(NLS.bind(words, figures.time(gone.get().at(), now), figures.orAbsent(known.first(), figures::digits)));
        }
        return Cell.of(figures.orAbsent(known.price(), figures::price)).tag(tag(known.source())).tip(tip(trade, known));
    }

    /** A live order that is not at the exchange any more. */
    private static Optional<ProtectionMove> takenAway(Quote quote) {
        return quote.source() != ProtectionSource.LIVE ? Optional.empty()
                : quote.moves().stream().filter(move -> move.source() == ProtectionSource.LIVE).reduce((one, two) -> two)
                        .filter(move -> move.price().isEmpty());
    }

    private String tip(Trade trade, Quote quote) {
        var price = figures.orAbsent(quote.price(), figures::digits);
        return switch (quote.source()) {
            case PLANNED -> NLS.bind(Messages.Source_planned_tip, price);
            case LIVE -> quote.first().equals(quote.price()) ? NLS.bind(Messages.Source_live_tip, price)
                    : NLS.bind(Messages.Source_moved_tip, price, figures.orAbsent(quote.first(), figures::digits));
            case ESTIMATED -> NLS.bind(Messages.Source_estimated_tip, price,
                    figures.orAbsent(trade.risk().oneR(), oneR -> figures.size(oneR.amount()) + " " + oneR.currency()));
        };
    }

    private static Tag tag(ProtectionSource source) {
        return switch (source) {
            case LIVE -> new Tag(Messages.Source_live, Tone.TEXT);
            case PLANNED -> new Tag(Messages.Source_planned, Tone.TEXT2);
            case ESTIMATED -> new Tag(Messages.Source_estimated, Tone.WARN);
        };
    }

    /** The net profit as a multiple of R, with the source of the stop that it rests on. */
    public Cell multiple(Trade trade, RiskReading reading) {
        var source = reading.stopLoss().map(Quote::source).map(RiskCells::tag);
        return reading.rMultiple().isEmpty() || source.isEmpty() ? Cell.of(Figures.ABSENT).tag(Tag.none())
                : signed(reading, figures.multiple(reading.rMultiple().get())).tag(source.get());
    }

    /** The same of an open trade in a narrow column: an estimate is led by a sign of its own. */
    public Cell multipleNow(Trade trade, RiskReading reading) {
        return reading.rMultiple().map(figures::multiple)
                .map(text -> signed(reading, reading.isEstimated() ? NLS.bind(Messages.JournalRows_guess, text) : text))
                .orElse(Cell.of(Figures.ABSENT));
    }

    private Cell signed(RiskReading reading, String text) {
        var cell = Cell.of(text).tip(reading.riskAmount().map(risked -> NLS.bind(Messages.Multiple_tip,
                figures.money(risked.amount(), risked.currency()) + " " + risked.currency())).orElse(""));
        // as it is shown: what is rounded to nothing is neither
        return switch (reading.rMultiple().map(multiple -> multiple.setScale(2, RoundingMode.HALF_UP).signum()).orElse(0)) {
            case 1 -> cell.in(Tone.PROFIT);
            case -1 -> cell.in(Tone.LOSS);
            default -> cell;
        };
    }

    /** MFE: the largest open profit; at least that, where prices were missing. */
    public Cell favourable(Trade trade, Instant now) {
        return excursion(trade, trade.excursions().favourable(), Messages.Excursion_atLeast, now);
    }

    /** MAE: the largest open loss; at most that amount, which is below zero, where prices were missing. */
    public Cell adverse(Trade trade, Instant now) {
        return excursion(trade, trade.excursions().adverse(), Messages.Excursion_atMost, now);
    }

    private Cell excursion(Trade trade, Optional<Excursion> went, String beyond, Instant now) {
        return went.map(far -> {
            var amount = figures.signed(far.amount(), trade.slot().marginCoin());
            var coin = trade.slot().marginCoin();
            var tip = NLS.bind(Messages.Excursion_tip,
                    new Object[] {figures.size(far.amount()) + " " + coin, figures.digits(far.price()), figures.time(far.at(), now)});
            return trade.excursions().gap() ? Cell.of(NLS.bind(beyond, amount)).in(Tone.WARN).tip(tip + " " + Messages.Excursion_gap_tip)
                    : Cell.of(amount).tip(tip);
        }).orElse(Cell.of(Figures.ABSENT));
    }

    /** How far it went in multiples of what was at risk; absent where that is not known. */
    Cell excursionInR(Trade trade, Optional<Excursion> went, RiskReading reading, Instant now) {
        return went.flatMap(far -> reading.riskAmount().map(risked -> {
            var multiple = far.amount().divide(risked.amount(), 4, RoundingMode.HALF_EVEN);
            return Cell.of(figures.multiple(multiple)).tip(excursion(trade, went, "{0}", now).tip());
        })).orElse(Cell.of(Figures.ABSENT));
    }
}
