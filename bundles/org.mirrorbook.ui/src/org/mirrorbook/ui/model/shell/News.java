package org.mirrorbook.ui.model.shell;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.ui.model.Figures;

/**
 * Something worth a notification: one sentence, and what it is about.
 *
 * @param words without money when money is hidden
 */
public record News(Kind kind, String words) {

    /** What can be switched off by itself. */
    public enum Kind {
        OPENED, CLOSED, ATTENTION
    }

    public News {
        requireNonNull(kind);
        requireNonNull(words);
    }

    /** @param label of its account */
    public static News opened(String label, Trade trade, Figures figures) {
        var position = position(label, trade);
        var words = figures.hidesMoney() ? position : NLS.bind(Messages.News_size, new Object[] {position,
                figures.size(trade.terms().quantity()), figures.price(trade.terms().effectiveEntry())});
        return new News(Kind.OPENED, NLS.bind(Messages.News_opened, words));
    }

    /** @param label of its account */
    public static News closed(String label, Trade trade, Figures figures) {
        var position = position(label, trade);
        var coin = trade.slot().marginCoin();
        var words = figures.hidesMoney() ? position
                : NLS.bind(Messages.News_result, position, figures.signed(trade.result().net(), coin) + " " + coin);
        return new News(Kind.CLOSED, NLS.bind(Messages.News_closed, words));
    }

    /** @param reason a sentence, where there is one */
    public static News attention(String label, Optional<String> reason) {
        return new News(Kind.ATTENTION, reason.filter(words -> !words.isEmpty())
                .map(words -> NLS.bind(Messages.News_attention, label, words))
                .orElse(NLS.bind(Messages.News_attention_noReason, label)));
    }

    private static String position(String label, Trade trade) {
        return NLS.bind(Messages.News_position,
                new Object[] {trade.slot().instrument(), trade.slot().side().name().toLowerCase(Locale.ROOT), label});
    }
}
