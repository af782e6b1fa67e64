package org.mirrorbook.journal.jpa.annotations;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.journal.Annotations;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.JournalProblem.Remedy;

/**
 * Notes, tags and attachments, by plain SQL: no row of theirs is shared with the books, and attachments must not stay in any cache.
 * Larger than most classes here, because it is one port of small statements.
 */
public final class TableAnnotations implements Annotations {

    private final Session session;
    private final Clock clock;

    public TableAnnotations(Session session, Clock clock) {
        this.session = session;
        this.clock = clock;
    }

    @Override
    public Note note(TradeId trade) {
        return call("reading a note", connection -> first(connection,
                "select note, setup, rating, mistakes, emotion from trade_note where trade_id = ?", row -> new Note(row.getString(1),
                row.getString(2), rating(row), row.getString(4), row.getString(5)), trade.value())).orElse(Note.none());
    }

    @Override
    public Map<TradeId, Marks> marks(Collection<TradeId> trades) {
        return trades.isEmpty() ? Map.of() : call("reading the marks of trades", connection -> new MarksReading(connection).of(trades));
    }

    @Override
    public List<String> setups() {
        return call("reading setups", connection -> list(connection, "select distinct n.setup from trade_note n where n.setup <> ''",
                row -> row.getString(1))).stream().sorted(String.CASE_INSENSITIVE_ORDER).toList();
    }

    private static OptionalInt rating(ResultSet row) throws SQLException {
        int rating = row.getInt(3);
        return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(rating);
    }

    @Override
    public void write(TradeId trade, Note note) {
        require(note.text().length() <= LONGEST_TEXT, "A note has at most " + LONGEST_TEXT + " characters.");
        requireShort("setup", note.setup(), 200);
        requireShort("list of mistakes", note.mistakes(), 2000);
        requireShort("emotion", note.emotion(), 200);
        call("writing a note", connection -> {
            requireTrade(connection, trade);
            update(connection, "delete from trade_note where trade_id = ?", trade.value());
            if (!note.equals(Note.none())) {
                insert(connection, trade, note);
            }
            return null;
        });
    }

