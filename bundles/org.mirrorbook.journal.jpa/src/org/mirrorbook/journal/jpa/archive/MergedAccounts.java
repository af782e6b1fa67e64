package org.mirrorbook.journal.jpa.archive;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.node.ObjectNode;

/** The accounts of a merge, with their books. */
final class MergedAccounts {

    private final Connection from;
    private final Connection to;
    private final Tables read;
    private final Tables tables;
    private final Map<String, ObjectNode> brought = new HashMap<>();
    /** Accounts with a book that the merge did not make. */
    private final Set<String> own = new HashSet<>();
    private final Set<String> ready = new HashSet<>();
    private final Map<String, Commit> commits = new HashMap<>();

    /** One more commit on a book that was here. */
    private static final class Commit {
        private final long revision;
        private int next;

        Commit(long revision) {
            this.revision = revision;
        }
    }

    MergedAccounts(Connection from, Tables read, Connection to, Tables tables) throws SQLException {
        this.from = from;
        this.to = to;
        this.read = read;
        this.tables = tables;
        var account = read.table("account");
        try (var statement = from.createStatement(); var all = statement.executeQuery(account.select(""))) {
            while (all.next()) {
                var row = account.row(all);
                brought.put(Json.text(row, "id"), row);
            }
        }
        for (var id : brought.keySet()) {
            if (has(to, "book", "account", id)) {
                own.add(id);
            }
        }
    }

    boolean isBroughtAlong(String account) {
        return brought.containsKey(account);
    }

    boolean hasBookOfItsOwn(String account) {
        return own.contains(account);
    }

    /** Recognises the account's key; empty where there is none. */
    String keyMark(String account) {
        var row = brought.get(account);
        return row == null ? "" : Json.text(row, "key_mark");
    }

    /** Makes the account's rows where there are none: removed, so that it is never mirrored by itself and takes nobody's label. */
    void bring(String account) throws SQLException {
        if (!ready.add(account)) {
            return;
        }
        if (!has(to, "account", "id", account)) {
            var row = brought.get(account).deepCopy();
            row.remove("label_in_use");
            row.put("mirror", false);
            row.put("removed", true);
            tables.table("account").insert(to, row);
        }
        if (!own.contains(account)) {
            copy("book", account);
            copy("history_cursor", account);
        }
    }

    private void copy(String name, String account) throws SQLException {
        var table = read.table(name);
        try (var select = from.prepareStatement(table.select(" where t.account = ?"))) {
            select.setString(1, account);
            try (var all = select.executeQuery()) {
                while (all.next()) {
                    tables.table(name).insert(to, table.row(all));
                }
            }
        }
    }

    /**
     * Gives a change of an added trade its place among those of its account. Recordings are not imported: no message of another home is
     * its evidence here.
     */
    void renumber(ObjectNode event) throws SQLException {
        event.put("message", 0);
        var account = Json.text(event, "account");
        if (own.contains(account)) {
            var commit = commits.get(account);
            if (commit == null) {
                commit = new Commit(advance(account));
                commits.put(account, commit);
            }
            event.put("revision", commit.revision);
            event.put("ordinal", commit.next++);
        }
    }

    private long advance(String account) throws SQLException {
        try (var update = to.prepareStatement("update book set revision = revision + 1 where account = ?")) {
            update.setString(1, account);
            update.executeUpdate();
        }
        try (var select = to.prepareStatement("select revision from book where account = ?")) {
            select.setString(1, account);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static boolean has(Connection connection, String table, String column, String id) throws SQLException {
        try (var select = connection.prepareStatement("select 1 from " + table + " where " + column + " = ?")) {
            select.setString(1, id);
            try (var row = select.executeQuery()) {
                return row.next();
            }
        }
    }
}
