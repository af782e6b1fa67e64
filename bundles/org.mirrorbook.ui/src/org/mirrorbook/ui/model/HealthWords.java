package org.mirrorbook.ui.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.eclipse.osgi.util.NLS;
import org.mirrorbook.exchange.LinkHealth;

/** How well a link does, in a line of words: what it heard last, how far the clocks are apart, and what went wrong so far. */
public final class HealthWords {

    private final Figures figures;

    public HealthWords(Figures figures) {
        this.figures = figures;
    }

    /** Only what is known; empty for a link that has not heard anything. */
    public String text(LinkHealth health, Instant now) {
        var words = new ArrayList<String>();
        health.lastMessage().ifPresent(at -> words.add(NLS.bind(Messages.HealthWords_message, ago(at, now))));
        health.lastSnapshot().ifPresent(at -> words.add(NLS.bind(Messages.HealthWords_snapshot, ago(at, now))));
        health.clockOffset().ifPresent(offset -> words.add(clock(offset.toMillis())));
        count(words, health.gaps(), Messages.HealthWords_gap, Messages.HealthWords_gaps);
        count(words, health.unreadable(), Messages.HealthWords_strange, Messages.HealthWords_stranges);
        return String.join(Messages.HealthWords_join, words);
    }

    private String ago(Instant at, Instant now) {
        return figures.held(Duration.between(at, now));
    }

    private static String clock(long millis) {
        return millis == 0 ? Messages.HealthWords_clockEqual
                : NLS.bind(millis > 0 ? Messages.HealthWords_clockBehind : Messages.HealthWords_clockAhead, Math.abs(millis));
    }

    private static void count(List<String> words, long number, String one, String many) {
        if (number > 0) {
            words.add(number == 1 ? one : NLS.bind(many, number));
        }
    }
}
