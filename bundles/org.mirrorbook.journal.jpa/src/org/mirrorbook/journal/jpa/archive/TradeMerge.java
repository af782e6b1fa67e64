package org.mirrorbook.journal.jpa.archive;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.node.ObjectNode;

import org.mirrorbook.journal.JournalArchive.Imported;
import org.mirrorbook.journal.JournalArchive.Refused;

/**
 * Adds the trades of one database to another of the same tables, in the one transaction of the given connection. A trade is known by its
 * id, or by its fingerprint in an account of the same key.
 *
 * <p>An account without a book here gets the one that the trades come with, so that a mirror goes on exactly where they end. Where there is
 * a book already, added trades are one more commit on it: its revision moves, by which a lane that has it in hand notices and reads again.
 */
final class TradeMerge {

    private final Connection from;
    private final Connection to;
    /** Of the one that is read; the same tables, which another kind of database may spell otherwise. */
    private final Tables read;
    private final Tables tables;
    private final MergedAccounts accounts;
    private final MergedAnnotations annotations;
    private final List<Refused> refused = new ArrayList<>();
    private int added;
    private int known;
    private int completed;

    TradeMerge(Connection from, Connection to) throws SQLException {
        this.from = from;
        this.to = to;
        this.read = Tables.of(from);
        this.tables = Tables.of(to);
        this.accounts = new MergedAccounts(from, read, to, tables);
        this.annotations = new MergedAnnotations(from, read, to, tables);
    }

    /** Does not commit. */
    Imported run() throws SQLException {
        var trade = read.table("trade");
        try (var statement = from.createStatement();
                var all = statement.executeQuery(trade.select(" order by t.account, t.opened_at, t.id"))) {
            while (all.next()) {
                take(trade.row(all));
            }
        }
        return new Imported(added, known, completed, refused);
    }

    private void take(ObjectNode trade) throws SQLException {
        var id = Json.text(trade, "id");
        var here = here(trade);
        if (here.isPresent()) {
            known++;
            completed += annotations.complete(id, here.get()) ? 1 : 0;
            return;
        }
        var rows = belonging(id);
        var hindrance = hindrance(trade, rows);
        if (hindrance.isPresent()) {
            refused.add(new Refused(id, hindrance.get()));
            return;
        }
        accounts.bring(Json.text(trade, "account"));
        tables.table("trade").insert(to, trade);
        for (var each : rows.entrySet()) {
            for (var row : each.getValue()) {
                tables.table(each.getKey()).insert(to, row);
            }
        }
        annotations.complete(id, id);
        added++;
    }

    /** The id that the trade has here. */
    private Optional<String> here(ObjectNode trade) throws SQLException {
        try (var select = to.prepareStatement("select id from trade where id = ?")) {
            select.setString(1, Json.text(trade, "id"));
            var found = first(select);
            if (found.isPresent()) {
                return found;
            }
        }
        try (var select = to.prepareStatement("select t.id from trade t where t.fingerprint = ? and (t.account = ? or t.account in"
                + " (select a.id from account a where a.key_mark = ? and a.key_mark <> ''))")) {
            select.setString(1, Json.text(trade, "fingerprint"));
            select.setString(2, Json.text(trade, "account"));
            select.setString(3, accounts.keyMark(Json.text(trade, "account")));
            return first(select);
        }
    }

    private static Optional<String> first(PreparedStatement select) throws SQLException {
        try (var found = select.executeQuery()) {
            return found.next() ? Optional.of(found.getString(1)) : Optional.empty();
        }
    }

    /** What is to be written beside the trade, but for what the user wrote to it. */
    private Map<String, List<ObjectNode>> belonging(String trade) throws SQLException {
        // in the order of the tables: each after those that its rows refer to
        var rows = new LinkedHashMap<String, List<ObjectNode>>();
        for (var table : read.ofTrades()) {
            if (MergedAnnotations.TABLES.contains(table.name())) {
                continue;
            }
            try (var select = from.prepareStatement(table.select(" where t.trade_id = ?" + table.orderByKey()))) {
                select.setString(1, trade);
                try (var all = select.executeQuery()) {
                    var list = new ArrayList<ObjectNode>();
                    while (all.next()) {
                        list.add(table.row(all));
                    }
                    rows.put(table.name(), list);
                }
            }
        }
        return rows;
    }

    private Optional<String> hindrance(ObjectNode trade, Map<String, List<ObjectNode>> rows) throws SQLException {
        var account = Json.text(trade, "account");
        if (!accounts.isBroughtAlong(account)) {
            return Optional.of("Its account is not in the file.");
        }
        if (accounts.hasBookOfItsOwn(account) && isOpen(trade)) {
            return Optional.of("It is open, and its account is mirrored here: its own mirror enters it.");
        }
        for (var record : rows.getOrDefault("closing_record", List.of())) {
            if (isClaimed(Json.text(record, "id"))) {
                return Optional.of("Its closing record belongs to another trade here.");
            }
        }
        for (var event : rows.getOrDefault("trade_event", List.of())) {
            accounts.renumber(event);
        }
        return Optional.empty();
    }

    private static boolean isOpen(ObjectNode trade) {
        return Json.text(trade, "status").equals("OPEN");
    }

    private boolean isClaimed(String record) throws SQLException {
        try (var select = to.prepareStatement("select id from closing_record where id = ?")) {
            select.setString(1, record);
            return first(select).isPresent();
        }
    }
}
