package org.mirrorbook.exchange.bitget.wire;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What one argument of a subscription names (protocol notes, Bitget 2.2).
 *
 * @param product the {@code instType}, such as {@code USDT-FUTURES}
 * @param channel such as {@code positions}
 * @param instrument a symbol, or of balances a coin, or {@value #ALL} for all of them
 */
public record Topic(String product, String channel, String instrument) {

    /** All instruments of the product. */
    public static final String ALL = "default";

    private static final String BALANCES = "account";

    private static final Pattern SAFE = Pattern.compile("[\\p{L}\\p{N}_.-]{1,64}");

    /** Its name as a topic of the link; {@link #parse} reads it back. */
    public String name() {
        return product + "/" + channel + "/" + instrument;
    }

    public static Topic parse(String name) {
        var parts = name.split("/", 3);
        return new Topic(parts[0], parts[1], parts[2]);
    }

    /** Whether it is made of what a topic may be made of. */
    public boolean canBeAskedFor() {
        return Stream.of(product, channel, instrument).allMatch(part -> SAFE.matcher(part).matches());
    }

    /** The argument in JSON. Balances are by coin, everything else is by instrument (protocol notes, Bitget 2.2). */
    public String json() {
        return "{\"instType\":\"" + safe(product) + "\",\"channel\":\"" + safe(channel) + "\",\""
                + (channel.equals(BALANCES) ? "coin" : "instId") + "\":\"" + safe(instrument) + "\"}";
    }

    private static String safe(String part) {
        if (!SAFE.matcher(part).matches()) {
            throw new IllegalArgumentException("a topic is made of letters, digits and - _ .");
        }
        return part;
    }
}
