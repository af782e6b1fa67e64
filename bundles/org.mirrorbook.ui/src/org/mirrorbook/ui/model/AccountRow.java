package org.mirrorbook.ui.model;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.journal.Account;

/** An account as the page of exchange accounts shows it; the first cell is the Live Mirror check box. */
public record AccountRow(Account account, List<Cell> cells) implements Row {

    public AccountRow {
        cells = List.copyOf(cells);
    }

    /** The columns, in their order. */
    public static List<ColumnSpec> columns() {
        return List.of(ColumnSpec.words(Messages.AccountRow_mirror, 84, 0), ColumnSpec.words(Messages.AccountRow_account, 104, 2),
                ColumnSpec.words(Messages.AccountRow_exchange, 84, 1), ColumnSpec.words(Messages.AccountRow_environment, 92, 1),
                ColumnSpec.words(Messages.AccountRow_kind, 72, 1),
                ColumnSpec.figures(Messages.AccountRow_risk, 88, 1), ColumnSpec.words(Messages.AccountRow_status, 240, 5));
    }

    public static AccountRow of(Account account, Map<AccountId, LinkStatus> links, LinkWords words, Instant now) {
        return new AccountRow(account, List.of(
                Cell.of(""),
                Cell.of(account.label()).bold(),
                Cell.of(exchange(account.venue())),
                Cell.of(environment(account.environment())).tip(account.endpoint().map(Object::toString).orElse("")),
                Cell.of(account.kind().isEmpty() ? Figures.ABSENT : account.kind()),
                RiskUnitForm.cell(account.riskUnit(), words.figures()),
                words.stateAndReason(Optional.ofNullable(links.get(account.id())), now)));
    }

    /** The venue's name as it writes itself. */
    public static String exchange(String venue) {
        return venue.isEmpty() ? Figures.ABSENT : venue.substring(0, 1).toUpperCase(Locale.ROOT) + venue.substring(1);
    }

    public static String environment(Environment environment) {
        return switch (environment) {
            case LIVE -> Messages.Environment_live;
            case DEMO -> Messages.Environment_demo;
            case PRACTICE -> Messages.Environment_practice;
        };
    }
}
