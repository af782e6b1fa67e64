package org.mirrorbook.ui.model.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import org.mirrorbook.domain.journal.Trade;

/**
 * In what two forms of one trade differ. Of an open one only what changes with structure is compared: mark prices, and what follows from
 * them, are held back in memory before they are written. Won, lost or neither is judged by the newest rule everywhere, so it is no
 * difference.
 */
final class TradeDifferences {

    private TradeDifferences() {
    }

    /** The names of the fields that differ; empty when it is the same trade. */
    static List<String> between(Trade one, Trade other) {
        var names = new ArrayList<String>();
        differ(names, "id", one, other, Trade::id);
        differ(names, "executions", one, other, Trade::executions);
        differ(names, "quantity", one, other, trade -> trade.terms().quantity());
        differ(names, "entry", one, other, trade -> trade.terms().effectiveEntry());
        differ(names, "leverage", one, other, trade -> trade.terms().leverage());
        differ(names, "gross", one, other, trade -> trade.result().realised());
        differ(names, "fees", one, other, trade -> trade.result().fees());
        differ(names, "openFee", one, other, trade -> trade.result().openFee());
        differ(names, "closeFee", one, other, trade -> trade.result().closeFee());
        differ(names, "funding", one, other, trade -> trade.result().funding());
        differ(names, "certainty", one, other, Trade::certainty);
        differ(names, "exit", one, other, Trade::exit);
        differ(names, "standing", one, other, Trade::standing);
        differ(names, "risk", one, other, Trade::risk);
        differ(names, "open", one, other, Trade::isOpen);
        return names;
    }

    private static void differ(List<String> names, String name, Trade one, Trade other, Function<Trade, Object> field) {
        if (!Objects.equals(field.apply(one), field.apply(other))) {
            names.add(name);
        }
    }
}
