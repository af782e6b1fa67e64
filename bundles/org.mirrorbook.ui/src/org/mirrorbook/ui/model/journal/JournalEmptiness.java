package org.mirrorbook.ui.model.journal;

import org.eclipse.osgi.util.NLS;
import org.mirrorbook.ui.model.Figures;

/**
 * Why no trade is shown, and what can be done about it.
 *
 * @param title in bold
 * @param filtered whether a filter hides what there is
 */
public record JournalEmptiness(String title, String words, String action, boolean filtered) {

    /** @param all how many trades there are without the filter */
    public static JournalEmptiness of(long all, Figures figures) {
        return all == 0 ? new JournalEmptiness(Messages.Empty_title, Messages.Empty_words, Messages.Empty_action, false)
                : new JournalEmptiness(Messages.Filtered_title, NLS.bind(all == 1 ? Messages.Filtered_one : Messages.Filtered_many,
                        figures.count(all)), Messages.Filtered_action, true);
    }
}
