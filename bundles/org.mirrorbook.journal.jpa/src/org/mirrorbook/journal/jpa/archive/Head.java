package org.mirrorbook.journal.jpa.archive;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.mirrorbook.journal.JournalArchive.Contents;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.JournalProblem.Remedy;

/**
 * What an archive says of itself first: that it is one of ours, in which form, and how old its tables are.
 *
 * @param format the kind of archive
 * @param version of that format
 */
record Head(String format, int version, String product, List<String> changeSets, String database, Instant at) {

    static final String BACKUP = "mirrorbook-backup";
    static final String TRADES = "mirrorbook-trades";
    private static final int VERSION = 1;

    static Head of(String format, JournalDatabase database, String product, Instant at) {
        return new Head(format, VERSION, product, database.changeSets(), database.kind(), at);
    }

    ObjectNode json() {
        var json = Json.object().put("format", format).put("version", version).put("product", product)
                .put("schema", changeSets.size()).put("database", database).put("at", at.toString());
        changeSets.forEach(json.putArray("changeSets")::add);
        return json;
    }

    /**
     * @throws Damaged when it is no such archive
     * @throws JournalProblem {@link Remedy#ASK_USER} when a newer version made it
     */
    static Head read(JsonNode json, String format, JournalDatabase database) {
        if (json.get("format") == null || !Json.text(json, "format").equals(format)) {
            throw new Damaged("it does not say that it is one (" + format + ")");
        }
        long version = Json.whole(json, "version");
        if (version > VERSION || version < 1) {
            throw newer("its format is " + version + ", and this version reads " + VERSION);
        }
        var changeSets = changeSets(json);
        var known = database.changeSets();
        if (!known.containsAll(changeSets)) {
            var unknown = new ArrayList<>(changeSets);
            unknown.removeAll(known);
            throw newer("it knows " + unknown + ", which this version does not");
        }
        if (changeSets.isEmpty() || !known.subList(0, changeSets.size()).equals(changeSets)) {
            throw new Damaged("its tables were never made in that order: " + changeSets);
        }
        try {
            return new Head(format, (int) version, Json.text(json, "product"), changeSets, Json.text(json, "database"),
                    Instant.parse(Json.text(json, "at")));
        } catch (DateTimeException e) {
            throw new Damaged("\"at\" is no time", e);
        }
    }

    private static List<String> changeSets(JsonNode json) {
        var ids = new ArrayList<String>();
        var given = json.get("changeSets");
        if (given == null || !given.isArray()) {
            throw new Damaged("\"changeSets\" is missing");
        }
        for (var id : given) {
            if (!id.isString()) {
                throw new Damaged("\"changeSets\" holds something else than texts");
            }
            ids.add(id.stringValue());
        }
        return ids;
    }

    private static JournalProblem newer(String how) {
        return new JournalProblem(Remedy.ASK_USER, "It was made by a newer version of Mirrorbook (" + how
                + "). Use that version or a later one.");
    }

    Contents contents(Map<String, Long> rows) {
        return new Contents(product, changeSets, database, at, rows);
    }
}
