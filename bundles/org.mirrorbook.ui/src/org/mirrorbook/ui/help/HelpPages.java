package org.mirrorbook.ui.help;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The pages, by name. They lie beside this class, in the markup of form texts. */
final class HelpPages {

    /** What is shown where nothing else belongs. */
    static final String FIRST_STEPS = "first-steps";

    private static final Map<String, String> OF_VIEWS = Map.of(
            "org.mirrorbook.ui.livePositions", "live",
            "org.mirrorbook.ui.journal", "journal",
            "org.mirrorbook.ui.accountsStrip", "accounts",
            "org.mirrorbook.ui.trade", "trade",
            "org.mirrorbook.ui.reconciliation", "books",
            "org.mirrorbook.ui.runs", "books",
            "org.mirrorbook.ui.welcome", FIRST_STEPS);

    /** All of them with their titles, in the order in which they are read. */
    static Map<String, String> titles() {
        var titles = new LinkedHashMap<String, String>();
        titles.put(FIRST_STEPS, Messages.Help_firstSteps);
        titles.put("accounts", Messages.Help_accounts);
        titles.put("live", Messages.Help_live);
        titles.put("journal", Messages.Help_journal);
        titles.put("trade", Messages.Help_trade);
        titles.put("books", Messages.Help_books);
        titles.put("keys", Messages.Help_keys);
        return titles;
    }

    /** The page of a view. */
    static String of(Optional<String> view) {
        return view.map(id -> OF_VIEWS.getOrDefault(id, FIRST_STEPS)).orElse(FIRST_STEPS);
    }

    /** Its markup. */
    static String text(String page) {
        try (var in = HelpPages.class.getResourceAsStream(page + ".xml")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            // it lies in our own bundle: this is a broken installation
            throw new UncheckedIOException(e);
        }
    }

    private HelpPages() {
    }
}
