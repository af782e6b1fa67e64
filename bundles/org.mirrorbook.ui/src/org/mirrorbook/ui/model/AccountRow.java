package org.mirrorbook.ui.model;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.exchange.KeyTrial;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.journal.Account;
import org.mirrorbook.ui.model.accounts.KeyCells;

/**
 * An account as the page of exchange accounts shows it; the first cell is the Live Mirror check box.
 *
 * @param wantsMirror whether the box is checked: what is wanted, also while it is being done
 */
public record AccountRow(Account account, boolean wantsMirror, List<Cell> cells) implements Row {

    public AccountRow {
        cells = List.copyOf(cells);
    }

    /** The columns, in their order. */
    public static List<ColumnSpec> columns() {
        return List.of(ColumnSpec.words(Messages.AccountRow_mirror, 84, 0), ColumnSpec.words(Messages.AccountRow_account, 88, 1),
                ColumnSpec.words(Messages.AccountRow_exchange, 104, 1), ColumnSpec.words(Messages.AccountRow_environment, 84, 0),
                ColumnSpec.words(Messages.AccountRow_keyMay, 156, 2).leaving(2),
                ColumnSpec.words(Messages.AccountRow_bound, 88, 1).leaving(1),
                ColumnSpec.figures(Messages.AccountRow_risk, 88, 0), ColumnSpec.words(Messages.AccountRow_status, 160, 4));
    }

    /**
     * @param tested what the last test of its key told, where there was one in this run
     * @param switching whether it is being switched on or off just now
     */
    public static AccountRow of(Account account, Map<AccountId, LinkStatus> links, Optional<KeyTrial> tested, Optional<Boolean> switching,
            LinkWords words, Instant now) {
        var state = switching.map(on -> Cell.of(on ? Messages.AccountRow_starting : Messages.AccountRow_stopping).with(Shape.RING)
                .in(Tone.WARN)).orElseGet(() -> words.stateAndReason(Optional.ofNullable(links.get(account.id())), now));
        return new AccountRow(account, switching.orElse(account.mirror()), List.of(
                Cell.of(""),
                Cell.of(account.label()).bold(),
                Cell.of(account.kind().isEmpty() ? exchange(account.venue())
                        : NLS.bind(Messages.AccountRow_exchangeAndKind, exchange(account.venue()), account.kind())),
                Cell.of(environment(account.environment())).tip(account.endpoint().map(Object::toString).orElse("")),
                KeyCells.may(account, tested),
                KeyCells.bound(account, tested),
                RiskUnitForm.cell(account.riskUnit(), words.figures()),
                state));
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
