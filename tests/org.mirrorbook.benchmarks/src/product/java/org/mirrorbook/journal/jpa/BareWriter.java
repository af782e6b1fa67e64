package org.mirrorbook.journal.jpa;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import org.mirrorbook.domain.journal.Execution;
import org.mirrorbook.domain.lifecycle.JournalChange.TradeOpened;
import org.mirrorbook.journal.RecordedChange;

/**
 * What somebody would write who wants these rows in these tables and nothing else: one connection, statements prepared once, values as they
 * lie there. Nothing is compared, checked or remembered.
 */
final class BareWriter implements AutoCloseable {

    private final Connection connection;
    private final PreparedStatement book;
    private final PreparedStatement newTrade;
    private final PreparedStatement trade;
    private final PreparedStatement execution;
    private final PreparedStatement event;
    private final PreparedStatement newPosition;
    private final PreparedStatement position;
    private final PreparedStatement gone;

    BareWriter(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        book = connection.prepareStatement("update book set revision = ?, mirrored_since = ? where account = ? and revision = ?");
        newTrade = connection.prepareStatement("insert into trade (id, fingerprint, source, account, venue, environment, product, inverse, "
                + "instrument, side, margin_mode, margin_coin, position_id, opened_at, status, certainty, planned_entry, effective_entry, "
                + "quantity, realised, fees, funding, other_fees, was_found) "
                + "values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        trade = connection.prepareStatement("update trade set quantity = ?, unrealised = ? where id = ?");
        execution = connection.prepareStatement("insert into execution (trade_id, ordinal, account, kind, quantity, price, pnl, fees, "
                + "executed_at, inferred, fill_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        event = connection.prepareStatement("insert into trade_event (account, revision, ordinal, trade_id, kind, happened_at, received_at, "
                + "message, detail) values (?, ?, ?, ?, ?, ?, ?, ?, ?)");
        newPosition = connection.prepareStatement("insert into open_position (trade_id, account, state, life_id, id_scope, started_at, "
                + "start_reliable, open_size, entry_price, updated_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        position = connection.prepareStatement("update open_position set open_size = ?, updated_at = ? where trade_id = ?");
        gone = connection.prepareStatement("delete from open_position where trade_id = ?");
    }

    void begin(String account, Instant since) throws SQLException {
        try (var insert = connection.prepareStatement("insert into book (account, revision, mirrored_since) values (?, 0, ?)")) {
            insert.setString(1, account);
            insert.setLong(2, Micros.of(since));
            insert.execute();
        }
        connection.commit();
    }

    /** The lives one push, or some, later: those of other ids than before are new, and the former ones are gone. */
    void write(long revision, Instant since, List<OneLife> before, List<OneLife> now, List<RecordedChange> changes) throws SQLException {
        var account = now.getFirst().trade().slot().scope().account().value();
        book.setLong(1, revision + 1);
        book.setLong(2, Micros.of(since));
        book.setString(3, account);
        book.setLong(4, revision);
        book.executeUpdate();
        for (int i = 0; i < now.size(); i++) {
            var life = now.get(i);
            boolean fresh = before.isEmpty() || !before.get(i).trade().id().equals(life.trade().id());
            if (fresh) {
                insert(life);
            } else {
                trade.setBigDecimal(1, life.trade().terms().quantity());
                trade.setBigDecimal(2, life.trade().result().unrealised().orElse(null));
                trade.setString(3, life.trade().id().value());
                trade.executeUpdate();
            }
            int known = fresh ? 0 : before.get(i).trade().executions().size();
            for (int at = known; at < life.trade().executions().size(); at++) {
                insert(account, life.trade().id().value(), at, life.trade().executions().get(at));
            }
            writePosition(account, life, fresh);
            if (fresh && !before.isEmpty()) {
                gone.setString(1, before.get(i).trade().id().value());
                gone.executeUpdate();
            }
        }
        for (int i = 0; i < changes.size(); i++) {
            insert(account, revision + 1, i, changes.get(i));
        }
        connection.commit();
    }

    private void insert(OneLife life) throws SQLException {
        var of = life.trade();
        newTrade.setString(1, of.id().value());
        newTrade.setString(2, of.fingerprint().value());
        newTrade.setString(3, of.source().name());
        newTrade.setString(4, of.slot().scope().account().value());
        newTrade.setString(5, of.slot().scope().venue());
        newTrade.setString(6, of.slot().scope().environment().name());
        newTrade.setString(7, of.slot().scope().product().code());
        newTrade.setBoolean(8, of.slot().scope().product().inverse());
        newTrade.setString(9, of.slot().instrument());
        newTrade.setString(10, of.slot().side().name());
        newTrade.setString(11, of.slot().marginMode().name());
        newTrade.setString(12, of.slot().marginCoin());
        newTrade.setString(13, of.positionId().orElse(null));
        newTrade.setLong(14, Micros.of(of.openedAt()));
        newTrade.setString(15, of.status().name());
        newTrade.setString(16, of.certainty().name());
        newTrade.setBigDecimal(17, of.terms().plannedEntry());
        newTrade.setBigDecimal(18, of.terms().effectiveEntry());
        newTrade.setBigDecimal(19, of.terms().quantity());
        newTrade.setBigDecimal(20, of.result().realised());
        newTrade.setBigDecimal(21, of.result().fees());
        newTrade.setBigDecimal(22, of.result().funding());
        newTrade.setString(23, "");
        newTrade.setBoolean(24, of.found());
        newTrade.executeUpdate();
    }

    private void insert(String account, String of, int ordinal, Execution made) throws SQLException {
        execution.setString(1, of);
        execution.setInt(2, ordinal);
        execution.setString(3, account);
        execution.setString(4, made.kind().name());
        execution.setBigDecimal(5, made.quantity());
        execution.setBigDecimal(6, made.price().orElse(null));
        execution.setBigDecimal(7, made.pnl().orElse(null));
        execution.setString(8, made.fees().isEmpty() ? "" : made.fees().getFirst().amount() + " " + made.fees().getFirst().currency());
        execution.setLong(9, Micros.of(made.at()));
        execution.setBoolean(10, made.inferred());
        execution.setString(11, made.fillId().orElse(null));
        execution.executeUpdate();
    }

    private void insert(String account, long revision, int ordinal, RecordedChange recorded) throws SQLException {
        event.setString(1, account);
        event.setLong(2, revision);
        event.setInt(3, ordinal);
        event.setString(4, recorded.change().trade().value());
        event.setString(5, "TradeOpened");
        event.setLong(6, Micros.of(recorded.change().at()));
        event.setLong(7, Micros.of(recorded.receivedAt()));
        event.setLong(8, recorded.message());
        var opened = (TradeOpened) recorded.change();
        event.setString(9, "{\"quantity\":\"" + opened.quantity().toPlainString() + "\",\"entry\":\"" + opened.entry().toPlainString()
                + "\",\"found\":" + opened.found() + "}");
        event.executeUpdate();
    }

    private void writePosition(String account, OneLife life, boolean fresh) throws SQLException {
        var row = life.row();
        if (fresh) {
            newPosition.setString(1, life.trade().id().value());
            newPosition.setString(2, account);
            newPosition.setString(3, "PROVEN");
            newPosition.setString(4, row.life().id().orElse(null));
            newPosition.setString(5, row.life().idScope().name());
            newPosition.setLong(6, Micros.of(row.life().startedAt().orElseThrow()));
            newPosition.setBoolean(7, row.life().startReliable());
            newPosition.setBigDecimal(8, row.size());
            newPosition.setBigDecimal(9, row.entryPrice());
            newPosition.setLong(10, Micros.of(row.updatedAt()));
            newPosition.executeUpdate();
        } else {
            position.setBigDecimal(1, row.size());
            position.setLong(2, Micros.of(row.updatedAt()));
            position.setString(3, life.trade().id().value());
            position.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        try (connection) {
            connection.rollback();
        }
    }
}
