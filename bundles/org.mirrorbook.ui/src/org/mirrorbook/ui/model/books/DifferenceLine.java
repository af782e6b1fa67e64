package org.mirrorbook.ui.model.books;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.reconciliation.Difference;
import org.mirrorbook.ui.model.Cell;
import org.mirrorbook.ui.model.ColumnSpec;
import org.mirrorbook.ui.model.Figures;
import org.mirrorbook.ui.model.OfAccount;
import org.mirrorbook.ui.model.Row;
import org.mirrorbook.ui.model.Shape;
import org.mirrorbook.ui.model.Tone;
import org.mirrorbook.ui.model.TradeRow;

/** One life on which the journal and the exchange do not agree, in a line. */
public sealed interface DifferenceLine extends Row, OfAccount {

    Difference difference();

    /** A life that the journal has. */
    record OfTrade(Difference difference, List<Cell> cells) implements DifferenceLine, TradeRow {

        public OfTrade {
            cells = List.copyOf(cells);
        }

        @Override
        public TradeId id() {
            return difference.trade().orElseThrow().id();
        }

        @Override
        public AccountId account() {
            return difference.slot().scope().account();
        }

        @Override
        public Object key() {
            return id();
        }
    }

    /** A life that only the exchange has. */
    record OfExchange(Difference difference, List<Cell> cells) implements DifferenceLine {

        public OfExchange {
            cells = List.copyOf(cells);
        }

        @Override
        public AccountId account() {
            return difference.slot().scope().account();
        }

        @Override
        public Object key() {
            return List.of(difference.slot(), difference.closedAt());
        }
    }

    /** The columns, in their order. */
    static List<ColumnSpec> columns() {
        return List.of(ColumnSpec.words(Messages.Differences_what, 112, 1), ColumnSpec.words(Messages.Differences_trade, 116, 1),
                ColumnSpec.words(Messages.Differences_closed, 92, 0), ColumnSpec.words(Messages.Differences_field, 84, 1).leaving(1),
                ColumnSpec.figures(Messages.Differences_by, 92, 0));
    }

    /** @param left those that the user leaves as they are */
    static List<DifferenceLine> of(List<Difference> differences, List<Difference> left, String exchange, Times times) {
        return differences.stream().map(difference -> of(difference, left.contains(difference), exchange, times)).toList();
    }

    private static DifferenceLine of(Difference difference, boolean left, String exchange, Times times) {
        var slot = difference.slot();
        var cells = List.of(left ? Cell.of(Messages.Differences_left).with(Shape.DIFFERENT).in(Tone.TEXT2) : what(difference, exchange),
                Cell.of(slot.instrument()).then(Cell.of(slot.side().name()).in(Tone.TEXT2).bold()),
                Cell.of(difference.closedAt().map(at -> times.figures().opened(at, times.now())).orElse(Messages.Differences_open)),
                Cell.of(fields(difference)), by(difference, times.figures()));
        return difference.trade().isPresent() ? new OfTrade(difference, cells) : new OfExchange(difference, cells);
    }

    private static Cell what(Difference difference, String exchange) {
        return switch (difference.kind()) {
            case FIGURES -> sign(Shape.DIFFERENT, Messages.Differences_figures);
            case ONLY_EXCHANGE -> sign(Shape.PLUS, NLS.bind(Messages.Differences_onlyExchange, exchange));
            case ONLY_JOURNAL -> sign(Shape.MINUS, Messages.Differences_onlyJournal);
        };
    }

    private static Cell sign(Shape shape, String words) {
        return Cell.of("").with(shape).in(shape == Shape.PLUS ? Tone.ACCENT : Tone.WARN).then(Cell.of(words));
    }

    private static String fields(Difference difference) {
        return difference.fields().isEmpty() ? Messages.Differences_whole
                : difference.fields().stream().map(field -> FieldNames.small(field.name())).collect(Collectors.joining(", "));
    }

    /** By how much the net of the journal would change. */
    private static Cell by(Difference difference, Figures figures) {
        if (difference.closedAt().isEmpty()) {
            return Cell.of(Figures.ABSENT);
        }
        var journal = difference.trade().map(trade -> trade.result().net());
        var exchange = difference.record().map(record -> record.reportedNet().orElseGet(record::net));
        var by = exchange.map(net -> journal.map(net::subtract).orElse(net)).or(() -> journal.map(net -> net.negate()));
        return by.map(amount -> Signed.exact(amount, figures)).orElse(Cell.of(Figures.ABSENT));
    }

    /** The trade of the line, where the journal has one. */
    default Optional<TradeId> trade() {
        return difference().trade().map(trade -> trade.id());
    }
}
