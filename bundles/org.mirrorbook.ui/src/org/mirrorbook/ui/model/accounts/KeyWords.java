package org.mirrorbook.ui.model.accounts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;
import org.mirrorbook.exchange.KeyRights;
import org.mirrorbook.exchange.Right;

/** What a key may do, in a few words. */
final class KeyWords {

    private KeyWords() {
    }

    /** {@code read only}, {@code read and trade}, {@code read; not told: transfer}. */
    static String may(KeyRights rights) {
        var granted = named(rights, Right.YES);
        var untold = named(rights, Right.UNKNOWN);
        if (granted.isEmpty()) {
            return untold.isEmpty() ? Messages.Key_nothing : NLS.bind(Messages.Key_untold, list(untold));
        }
        if (untold.isEmpty()) {
            return granted.equals(List.of(Messages.Right_read)) ? Messages.Key_readOnly : list(granted);
        }
        return NLS.bind(Messages.Key_someUntold, list(granted), list(untold));
    }

    static String addresses(Set<String> ips) {
        return ips.stream().sorted().collect(Collectors.joining(", "));
    }

    private static List<String> named(KeyRights rights, Right which) {
        var names = new ArrayList<String>();
        if (rights.withdraw() == which && which == Right.YES) {
            names.add(Messages.Right_withdraw);
        }
        if (rights.transfer() == which && which == Right.YES) {
            names.add(Messages.Right_transfer);
        }
        // what is dangerous is said first, so that a narrow table cannot cut it off
        if (rights.read() == which) {
            names.add(Messages.Right_read);
        }
        if (rights.trade() == which) {
            names.add(Messages.Right_trade);
        }
        if (rights.withdraw() == which && which != Right.YES) {
            names.add(Messages.Right_withdraw);
        }
        if (rights.transfer() == which && which != Right.YES) {
            names.add(Messages.Right_transfer);
        }
        return names;
    }

    private static String list(List<String> names) {
        return names.size() < 2 ? String.join("", names)
                : NLS.bind(Messages.Key_and, String.join(", ", names.subList(0, names.size() - 1)), names.getLast());
    }
}