    private void insert(Connection connection, TradeId trade, Note note) throws SQLException {
        try (var insert = connection.prepareStatement(
                "insert into trade_note (trade_id, note, setup, rating, mistakes, emotion, edited_at) values (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, trade.value());
            insert.setString(2, note.text());
            insert.setString(3, note.setup());
            insert.setObject(4, note.rating().isPresent() ? note.rating().getAsInt() : null, Types.INTEGER);
            insert.setString(5, note.mistakes());
            insert.setString(6, note.emotion());
            insert.setLong(7, micros(clock.instant()));
            insert.executeUpdate();
        }
    }

    @Override
    public List<String> tags(TradeId trade) {
        return call("reading tags", connection -> list(connection,
                "select g.name from tag g join trade_tag t on t.tag_id = g.id where t.trade_id = ?", row -> row.getString(1),
                trade.value())).stream().sorted(String.CASE_INSENSITIVE_ORDER).toList();
    }

    @Override
    public List<String> tags() {
        return call("reading tags", connection -> list(connection,
                "select g.name from tag g where exists (select 1 from trade_tag t where t.tag_id = g.id)", row -> row.getString(1)))
                .stream().sorted(String.CASE_INSENSITIVE_ORDER).toList();
    }

    @Override
    public void tag(TradeId trade, String tag) {
        var name = tag.strip();
        require(!name.isEmpty(), "A tag is not empty.");
        requireShort("tag", name, 100);
        var id = AnnotationId.ofTag(name);
        call("adding a tag", connection -> {
            requireTrade(connection, trade);
            if (first(connection, "select id from tag where id = ?", row -> row.getString(1), id).isEmpty()) {
                update(connection, "insert into tag (id, name) values (?, ?)", id, name);
            }
            if (first(connection, "select tag_id from trade_tag where trade_id = ? and tag_id = ?", row -> row.getString(1), trade.value(),
                    id).isEmpty()) {
                update(connection, "insert into trade_tag (trade_id, tag_id) values (?, ?)", trade.value(), id);
            }
            return null;
        });
    }

    @Override
    public void untag(TradeId trade, String tag) {
        call("taking a tag away", connection -> update(connection, "delete from trade_tag where trade_id = ? and tag_id = ?", trade.value(),
                AnnotationId.ofTag(tag)));
    }

    @Override
    public List<Attachment> attachments(TradeId trade) {
        return call("reading attachments", connection -> list(connection,
                "select id, name, media_type, size_bytes, sha256, added_at from attachment where trade_id = ? order by added_at, id",
                row -> new Attachment(row.getString(1), trade, row.getString(2), row.getString(3), row.getLong(4), row.getString(5),
                        Instant.EPOCH.plus(row.getLong(6), ChronoUnit.MICROS)), trade.value()));
    }

    @Override
    public Attachment attach(TradeId trade, String name, String mediaType, byte[] content) {
        require(!name.isBlank(), "An attachment needs a name.");
        requireShort("name of an attachment", name, 255);
        requireShort("media type of an attachment", mediaType, 255);
        require(content.length <= LARGEST_ATTACHMENT, "An attachment has at most " + LARGEST_ATTACHMENT / (1024 * 1024) + " MB; "
                + name + " has more.");
        var sha256 = sha256(content);
        var id = AnnotationId.ofAttachment(trade.value(), name, sha256);
        call("adding an attachment", connection -> {
            requireTrade(connection, trade);
            if (first(connection, "select id from attachment where id = ?", row -> row.getString(1), id).isEmpty()) {
                insert(connection, id, trade, name, mediaType, sha256, content);
            }
            return null;
        });
        return attachments(trade).stream().filter(one -> one.id().equals(id)).findFirst()
                .orElseThrow(() -> new JournalProblem(Remedy.RETRY, "The attachment " + name + " was removed while it was added."));
    }

    private void insert(Connection connection, String id, TradeId trade, String name, String mediaType, String sha256, byte[] content)
            throws SQLException {
        try (var insert = connection.prepareStatement("insert into attachment"
                + " (id, trade_id, name, media_type, size_bytes, sha256, added_at, content) values (?, ?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, id);
            insert.setString(2, trade.value());
            insert.setString(3, name);
            insert.setString(4, mediaType);
            insert.setLong(5, content.length);
            insert.setString(6, sha256);
            insert.setLong(7, micros(clock.instant()));
            insert.setBytes(8, content);
            insert.executeUpdate();
        }
    }

    @Override
    public Optional<byte[]> content(String attachment) {
        return call("reading an attachment", connection -> first(connection, "select content from attachment where id = ?",
                row -> row.getBytes(1), attachment));
    }

    @Override
    public void removeAttachment(String attachment) {
        call("removing an attachment", connection -> update(connection, "delete from attachment where id = ?", attachment));
    }

    private static void requireTrade(Connection connection, TradeId trade) throws SQLException {
        if (first(connection, "select id from trade where id = ?", row -> row.getString(1), trade.value()).isEmpty()) {
            throw new JournalProblem(Remedy.ASK_USER, "There is no trade " + trade + " in the journal.");
        }
    }

    private static void requireShort(String name, String text, int most) {
        require(text.length() <= most, "The " + name + " is longer than " + most + " characters.");
    }

    private static void require(boolean fits, String sentence) {
        if (!fits) {
            throw new JournalProblem(Remedy.ASK_USER, sentence);
        }
    }

    private static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }

    /** One row as something else. */
    private interface Mapping<T> {
        T of(ResultSet row) throws SQLException;
    }

    /** One at a time: two that add the same tag at once would both find it missing. */
    private synchronized <T> T call(String doing, Session.Work<T> work) {
        return session.transaction(doing, work);
    }

    private static <T> Optional<T> first(Connection connection, String sql, Mapping<T> mapping, String... parameters) throws SQLException {
        return list(connection, sql, mapping, parameters).stream().findFirst();
    }

    private static <T> List<T> list(Connection connection, String sql, Mapping<T> mapping, String... parameters) throws SQLException {
        try (var select = bound(connection, sql, parameters); var rows = select.executeQuery()) {
            var all = new ArrayList<T>();
            while (rows.next()) {
                all.add(mapping.of(rows));
            }
            return all;
        }
    }

    private static int update(Connection connection, String sql, String... parameters) throws SQLException {
        try (var statement = bound(connection, sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    private static PreparedStatement bound(Connection connection, String sql, String... parameters) throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setString(i + 1, parameters[i]);
        }
        return statement;
    }
}
