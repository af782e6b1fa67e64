package org.mirrorbook.ui.model.evidence;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.lifecycle.Observation;
import org.mirrorbook.domain.lifecycle.Observation.FillSeen;
import org.mirrorbook.domain.lifecycle.Observation.MarksSampled;
import org.mirrorbook.domain.lifecycle.Observation.PositionSeen;
import org.mirrorbook.domain.lifecycle.Observation.SnapshotSeen;
import org.mirrorbook.journal.ReconciliationRun;
import org.mirrorbook.journal.TradeEvent;
import org.mirrorbook.ui.model.Cell;
import org.mirrorbook.ui.model.CellShape;
import org.mirrorbook.ui.model.Figures;
import org.mirrorbook.ui.model.Tone;

/** Makes the rows of the evidence. For one making. */
public final class EvidenceRows {

    private static final String OTHER = "\u203a";

    private final Trade trade;
    private final Figures figures;
    private final EvidenceTimes times;
    private final SaidWords said;
    private final ChangeWords changed;
    private final List<EvidenceRow> rows = new ArrayList<>();
    private LocalDate day;
    private int changes;

    private EvidenceRows(Trade trade, Figures figures) {
        this.trade = trade;
        this.figures = figures;
        this.said = new SaidWords(trade, figures);
        this.changed = new ChangeWords(figures);
        this.times = new EvidenceTimes(figures.zone());
        this.day = times.day(trade.openedAt());
    }

    public static List<EvidenceRow> of(Evidence evidence, Figures figures) {
        var making = new EvidenceRows(evidence.trade(), figures);
        var comparisons = new ArrayDeque<>(evidence.comparisons());
        for (var step : evidence.steps()) {
            while (!comparisons.isEmpty() && comparisons.getFirst().at().isBefore(step.receivedAt())) {
                making.add(comparisons.removeFirst());
            }
            making.add(step);
        }
        comparisons.forEach(making::add);
        return List.copyOf(making.rows);
    }

    private void add(Step step) {
        if (step.changes().isEmpty()) {
            rows.add(new EvidenceRow(step, Optional.empty(), 0, true, cells(step, Optional.empty(), true)));
        }
        for (int i = 0; i < step.changes().size(); i++) {
            var change = Optional.of(step.changes().get(i));
            rows.add(new EvidenceRow(step, change, ++changes, i == 0, cells(step, change, i == 0)));
        }
    }

    private void add(ReconciliationRun run) {
        var compared = new Comparisons(figures);
        var cells = new ArrayList<Cell>();
        cells.add(Cell.of(Figures.ABSENT));
        cells.add(time(run.at(), false));
        cells.add(Cell.label(Figures.ABSENT));
        cells.add(Cell.empty());
        cells.add(Cell.of(Messages.Compared_channel));
        cells.add(Cell.of(Comparisons.said(run)).tip(Comparisons.said(run)));
        var done = Comparisons.done(run, trade);
        cells.add(done.isEmpty() ? Cell.label(Messages.Change_none) : Cell.of(OTHER).in(Tone.ACCENT).then(Cell.of(done).bold()));
        cells.add(Cell.label(compared.result(run)).tip(compared.result(run)));
        cells.addAll(List.of(Cell.empty(), Cell.empty(), Cell.empty()));
        rows.add(new EvidenceRow(Step.compared(run.at()), Optional.empty(), 0, true, cells));
    }

    private List<Cell> cells(Step step, Optional<TradeEvent> change, boolean leads) {
        var cells = new ArrayList<Cell>();
        var venue = VenueTimes.of(step);
        cells.add(leads ? Cell.of(step.number() > 0 ? figures.count(step.number()) : Figures.ABSENT) : Cell.empty());
        cells.add(leads ? time(venue.orElse(step.receivedAt()), venue.isPresent()) : Cell.empty());
        cells.add(leads ? received(venue, step) : Cell.empty());
        cells.add(change.map(event -> Cell.label(NLS.bind(Messages.Commit, figures.count(event.revision()))).tip(Messages.Commit_tip))
                .orElse(Cell.empty()));
        cells.add(leads ? channel(step) : Cell.empty());
        var words = leads ? said.of(step) : "";
        cells.add(step.isRecorded() ? Cell.of(words).tip(words) : Cell.label(words));
        cells.add(change.map(event -> Cell.of(OTHER).in(Tone.ACCENT).then(Cell.of(changed.name(event)).bold()))
                .orElseGet(() -> Cell.label(Messages.Change_none)));
        cells.add(change.map(event -> changed.now(event, step)).map(now -> Cell.of(now).tip(now)).orElseGet(() -> Cell.label(why(step))));
        states(cells, step);
        return cells;
    }

    private static Cell channel(Step step) {
        var words = Cell.of(ChannelWords.of(step.channel())).tip(step.channel());
        return step.isRecorded() ? Cell.of(new CellShape.Picture(ChannelWords.icon(step.channel()))).tip(step.channel()).then(words)
                : words;
    }

    /** With the day before it where it is not the day of the row above. */
    private Cell time(Instant at, boolean ofVenue) {
        var date = times.day(at);
        boolean other = !date.equals(day);
        day = date;
        var cell = Cell.of(other ? times.dayAndClock(at) : times.clock(at)).tip(at.toString());
        return ofVenue ? cell : cell.in(Tone.TEXT2);
    }

    private Cell received(Optional<Instant> venue, Step step) {
        return venue.map(sent -> Cell.label(EvidenceTimes.delay(Duration.between(sent, step.receivedAt())))
                .tip(step.receivedAt().toString()))
                .orElse(Cell.label(Figures.ABSENT));
    }

    private void states(List<Cell> cells, Step step) {
        var after = step.after();
        cells.add(after.map(now -> Cell.of(figures.size(now.isOpen() ? now.terms().quantity() : BigDecimal.ZERO)))
                .orElse(Cell.empty()));
        cells.add(after.map(now -> Cell.of(figures.digits(now.terms().effectiveEntry()))).orElse(Cell.empty()));
        cells.add(after.map(now -> net(realised(now))).orElse(Cell.empty()));
    }

    /** What is earned and paid, without the profit of the size that is still open. */
    static BigDecimal realised(Trade trade) {
        return trade.result().realised().add(trade.result().fees()).add(trade.result().funding());
    }

    private Cell net(BigDecimal net) {
        return switch (net.signum()) {
            case 1 -> Cell.of("+" + figures.exact(net)).in(Tone.PROFIT);
            case -1 -> Cell.of(figures.exact(net)).in(Tone.LOSS);
            default -> Cell.of(figures.exact(net));
        };
    }

    /** Why a message that bears on the trade changed nothing. */
    private String why(Step step) {
        for (Observation one : step.said()) {
            if (one instanceof FillSeen) {
                return step.before().isEmpty() ? Messages.Why_early : Messages.Why_known;
            } else if (one instanceof SnapshotSeen || one instanceof PositionSeen) {
                return step.after().isEmpty() ? "" : Messages.Why_agrees;
            } else if (one instanceof MarksSampled) {
                return farthest();
            }
        }
        return step.isRecorded() && step.said().isEmpty() ? Messages.Why_evidence : "";
    }

    private String farthest() {
        var excursions = trade.excursions();
        return NLS.bind(Messages.Why_excursions, figures.orAbsent(excursions.favourable().map(far -> far.amount()), figures::exact),
                figures.orAbsent(excursions.adverse().map(far -> far.amount()), figures::exact));
    }
}
