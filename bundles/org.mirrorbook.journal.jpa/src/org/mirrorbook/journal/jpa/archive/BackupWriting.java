package org.mirrorbook.journal.jpa.archive;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.mirrorbook.journal.JournalArchive.Contents;

/**
 * Writes a backup (docs/backup.md): a zip with one entry a table, one row a line as JSON, and at its end {@code manifest.json} with the
 * number of rows and the SHA-256 of each entry.
 */
final class BackupWriting {

    static final String MANIFEST = "manifest.json";
    static final int ROWS_AT_A_TIME = 1000;

    private final ZipOutputStream zip;
    private final Map<String, Long> rows = new LinkedHashMap<>();

    private BackupWriting(OutputStream out) {
        zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    /** @param out stays open */
    static Contents write(Connection moment, Head head, OutputStream out) throws SQLException, IOException {
        var writing = new BackupWriting(out);
        var manifest = head.json();
        var entries = manifest.putArray("tables");
        for (var table : Tables.of(moment).all()) {
            var entry = "tables/" + table.name() + ".jsonl";
            var sha256 = writing.table(moment, table, entry);
            entries.add(Json.object().put("name", table.name()).put("entry", entry).put("rows", writing.rows.get(table.name()))
                    .put("sha256", sha256));
        }
        writing.zip.putNextEntry(new ZipEntry(MANIFEST));
        writing.zip.write(Json.pretty(manifest));
        writing.zip.closeEntry();
        writing.zip.finish();
        writing.zip.flush();
        return head.contents(writing.rows);
    }

    private String table(Connection moment, Table table, String entry) throws SQLException, IOException {
        zip.putNextEntry(new ZipEntry(entry));
        var digest = sha256();
        long count = 0;
        try (var statement = moment.createStatement()) {
            statement.setFetchSize(ROWS_AT_A_TIME);
            var out = new DigestOutputStream(new Unclosed(zip), digest);
            try (var all = statement.executeQuery(table.select(table.orderByKey()))) {
                while (all.next()) {
                    out.write((Json.line(table.row(all)) + "\n").getBytes(StandardCharsets.UTF_8));
                    count++;
                }
            }
        }
        zip.closeEntry();
        rows.put(table.name(), count);
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }

    /** An entry ends before its zip does. */
    private static final class Unclosed extends FilterOutputStream {

        Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() {
            // the zip goes on
        }
    }
}
