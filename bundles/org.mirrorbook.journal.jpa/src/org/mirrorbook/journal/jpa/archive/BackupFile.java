package org.mirrorbook.journal.jpa.archive;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import org.mirrorbook.journal.JournalArchive.Contents;

/** A backup that is read. It is checked as a whole before a row of it is used. */
final class BackupFile implements Closeable {

    private static final int LARGEST_MANIFEST = 1 << 20;

    /** @param sha256 of the entry's text, in hexadecimal */
    private record Entry(ZipEntry zipped, long rows, String sha256) {
    }

    private final ZipFile zip;
    private final Head head;
    private final Map<String, Entry> tables;

    private BackupFile(ZipFile zip, JournalDatabase database) throws IOException {
        this.zip = zip;
        var manifest = zip.getEntry(BackupWriting.MANIFEST);
        if (manifest == null) {
            throw new Damaged("it has no manifest");
        }
        try (var in = zip.getInputStream(manifest)) {
            var json = Json.object(in.readNBytes(LARGEST_MANIFEST));
            this.head = Head.read(json, Head.BACKUP, database);
            this.tables = entries(json.withArrayProperty("tables"));
        }
    }

    /**
     * @throws Damaged when it is not as it was written
     * @throws org.mirrorbook.journal.JournalProblem when a newer version wrote it
     */
    static BackupFile open(Path file, JournalDatabase database) throws IOException {
        if (!Files.exists(file)) {
            throw new FileNotFoundException(file.toString());
        }
        ZipFile zip = null;
        try {
            zip = new ZipFile(file.toFile(), StandardCharsets.UTF_8);
            var backup = new BackupFile(zip, database);
            backup.verify();
            return backup;
        } catch (ZipException | CharacterCodingException e) {
            closeAfter(e, zip);
            throw new Damaged("it is no zip, or a broken one", e);
        } catch (RuntimeException | IOException e) {
            closeAfter(e, zip);
            throw e;
        }
    }

    private static void closeAfter(Exception failure, ZipFile zip) throws IOException {
        if (zip != null) {
            zip.close();
        }
    }

    private Map<String, Entry> entries(Iterable<tools.jackson.databind.JsonNode> described) {
        var entries = new LinkedHashMap<String, Entry>();
        for (var one : described) {
            var name = Json.text(one, "name");
            var zipped = zip.getEntry(Json.text(one, "entry"));
            if (zipped == null) {
                throw new Damaged("the table " + name + " is missing");
            }
            entries.put(name, new Entry(zipped, Json.whole(one, "rows"), Json.text(one, "sha256")));
        }
        return entries;
    }

    private void verify() throws IOException {
        var named = new TreeSet<String>();
        named.add(BackupWriting.MANIFEST);
        tables.values().forEach(entry -> named.add(entry.zipped().getName()));
        var there = zip.stream().map(ZipEntry::getName).collect(Collectors.toCollection(TreeSet::new));
        if (!named.equals(there)) {
            throw new Damaged("it holds something that its manifest does not name");
        }
        for (var table : tables.entrySet()) {
            verify(table.getKey(), table.getValue());
        }
    }

    private void verify(String table, Entry entry) throws IOException {
        var digest = BackupWriting.sha256();
        long lines = 0;
        try (var in = new DigestInputStream(zip.getInputStream(entry.zipped()), digest)) {
            var buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    lines += buffer[i] == '\n' ? 1 : 0;
                }
            }
        }
        if (!HexFormat.of().formatHex(digest.digest()).equals(entry.sha256()) || lines != entry.rows()) {
            throw new Damaged("the rows of " + table + " are not those that were written");
        }
    }

    Head head() {
        return head;
    }

    Contents contents() {
        return head.contents(tables.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().rows())));
    }

    /** Writes all its rows into tables that are empty and of its own schema. */
    void insertInto(Connection target) throws SQLException, IOException {
        var there = Tables.of(target);
        tables.keySet().forEach(there::table);
        for (var table : there.all()) {
            if (tables.containsKey(table.name())) {
                insertInto(target, table);
            }
        }
    }

    private void insertInto(Connection target, Table table) throws SQLException, IOException {
        try (var lines = new BufferedReader(new InputStreamReader(zip.getInputStream(tables.get(table.name()).zipped()),
                StandardCharsets.UTF_8)); var inserts = new Inserts(target, table)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                inserts.add(Json.object(line));
            }
            inserts.flush();
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
