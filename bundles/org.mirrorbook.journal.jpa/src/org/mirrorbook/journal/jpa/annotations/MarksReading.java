package org.mirrorbook.journal.jpa.annotations;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.journal.Annotations.Marks;
import org.mirrorbook.journal.Annotations.Note;

/** Reads what a list says of many trades, by three queries for each hundred of them. Of one thread. */
final class MarksReading {

    /** Each query asks for so many, the last id repeated, so that there is one kind of each. */
    private static final int AT_A_TIME = 128;
    private static final String IDS = " (?" + ", ?".repeat(AT_A_TIME - 1) + ")";

    private static final String NOTES = "select n.trade_id, n.setup, n.rating, n.mistakes, n.emotion,"
            + " case when length(n.note) > 0 then 1 else 0 end from trade_note n where n.trade_id in" + IDS;
    private static final String TAGS = "select t.trade_id, g.name from trade_tag t join tag g on g.id = t.tag_id where t.trade_id in" + IDS;
    private static final String FILES = "select a.trade_id, count(*) from attachment a where a.trade_id in" + IDS + " group by a.trade_id";

    private interface Reader {
        void read(ResultSet row) throws SQLException;
    }

    private final Connection connection;
    private final Map<String, Note> notes = new HashMap<>();
    private final Map<String, Boolean> texts = new HashMap<>();
    private final Map<String, List<String>> tags = new HashMap<>();
    private final Map<String, Integer> files = new HashMap<>();

    MarksReading(Connection connection) {
        this.connection = connection;
    }

    Map<TradeId, Marks> of(Collection<TradeId> trades) throws SQLException {
        var ids = trades.stream().map(TradeId::value).distinct().toList();
        for (int from = 0; from < ids.size(); from += AT_A_TIME) {
            var some = ids.subList(from, Math.min(ids.size(), from + AT_A_TIME));
            all(NOTES, some, this::note);
            all(TAGS, some, row -> tags.computeIfAbsent(row.getString(1), id -> new ArrayList<>()).add(row.getString(2)));
            all(FILES, some, row -> files.put(row.getString(1), row.getInt(2)));
        }
        var marks = new HashMap<TradeId, Marks>();
        for (var id : ids) {
            var found = new Marks(texts.getOrDefault(id, false), notes.getOrDefault(id, Note.none()),
                    tags.getOrDefault(id, List.of()).stream().sorted(String.CASE_INSENSITIVE_ORDER).toList(), files.getOrDefault(id, 0));
            if (!found.equals(Marks.none())) {
                marks.put(new TradeId(id), found);
            }
        }
        return marks;
    }

    private void note(ResultSet row) throws SQLException {
        int rating = row.getInt(3);
        var rated = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(rating);
        notes.put(row.getString(1), new Note("", row.getString(2), rated, row.getString(4), row.getString(5)));
        texts.put(row.getString(1), row.getInt(6) == 1);
    }

    private void all(String sql, List<String> ids, Reader reader) throws SQLException {
        try (var select = connection.prepareStatement(sql)) {
            bind(select, ids);
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    reader.read(rows);
                }
            }
        }
    }

    private static void bind(PreparedStatement select, List<String> ids) throws SQLException {
        for (int i = 0; i < AT_A_TIME; i++) {
            select.setString(i + 1, ids.get(Math.min(i, ids.size() - 1)));
        }
    }
}
