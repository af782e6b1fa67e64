package org.mirrorbook.ui.model.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.mirrorbook.mirror.MirrorPulse;
import org.mirrorbook.ui.model.Cell;
import org.mirrorbook.ui.model.Figures;
import org.mirrorbook.ui.model.Shape;
import org.mirrorbook.ui.model.Tone;
import org.mirrorbook.ui.model.evidence.Evidence.Range;

/**
 * The figures above the evidence. What is not known is said or left out: when a single message became durable is kept nowhere, so there is
 * only the figure of the account's mirror as it is now.
 */
public final class EvidenceTiles {

    private final Figures figures;
    private final EvidenceTimes times;

    public EvidenceTiles(Figures figures) {
        this.figures = figures;
        this.times = new EvidenceTimes(figures.zone());
    }

    /**
     * @param replayed what came of folding all of the account's recording, when that was done
     * @param testing whether that is being done now
     * @param durable what the running mirror of the account measures now; absent when there is none
     */
    public List<Tile> of(Evidence evidence, Optional<ReplayCheck.Result> replayed, boolean testing, Optional<MirrorPulse> durable) {
        var tiles = new ArrayList<Tile>();
        var cut = evidence.cut() ? NLS.bind(Messages.Tile_cut, figures.count(EvidenceFold.MOST_STEPS)) : "";
        tiles.add(new Tile(Cell.of(figures.count(evidence.messages())).tip(cut.isEmpty() ? repeats(evidence) : cut),
                evidence.repeats() == 0 ? Messages.Tile_messages
                        : NLS.bind(Messages.Tile_messagesAndRepeats, figures.count(evidence.repeats()))));
        tiles.add(new Tile(Cell.of(figures.count(evidence.changes())), Messages.Tile_changes));
        tiles.add(new Tile(evidence.gaps().map(this::gaps).orElse(Cell.of(Messages.Tile_unknown).tip(Messages.Tile_gapsUnknown)),
                Messages.Tile_gaps));
        evidence.median().ifPresent(median -> tiles.add(new Tile(
                Cell.of(figures.count(median.toMillis()) + " ms").tip(Messages.Tile_median_tip), Messages.Tile_median)));
        durable.flatMap(MirrorPulse::durable).ifPresent(delay -> tiles.add(new Tile(Cell.of(figures.count(delay.toMillis()) + " ms")
                .tip(NLS.bind(Messages.Tile_durable_tip, figures.count(durable.get().samples()))), Messages.Tile_durable)));
        evidence.range().ifPresent(range -> tiles.add(range(range)));
        tiles.add(testing ? new Tile(Cell.of(Messages.Tile_testing).in(Tone.TEXT2), Messages.Tile_replayed) : replay(evidence, replayed));
        return tiles;
    }

    private String repeats(Evidence evidence) {
        return evidence.repeats() == 0 ? "" : NLS.bind(Messages.Tile_repeats_tip, figures.count(evidence.repeats()));
    }

    private Cell gaps(int gaps) {
        return gaps == 0 ? Cell.of(Messages.Tile_none).with(Shape.CHECK) : Cell.of(figures.count(gaps)).in(Tone.WARN).with(Shape.RING);
    }

    private Tile range(Range range) {
        var numbers = NLS.bind(Messages.Tile_range, figures.count(range.firstOfTrade()), figures.count(range.lastOfTrade()));
        return new Tile(Cell.of(numbers).tip(NLS.bind(Messages.Tile_range_tip, range.file(), range.files())),
                NLS.bind(Messages.Tile_verified, times.seconds(range.at())));
    }

    private Tile replay(Evidence evidence, Optional<ReplayCheck.Result> replayed) {
        if (replayed.isPresent()) {
            var result = replayed.get();
            var cell = result.isSame() ? Cell.of(NLS.bind(Messages.Tile_tested, times.seconds(result.at()))).with(Shape.CHECK)
                    : Cell.of(result.differences().isEmpty() ? Messages.Tile_notThere
                            : NLS.bind(Messages.Tile_different, String.join(", ", result.differences())))
                            .in(Tone.ERROR).with(Shape.DIFFERENT);
            return new Tile(cell.tip(NLS.bind(Messages.Tile_tested_tip, figures.count(result.first()), figures.count(result.inputs()))),
                    result.first() == 1 ? Messages.Tile_replayed
                            : NLS.bind(Messages.Tile_replayedFrom, figures.count(result.first())));
        }
        var from = evidence.range().map(range -> figures.count(range.folded())).orElse("");
        return switch (evidence.match()) {
            case SAME -> new Tile(Cell.of(NLS.bind(Messages.Tile_sameFrom, from)).with(Shape.CHECK).tip(Messages.Tile_sameFrom_tip),
                    Messages.Tile_replayed);
            case DIFFERENT -> new Tile(Cell.of(NLS.bind(Messages.Tile_notFrom, from)).in(Tone.WARN).with(Shape.DIFFERENT)
                    .tip(Messages.Tile_notFrom_tip), Messages.Tile_replayed);
            case UNKNOWN -> new Tile(Cell.of(Messages.Tile_notTested).in(Tone.TEXT2), Messages.Tile_replayed);
        };
    }
}
