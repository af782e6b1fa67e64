package org.mirrorbook.ui.model.trade;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.mirrorbook.domain.journal.Certainty;
import org.mirrorbook.domain.journal.Exit;
import org.mirrorbook.domain.journal.Standing;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.position.MarginMode;
import org.mirrorbook.domain.risk.ProtectionKind;
import org.mirrorbook.domain.risk.ProtectionSource;
import org.mirrorbook.domain.statistics.Quote;
import org.mirrorbook.domain.statistics.RiskReading;
import org.mirrorbook.ui.model.Cell;
import org.mirrorbook.ui.model.Figures;
import org.mirrorbook.ui.model.JournalRows;
import org.mirrorbook.ui.model.RiskCells;
import org.mirrorbook.ui.model.Shape;
import org.mirrorbook.ui.model.Tag;
import org.mirrorbook.ui.model.Tone;

/** The facts of a trade, each with its origin as the tip: who said it, and whether it is final. */
public final class TradeFacts {

    private final Figures figures;
    private final RiskCells risks;
    private final JournalRows words;

    public TradeFacts(Figures figures) {
        this.figures = figures;
        this.risks = new RiskCells(figures);
        this.words = new JournalRows(figures);
    }

    /** The eight that matter most, in the order in which they stand beside each other in two columns. */
    public List<Fact> main(Trade trade, Instant now) {
        return List.of(opened(trade, now), closed(trade, now), entry(trade), exit(trade), size(trade), gross(trade), oneR(trade),
                costs(trade));
    }

    /** All there are. */
    public List<Fact> all(Trade trade, Instant now) {
        var slot = trade.slot();
        var result = trade.result();
        var reading = RiskReading.of(trade);
        var facts = new ArrayList<Fact>();
        facts.add(opened(trade, now));
        facts.add(closed(trade, now));
        facts.add(new Fact(Messages.Fact_held, Cell.of(figures.held(Duration.between(trade.openedAt(),
                trade.exit().map(Exit::closedAt).orElse(now)))).tip(Messages.Origin_derived)));
        facts.add(new Fact(Messages.Fact_closedBy, trade.exit().flatMap(Exit::reason).map(JournalRows::closedBy)
                .orElse(Cell.of(Figures.ABSENT).tip(trade.isOpen() ? Messages.Origin_stillOpen : Messages.Origin_reasonUnknown))));
        facts.add(entry(trade));
        facts.add(exit(trade));
        facts.add(new Fact(Messages.Fact_firstEntry, Cell.of(figures.price(trade.terms().plannedEntry())).tip(Messages.Origin_firstRow)));
        facts.add(size(trade));
        facts.add(new Fact(Messages.Fact_leverage, known(trade.terms().leverage().map(figures::leverage), Messages.Origin_row)));
        facts.add(new Fact(Messages.Fact_margin, known(trade.terms().margin().map(amount -> figures.money(amount, slot.marginCoin())),
                Messages.Origin_row)));
        facts.add(gross(trade));
        facts.add(new Fact(Messages.Fact_openFee, money(trade, result.openFee())));
        facts.add(new Fact(Messages.Fact_closeFee, money(trade, result.closeFee())));
        facts.add(new Fact(Messages.Fact_fees, signed(trade, result.fees())));
        facts.add(new Fact(Messages.Fact_funding, signed(trade, result.funding())));
        facts.add(new Fact(Messages.Fact_net, figures.profit(result.net(), slot.marginCoin()).with(Shape.NONE)
                .tip(Messages.Origin_net)));
        facts.add(oneR(trade));
        facts.add(new Fact(Messages.Fact_multiple, risks.multiple(trade, reading)));
        facts.add(new Fact(Messages.Fact_stop, risks.price(trade, ProtectionKind.STOP_LOSS, reading.stopLoss(), now)));
        facts.add(new Fact(Messages.Fact_target, risks.price(trade, ProtectionKind.TAKE_PROFIT, reading.takeProfit(), now)));
        facts.add(new Fact(Messages.Fact_adverse, risks.adverse(trade, now)));
        facts.add(new Fact(Messages.Fact_favourable, risks.favourable(trade, now)));
        facts.add(new Fact(Messages.Fact_found, trade.found() ? Cell.of(Messages.Fact_found_yes).tip(Messages.Origin_found)
                : Cell.of(Messages.Fact_found_no).tip(Messages.Origin_watched)));
        facts.add(new Fact(Messages.Fact_corrected, trade.standing() == Standing.CORRECTED
                ? Cell.of(Messages.Fact_corrected_yes).in(Tone.ACCENT).with(Shape.PENCIL).tip(Messages.Origin_corrected)
                : Cell.of(Messages.Fact_corrected_no).tip(Messages.Origin_reported)));
        facts.add(new Fact(Messages.Fact_mode, Cell.of(slot.marginMode() == MarginMode.CROSSED ? Messages.Head_cross
                : Messages.Head_isolated).tip(Messages.Origin_row)));
        facts.add(new Fact(Messages.Fact_environment, Cell.of(environment(trade)).tip(Messages.Origin_account)));
        facts.add(new Fact(Messages.Fact_product, Cell.of(slot.scope().product().code()).tip(Messages.Origin_account)));
        facts.add(new Fact(Messages.Fact_position, known(trade.positionId(), Messages.Origin_row)));
        return List.copyOf(facts);
    }

