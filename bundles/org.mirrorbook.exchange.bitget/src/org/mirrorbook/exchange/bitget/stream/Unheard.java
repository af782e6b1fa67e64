package org.mirrorbook.exchange.bitget.stream;

import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

import org.mirrorbook.exchange.link.Excerpt;
import org.mirrorbook.exchange.link.LinkMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts messages that were not understood, and logs the first, second, fourth, eighth … of them: a venue that talks nonsense all day must
 * not fill the disk. Logs the channel, the length and what was wrong, and a start without its values. Thread-safe.
 */
public final class Unheard {

    private static final Logger LOG = LoggerFactory.getLogger(Unheard.class);
    private static final Pattern NAME = Pattern.compile("[A-Za-z-]{1,32}");
    private static final int START = 60;
    private static final int ENOUGH_FOR_AN_EXCERPT = 500;

    private final String name;
    private final AtomicLong count = new AtomicLong();

    /** @param name of the account, for log lines */
    public Unheard(String name) {
        this.name = name;
    }

    /** How many there were. */
    public long count() {
        return count.get();
    }

    /**
     * Counts a message that was refused.
     *
     * @param realign whether it may have told of positions
     * @return what it means to the link
     */
    public LinkMessage refuse(String channel, String text, String why, boolean realign) {
        note(channel, text, why);
        return new LinkMessage.Unreadable(named(channel), text.substring(0, Math.min(text.length(), ENOUGH_FOR_AN_EXCERPT)), realign);
    }

    /** Counts something odd. */
    public void note(String channel, String text, String why) {
        long number = count.incrementAndGet();
        if (Long.bitCount(number) == 1) {
            LOG.warn("{}: message not understood (number {}, channel {}, {} characters, {}): {}", name, number, named(channel),
                    text.length(), why, redacted(text));
        }
    }

    /** A channel is named by whoever sent the message, so the name may be anything. */
    private static String named(String channel) {
        return NAME.matcher(channel).matches() ? channel : "unknown";
    }

    /** The start of a message with the shape of its values only. */
    static String redacted(String text) {
        var excerpt = Excerpt.of(text);
        return excerpt.substring(0, Math.min(START, excerpt.length()));
    }
}
