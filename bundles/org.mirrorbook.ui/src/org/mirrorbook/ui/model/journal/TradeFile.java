package org.mirrorbook.ui.model.journal;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;

import de.siegmar.fastcsv.writer.CsvWriter;

/** A file of exported trades, written one after the other: nothing is held in memory. Of one thread. */
public abstract sealed class TradeFile implements AutoCloseable {

    /** By the end of its name; a table where that says nothing. */
    public static TradeFile of(String name, Writer out) {
        return name.toLowerCase(Locale.ROOT).endsWith(".json") ? new Json(out) : new Csv(out);
    }

    public abstract void write(ExportedTrade trade) throws IOException;

    /** Ends the file. */
    @Override
    public abstract void close() throws IOException;

    /** With the names of the columns in the first line, each line ended as RFC 4180 wants it. */
    private static final class Csv extends TradeFile {

        private final CsvWriter csv;
        private boolean begun;

        Csv(Writer out) {
            csv = CsvWriter.builder().build(out);
        }

        @Override
        public void write(ExportedTrade trade) {
            if (!begun) {
                csv.writeRecord(trade.fields().keySet());
                begun = true;
            }
            csv.writeRecord(trade.texts());
        }

        @Override
        public void close() throws IOException {
            csv.close();
        }
    }

    /** A list of objects, one a line; decimals are texts, so that no reader rounds them. */
    private static final class Json extends TradeFile {

        private static final int FIRST_PRINTABLE = 0x20;

        private final Writer out;
        private boolean begun;

        Json(Writer out) {
            this.out = out;
        }

        @Override
        public void write(ExportedTrade trade) throws IOException {
            out.write(begun ? ",\n" : "[\n");
            begun = true;
            var between = "{";
            for (Map.Entry<String, Object> field : trade.fields().entrySet()) {
                out.write(between);
                between = ",";
                out.write(quoted(field.getKey()) + ":" + value(field.getValue()));
            }
            out.write("}");
        }

        private static String value(Object value) {
            return switch (value) {
                case BigDecimal number -> quoted(ExportedTrade.plain(number));
                case Boolean truth -> truth.toString();
                case Object text -> text.toString().isEmpty() ? "null" : quoted(text.toString());
            };
        }

        private static String quoted(String text) {
            var quoted = new StringBuilder(text.length() + 2).append('"');
            for (char letter : text.toCharArray()) {
                if (letter == '"' || letter == '\\') {
                    quoted.append('\\').append(letter);
                } else if (letter < FIRST_PRINTABLE) {
                    quoted.append(String.format("\\u%04x", (int) letter));
                } else {
                    quoted.append(letter);
                }
            }
            return quoted.append('"').toString();
        }

        @Override
        public void close() throws IOException {
            out.write(begun ? "\n]\n" : "[]\n");
            out.close();
        }
    }
}
