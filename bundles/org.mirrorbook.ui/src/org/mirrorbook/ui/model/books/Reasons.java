package org.mirrorbook.ui.model.books;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.mirrorbook.domain.journal.Certainty;
import org.mirrorbook.domain.reconciliation.Difference;
import org.mirrorbook.journal.Account;
import org.mirrorbook.journal.TradeEvent;
import org.mirrorbook.ui.model.Cell;
import org.mirrorbook.ui.model.ColumnSpec;
import org.mirrorbook.ui.model.Row;

/** Why a life differs, as far as the journal and the recording know it: facts with their times, and no guess. */
public final class Reasons {

    /** A fact; undated ones come last. */
    public record ReasonRow(Optional<Instant> at, List<Cell> cells) implements Row {

        public ReasonRow {
            cells = List.copyOf(cells);
        }
    }

    private final Difference difference;
    private final Origins origins;
    private final String exchange;
    private final Times times;
    private final List<ReasonRow> rows = new ArrayList<>();

    private Reasons(Difference difference, Origins origins, String exchange, Times times) {
        this.difference = difference;
        this.origins = origins;
        this.exchange = exchange;
        this.times = times;
    }

    /** The columns, in their order; they need no titles. */
    public static List<ColumnSpec> columns() {
        return List.of(ColumnSpec.words(Messages.Reasons_time, 112, 0), ColumnSpec.words(Messages.Reasons_what, 240, 1));
    }

    /**
     * @param outages of the time in which the life was lived
     * @param read when the exchange was asked
     */
    public static List<ReasonRow> of(Difference difference, Origins origins, List<Outage> outages, Account account, Instant read,
            String exchange, Times times) {
        var reasons = new Reasons(difference, origins, exchange, times);
        outages.forEach(reasons::outage);
        switch (difference.kind()) {
            case FIGURES -> reasons.figures();
            case ONLY_EXCHANGE -> reasons.onlyExchange(account);
            case ONLY_JOURNAL -> reasons.onlyJournal(read);
        }
        return reasons.rows.stream().sorted(Comparator.comparing((ReasonRow row) -> row.at().orElse(Instant.MAX))).toList();
    }

    private void outage(Outage outage) {
        add(Optional.of(outage.lost()), outage.after() > 0 ? NLS.bind(Messages.Reason_lost, times.figures().count(outage.after()))
                : Messages.Reason_lostAlone);
        outage.back().ifPresent(at -> add(Optional.of(at), Messages.Reason_back));
    }

    private void figures() {
        origins.events().forEach(this::event);
        var trade = difference.trade().orElseThrow();
        if (trade.isOpen()) {
            add(Optional.empty(), NLS.bind(Messages.Reason_open, exchange));
        } else if (trade.certainty() != Certainty.CONFIRMED) {
            add(Optional.empty(), Messages.Reason_reckoned);
        } else if (origins.takenBack().isEmpty()) {
            finals();
        }
    }

    private void event(TradeEvent event) {
        switch (event.kind()) {
            case "TradeUnconfirmed" -> add(Optional.of(event.receivedAt()), Messages.Reason_overdue);
            case "TradeConfirmed" -> add(Optional.of(event.receivedAt()), event.message() > 0
                    ? NLS.bind(Messages.Reason_confirmed, times.figures().count(event.message())) : Messages.Reason_confirmedAlone);
            case "TradeCorrected" -> add(Optional.of(event.receivedAt()), event.detail().contains("\"record\"")
                    ? NLS.bind(Messages.Reason_corrected, exchange) : Messages.Reason_takenBack);
            case "CloseRevoked" -> add(Optional.of(event.receivedAt()), Messages.Reason_revoked);
            case "TradeSplit" -> add(Optional.of(event.receivedAt()), Messages.Reason_split);
            default -> {
                // the rest is in Evidence: it is no reason for a difference
            }
        }
    }

    /** The record that made the trade final is in its history: whether the journal or the exchange says something else since. */
    private void finals() {
        var altered = names(difference.fields().stream().map(Difference.Field::name).filter(origins::wasAltered).toList());
        if (!altered.isEmpty()) {
            add(Optional.empty(), NLS.bind(Messages.Reason_altered, altered));
        }
        var restated = names(difference.fields().stream().filter(field -> !origins.wasAltered(field.name()))
                .filter(field -> origins.recorded(field.name()).isPresent()).map(Difference.Field::name).toList());
        if (!restated.isEmpty()) {
            add(Optional.empty(), NLS.bind(Messages.Reason_restated, exchange, restated));
        }
        if (altered.isEmpty() && restated.isEmpty()) {
            add(Optional.empty(), Messages.Reason_unknown);
        }
    }

    private static String names(List<String> fields) {
        return fields.stream().map(FieldNames::small).collect(Collectors.joining(", "));
    }

    private void onlyExchange(Account account) {
        var closed = difference.closedAt();
        if (closed.isEmpty()) {
            add(Optional.empty(), NLS.bind(Messages.Reason_openThere, exchange));
        } else if (closed.get().isBefore(account.createdAt())) {
            add(closed, NLS.bind(Messages.Reason_before, times.day(account.createdAt())));
        } else {
            add(closed, Messages.Reason_missed);
        }
    }

    private void onlyJournal(Instant read) {
        var trade = difference.trade().orElseThrow();
        origins.events().forEach(this::event);
        add(Optional.of(read), NLS.bind(trade.isOpen() ? Messages.Reason_notOpen : Messages.Reason_notListed, exchange));
        if (origins.events().isEmpty()) {
            add(Optional.empty(), Messages.Reason_noHistory);
        }
    }

    private void add(Optional<Instant> at, String words) {
        rows.add(new ReasonRow(at, List.of(Cell.label(at.map(times::moment).orElse("")), Cell.of(words).tip(words))));
    }
}
