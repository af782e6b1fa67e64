package org.mirrorbook.journal.jpa.archive;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import tools.jackson.databind.node.ObjectNode;

import org.mirrorbook.journal.jpa.annotations.AnnotationId;

/** What the user wrote to trades, in a merge: what is here stays, what is missing is added. */
final class MergedAnnotations {

    static final List<String> TABLES = List.of("trade_note", "trade_tag", "attachment");

    private final Connection from;
    private final Connection to;
    private final Tables read;
    private final Tables tables;

    MergedAnnotations(Connection from, Tables read, Connection to, Tables tables) {
        this.from = from;
        this.to = to;
        this.read = read;
        this.tables = tables;
    }

    /**
     * @param there the trade's id in the database that is read
     * @param here its id in the one that is written
     * @return whether anything was missing
     */
    boolean complete(String there, String here) throws SQLException {
        boolean more = false;
        for (var name : TABLES) {
            var table = read.table(name);
            try (var select = from.prepareStatement(table.select(" where t.trade_id = ?" + table.orderByKey()))) {
                select.setString(1, there);
                try (var all = select.executeQuery()) {
                    while (all.next()) {
                        more |= add(tables.table(name), table.row(all), here);
                    }
                }
            }
        }
        return more;
    }

    private boolean add(Table table, ObjectNode row, String trade) throws SQLException {
        row.put("trade_id", trade);
        switch (table.name()) {
            case "attachment" -> row.put("id", AnnotationId.ofAttachment(trade, Json.text(row, "name"), Json.text(row, "sha256")));
            case "trade_tag" -> bringTag(Json.text(row, "tag_id"));
            default -> {
                // a note is its trade's only one
            }
        }
        if (has(table, row)) {
            return false;
        }
        table.insert(to, row);
        return true;
    }

    private void bringTag(String id) throws SQLException {
        var tag = read.table("tag");
        var here = tables.table("tag");
        try (var select = from.prepareStatement(tag.select(" where t.id = ?"))) {
            select.setString(1, id);
            try (var row = select.executeQuery()) {
                if (row.next() && !has(here, Json.object().put("id", id))) {
                    here.insert(to, tag.row(row));
                }
            }
        }
    }

    /** Whether there is a row of that primary key. */
    private boolean has(Table table, ObjectNode row) throws SQLException {
        var keys = table.keys();
        try (var select = to.prepareStatement("select 1 from " + table.inSql() + " where "
                + String.join(" and ", keys.stream().map(key -> table.column(key).inSql() + " = ?").toList()))) {
            for (int i = 0; i < keys.size(); i++) {
                select.setString(i + 1, Json.text(row, keys.get(i)));
            }
            try (var found = select.executeQuery()) {
                return found.next();
            }
        }
    }
}
