package org.mirrorbook.ui.model.journal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.eclipse.osgi.util.NLS;
import org.mirrorbook.domain.journal.TradeStatus;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.Side;

/**
 * What a button of the filter bar says.
 *
 * @param label of what it chooses
 * @param value what is chosen
 * @param set whether it narrows
 */
public record FilterWords(String label, String value, boolean set) {

    /** Where there is room for it. */
    public String whole() {
        return set && (label.equals(Messages.Choice_account) || label.equals(Messages.Choice_dates)) || value.isEmpty() ? shortened()
                : label + " " + value;
    }

    /** Where there is little room: what is chosen, else what may be. */
    public String shortened() {
        return set && !value.isEmpty() ? value : label;
    }

    public static FilterWords statuses(Set<TradeStatus> statuses) {
        return of(Messages.Choice_status, statuses.stream().sorted().map(FilterWords::status).toList(), TradeStatus.values().length);
    }

    public static String status(TradeStatus status) {
        return switch (status) {
            case OPEN -> Messages.Status_open;
            case WIN -> Messages.Status_win;
            case LOSS -> Messages.Status_loss;
            case BE -> Messages.Status_be;
        };
    }

    public static FilterWords side(FilterChoice choice) {
        return of(Messages.Choice_side, choice.side().map(FilterWords::side).stream().toList(), 2);
    }

    public static String side(Side side) {
        return side == Side.LONG ? Messages.Side_long : Messages.Side_short;
    }

    /** @param labels of all accounts */
    public static FilterWords accounts(Set<AccountId> accounts, Map<AccountId, String> labels) {
        return of(Messages.Choice_account, accounts.stream().map(account -> labels.getOrDefault(account, account.value()))
                .sorted(Comparator.naturalOrder()).toList(), labels.size());
    }

    public static FilterWords dates(Dates dates) {
        return new FilterWords(Messages.Choice_dates, dates == Dates.ALL ? Messages.Choice_all : dates.words(), dates != Dates.ALL);
    }

    public static FilterWords more(FilterChoice.More more) {
        return more.count() == 0 ? new FilterWords(Messages.Choice_more, "", false)
                : new FilterWords(Messages.Choice_more, NLS.bind(Messages.Choice_moreSet, more.count()), true);
    }

    /** @param name of the saved filter that is in force; empty for none */
    public static FilterWords saved(String name) {
        return new FilterWords(Messages.Choice_saved, name.isEmpty() ? Messages.Choice_none : name, !name.isEmpty());
    }

    private static FilterWords of(String label, List<String> chosen, int all) {
        var value = switch (chosen.size()) {
            case 0 -> Messages.Choice_all;
            case 1 -> chosen.getFirst();
            case 2 -> NLS.bind(Messages.Choice_two, chosen.getFirst(), chosen.getLast());
            default -> NLS.bind(Messages.Choice_many, chosen.size(), all);
        };
        return new FilterWords(label, value, !chosen.isEmpty());
    }
}
