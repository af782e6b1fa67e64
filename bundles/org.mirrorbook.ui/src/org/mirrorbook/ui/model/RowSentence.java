package org.mirrorbook.ui.model;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;

/** A row as a sentence, for those who hear it: each column's name and what stands there. */
public final class RowSentence {

    private RowSentence() {
    }

    /** {@code Symbol BTCUSDT, Unrealised plus 265.22, ...}; empty cells are left out. */
    public static String of(Row row, List<ColumnSpec> specs, List<Columns.Place> shown) {
        var cells = shown.stream().map(place -> cell(row.cells().get(place.index()), specs.get(place.index())))
                .filter(words -> !words.isEmpty()).collect(Collectors.joining(", "));
        return row instanceof SpanRow spanned
                ? Stream.of(heard(spanned.head()), cells, heard(spanned.tail())).filter(words -> !words.isEmpty())
                        .collect(Collectors.joining(", "))
                : cells;
    }

    /** One cell by itself: {@code Unrealised, minus 134.10, XRPUSDT long, Main, live}; the head of a row where that stands there. */
    public static String of(Row row, ColumnSpec spec, int index) {
        var words = heard(row.cells().get(index));
        return row instanceof SpanRow spanned && words.isEmpty() ? heard(spanned.head())
                : Stream.of(spec.spoken(), words, row.about()).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }

    /** A cell with the name of its column; empty for one with nothing in it. */
    public static String cell(Cell cell, ColumnSpec spec) {
        var words = heard(cell);
        return words.isEmpty() || spec.spoken().isEmpty() ? words : spec.spoken() + " " + words;
    }

    /** What a table holds. */
    public static String about(List<ColumnSpec> specs, List<Columns.Place> shown, int rows) {
        return NLS.bind(rows == 1 ? Messages.RowSentence_one : Messages.RowSentence_many, rows,
                shown.stream().map(place -> specs.get(place.index()).spoken()).filter(name -> !name.isEmpty())
                        .collect(Collectors.joining(", ")));
    }

    private static String heard(Cell cell) {
        var own = cell.text().isEmpty() ? cell.drawing().isPresent() || cell.shape() != Shape.NONE ? cell.tip() : "" : cell.words();
        if (own.equals(Figures.ABSENT)) {
            return Messages.RowSentence_unknown;
        }
        var more = cell.text().isEmpty() ? cell.more().stream().map(RowSentence::heard).filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" ")) : "";
        // a line of cells whose tip says again what one of them says
        return (more.contains(own) ? more : own + " " + more).strip().replace("\u2212", Messages.RowSentence_minus)
                .replace("+", Messages.RowSentence_plus).replace("\u2248", Messages.RowSentence_about)
                .replace("\u00d7", Messages.RowSentence_times);
    }
}
