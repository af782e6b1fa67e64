package org.mirrorbook.ui.model;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows as text for other programs: figures ungrouped, with the minus of a keyboard, and nothing where nothing is known. */
public record CopiedRows(List<ColumnSpec> columns, List<Columns.Place> shown, List<? extends Row> rows, boolean header) {

    /** Columns parted by tabs. */
    public String tabbed() {
        return lines().map(line -> String.join("\t", line)).collect(Collectors.joining(System.lineSeparator()));
    }

    /** A table of a web page, as programs that write texts take it. */
    public String table() {
        return lines().map(line -> line.stream().map(word -> "<td>" + escaped(word) + "</td>").collect(Collectors.joining()))
                .collect(Collectors.joining("</tr><tr>", "<table><tr>", "</tr></table>"));
    }

    private Stream<List<String>> lines() {
        var head = header ? Stream.of(shown.stream().map(place -> columns.get(place.index()).fullName()).toList())
                : Stream.<List<String>>of();
        return Stream.concat(head, rows.stream().map(row -> shown.stream().map(place -> text(row, place.index())).toList()));
    }

    private String text(Row row, int index) {
        var cell = row.cells().get(index);
        if (row instanceof SpanRow spanned && index == shown.getFirst().index() && cell.isEmpty()) {
            return spanned.head().words();
        }
        var words = cell.text().isEmpty() && cell.more().isEmpty() ? cell.tip() : cell.words();
        if (words.equals(Figures.ABSENT)) {
            return "";
        }
        return (columns.get(index).figures() ? words.replace(",", "") : words).replace('\u2212', '-').replace('\t', ' ').replace('\n', ' ');
    }

    private static String escaped(String word) {
        return word.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
