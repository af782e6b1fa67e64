package org.mirrorbook.cli;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.journal.JournalReader;

/** An event for people, with what the journal knows of the trade by now. */
final class EventText implements EventLine {

    private final JournalReader journal;

    EventText(JournalReader journal) {
        this.journal = journal;
    }

    @Override
    public String of(MirrorEvent event) {
        var text = new StringBuilder(Notation.of(event.at())).append("  ").append(event.account()).append("  ")
                .append(event.event().replace('_', ' '));
        event.trade().flatMap(id -> journal.trade(new TradeId(id))).ifPresent(trade -> text.append("  ").append(words(trade)));
        event.reason().ifPresent(reason -> text.append("  ").append(reason));
        event.code().ifPresent(code -> text.append(" [").append(code).append(']'));
        return text.toString();
    }

    private static String words(Trade trade) {
        var slot = trade.slot();
        return String.join(" ", slot.instrument(), slot.side().name(), Notation.of(trade.terms().quantity()), "at",
                Notation.of(trade.terms().effectiveEntry()) + ",", trade.status().name(), Notation.of(trade.result().net()),
                slot.marginCoin());
    }
}
