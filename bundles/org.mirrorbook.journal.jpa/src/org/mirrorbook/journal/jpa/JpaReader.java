package org.mirrorbook.journal.jpa;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.persistence.config.HintValues;
import org.eclipse.persistence.config.QueryHints;

import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.journal.JournalReader;
import org.mirrorbook.journal.TradeEvent;
import org.mirrorbook.journal.TradeQuery;

/** Reads what is committed. A list costs two queries, however long it is. */
final class JpaReader implements JournalReader {

    private final Transactions transactions;

    JpaReader(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<Trade> trades(TradeQuery query) {
        return transactions.call("reading trades", manager -> {
            var rows = rows(manager, query);
            if (rows.isEmpty()) {
                return List.of();
            }
            var executions = executions(manager, query, rows);
            return rows.stream().map(executions::trade).toList();
        });
    }

    private static List<TradeRow> rows(EntityManager manager, TradeQuery query) {
        var order = query.newestFirst() ? " order by t.openedAt desc, t.id desc" : " order by t.openedAt, t.id";
        var select = bind(manager.createQuery("select t from Trade t" + where(query, List.of()) + order, TradeRow.class), query);
        query.limit().ifPresent(select::setMaxResults);
        return aside(select).getResultList();
    }

    /** Those of all trades that opened in the time of the page: one query that needs no list of ids. */
    private static Executions executions(EntityManager manager, TradeQuery query, List<TradeRow> page) {
        var select = bind(manager.createQuery("select e from Execution e, Trade t"
                + where(query, List.of("e.tradeId = t.id", "t.openedAt >= :from", "t.openedAt <= :to")) + " order by e.tradeId, e.ordinal",
                ExecutionRow.class), query);
        select.setParameter("from", page.stream().map(row -> row.openedAt).min(Instant::compareTo).orElseThrow());
        select.setParameter("to", page.stream().map(row -> row.openedAt).max(Instant::compareTo).orElseThrow());
        return new Executions(aside(select).getResultStream());
    }

    private static String where(TradeQuery query, List<String> more) {
        var conditions = new ArrayList<>(more);
        query.account().ifPresent(account -> conditions.add("t.slot.account = :account"));
        query.status().ifPresent(status -> conditions.add("t.status = :status"));
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    private static <T> TypedQuery<T> bind(TypedQuery<T> select, TradeQuery query) {
        query.account().ifPresent(account -> select.setParameter("account", account.value()));
        query.status().ifPresent(status -> select.setParameter("status", status));
        return select;
    }

    /** Rows that are only looked at stay out of the cache, which is for those that are being written. */
    private static <T> TypedQuery<T> aside(TypedQuery<T> select) {
        return select.setHint(QueryHints.MAINTAIN_CACHE, HintValues.FALSE);
    }

    @Override
    public Optional<Trade> trade(TradeId id) {
        return transactions.call("reading a trade", manager -> Optional.ofNullable(manager.find(TradeRow.class, id.value()))
                .map(row -> new Executions(aside(manager
                        .createQuery("select e from Execution e where e.tradeId = :trade order by e.ordinal", ExecutionRow.class)
                        .setParameter("trade", row.id)).getResultStream()).trade(row)));
    }

    @Override
    public List<Trade> lives(AccountId account, Instant closedSince) {
        return transactions.call("reading the lives of an account", manager -> {
            var lives = " where t.slot.account = :account and (t.closedAt is null or t.closedAt >= :since)";
            var executions = new Executions(aside(manager.createQuery("select e from Execution e, Trade t" + lives
                    + " and e.tradeId = t.id order by e.tradeId, e.ordinal", ExecutionRow.class).setParameter("account", account.value())
                    .setParameter("since", closedSince)).getResultStream());
            return aside(manager.createQuery("select t from Trade t" + lives + " order by t.openedAt, t.id", TradeRow.class)
                    .setParameter("account", account.value()).setParameter("since", closedSince)).getResultStream()
                    .map(executions::trade).toList();
        });
    }

    @Override
    public List<TradeEvent> events(TradeId id) {
        return transactions.call("reading the changes of a trade", manager -> aside(manager
                .createQuery("select e from TradeEvent e where e.tradeId = :trade order by e.revision, e.ordinal", TradeEventRow.class)
                .setParameter("trade", id.value())).getResultStream().map(TradeEventRow::event).toList());
    }
}
