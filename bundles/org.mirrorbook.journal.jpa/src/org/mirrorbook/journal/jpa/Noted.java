package org.mirrorbook.journal.jpa;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.mirrorbook.journal.Cancellation;

/**
 * The trades to which the user noted a text. Notes are written by hand, so all of them can be gone through; by the same rule for letters as
 * everywhere, which no two databases share.
 */
final class Noted {

    private static final String NOTES = "select n.trade_id, n.setup, n.mistakes, n.emotion, n.note from trade_note n";
    private static final String TAGS = "select g.id, g.name from tag g";
    private static final String TAGGED = "select t.trade_id from trade_tag t where t.tag_id = ?";
    /** A server sends so many rows at a time, not all of them into memory. */
    private static final int AT_A_TIME = 500;

    private final Pen pen;
    private final Cancellation cancellation;
    private final String sought;

    Noted(Pen pen, String text, Cancellation cancellation) {
        this.pen = pen;
        this.cancellation = cancellation;
        this.sought = text.toLowerCase(Locale.ROOT);
    }

    static boolean has(String words, String sought) {
        return words.toLowerCase(Locale.ROOT).contains(sought);
    }

    /** Their ids, each once. */
    Set<String> trades() throws SQLException {
        var trades = new LinkedHashSet<String>();
        trades.addAll(firstOfThoseWithTheText(pen.statement(NOTES), 4));
        for (var tag : firstOfThoseWithTheText(pen.statement(TAGS), 1)) {
            var tagged = pen.statement(TAGGED);
            tagged.setString(1, tag);
            trades.addAll(firstOfThoseWithTheText(tagged, 0));
        }
        return trades;
    }

    /** The first column of the rows that have the text in one of those after it; of all rows, where there is none after it. */
    private List<String> firstOfThoseWithTheText(PreparedStatement query, int texts) throws SQLException {
        var found = new ArrayList<String>();
        query.setFetchSize(AT_A_TIME);
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                cancellation.check();
                boolean passes = texts == 0;
                for (int column = 2; column <= texts + 1 && !passes; column++) {
                    passes = has(rows.getString(column), sought);
                }
                if (passes) {
                    found.add(rows.getString(1));
                }
            }
        }
        return found;
    }
}