    static String environment(Trade trade) {
        return switch (trade.slot().scope().environment()) {
            case LIVE -> Messages.Environment_live;
            case DEMO -> Messages.Environment_demo;
            case PRACTICE -> Messages.Environment_practice;
        };
    }

    private Fact opened(Trade trade, Instant now) {
        return new Fact(Messages.Fact_opened, Cell.of(figures.stamp(trade.openedAt(), trade.isOpen() ? now : end(trade, now)))
                .tip(NLS.bind(Messages.Origin_opened, figures.moment(trade.openedAt()))));
    }

    private Fact closed(Trade trade, Instant now) {
        return new Fact(Messages.Fact_closed, trade.exit().map(exit -> Cell.of(figures.stamp(exit.closedAt(), trade.openedAt()))
                .tip(figures.moment(exit.closedAt()) + ". " + Messages.Origin_exchangeTime + " " + origin(trade)))
                .orElse(Cell.of(Figures.ABSENT).tip(Messages.Origin_stillOpen)));
    }

    private static Instant end(Trade trade, Instant now) {
        return trade.exit().map(Exit::closedAt).orElse(now);
    }

    private Fact entry(Trade trade) {
        return new Fact(Messages.Fact_entry, Cell.of(figures.price(trade.terms().effectiveEntry()))
                .tip(trade.certainty() == Certainty.CONFIRMED ? Messages.Origin_record : Messages.Origin_row));
    }

    private Fact exit(Trade trade) {
        var known = trade.exit();
        if (known.isEmpty() || known.get().price().isEmpty()) {
            return new Fact(Messages.Fact_exit, Cell.of(Figures.ABSENT)
                    .tip(known.isEmpty() ? Messages.Origin_stillOpen : Messages.Origin_unknown));
        }
        return new Fact(Messages.Fact_exit, words.exit(known.get()).tip(switch (known.get().basis()) {
            case RECORD -> Messages.Origin_record;
            case FILLS -> Messages.Origin_fills;
            case MARK -> Messages.Origin_mark;
            case UNKNOWN -> Messages.Origin_unknown;
        }));
    }

    private Fact size(Trade trade) {
        return new Fact(Messages.Fact_size, Cell.of(figures.size(trade.terms().quantity()))
                .tip(trade.isOpen() ? Messages.Origin_sizeNow : Messages.Origin_sizeOfLife));
    }

    private Fact gross(Trade trade) {
        return new Fact(Messages.Fact_gross, figures.profit(trade.result().total(), trade.slot().marginCoin()).with(Shape.NONE)
                .tip(trade.isOpen() ? Messages.Origin_grossOpen : origin(trade)));
    }

    private Fact oneR(Trade trade) {
        var reading = RiskReading.of(trade);
        return new Fact(Messages.Fact_oneR, reading.riskAmount().map(risked -> Cell.of(figures.money(risked.amount(), risked.currency()))
                .tag(tag(reading)).tip(switch (reading.stopLoss().map(Quote::source).orElse(ProtectionSource.ESTIMATED)) {
                    case LIVE -> Messages.Origin_firstStop;
                    case PLANNED -> Messages.Origin_plan;
                    case ESTIMATED -> Messages.Origin_unit;
                })).orElse(Cell.of(Figures.ABSENT).tip(Messages.Origin_noRisk)));
    }

    private static Tag tag(RiskReading reading) {
        return switch (reading.stopLoss().map(Quote::source).orElse(ProtectionSource.ESTIMATED)) {
            case LIVE -> new Tag(Messages.Tag_live, Tone.TEXT);
            case PLANNED -> new Tag(Messages.Tag_planned, Tone.TEXT2);
            case ESTIMATED -> new Tag(Messages.Tag_estimated, Tone.WARN);
        };
    }

    private Fact costs(Trade trade) {
        var coin = trade.slot().marginCoin();
        var costs = trade.result();
        var cell = Cell.of(NLS.bind(Messages.Fact_two, figures.money(costs.fees(), coin), figures.money(costs.funding(), coin)));
        return new Fact(Messages.Fact_costs, (costs.fees().add(costs.funding()).signum() < 0 ? cell.in(Tone.LOSS) : cell)
                .tip(origin(trade)));
    }

    private Cell signed(Trade trade, BigDecimal amount) {
        return Cell.of(figures.money(amount, trade.slot().marginCoin())).in(amount.signum() < 0 ? Tone.LOSS : Tone.TEXT)
                .tip(origin(trade));
    }

    private Cell money(Trade trade, Optional<BigDecimal> amount) {
        return amount.map(paid -> signed(trade, paid)).orElse(Cell.of(Figures.ABSENT).tip(Messages.Origin_notSplit));
    }

    private static Cell known(Optional<String> text, String origin) {
        return text.map(words -> Cell.of(words).tip(origin)).orElse(Cell.of(Figures.ABSENT).tip(Messages.Origin_unknown));
    }

    private static String origin(Trade trade) {
        if (trade.standing() == Standing.CORRECTED) {
            return Messages.Origin_corrected;
        }
        return switch (trade.certainty()) {
            case LIVE -> Messages.Origin_running;
            case PROVISIONAL -> Messages.Origin_provisional;
            case CONFIRMED -> Messages.Origin_record;
            case UNCONFIRMED -> Messages.Origin_unconfirmed;
        };
    }
}
