package org.mirrorbook.exchange.bitget.stream;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** The private channels of a classic account (protocol notes, Bitget 3 and 5). */
enum Channel {

    POSITIONS("positions", true, true),
    HISTORY("positions-history", true, true),
    FILLS("fill", true, true),
    ORDERS("orders", true, false),
    PLANS("orders-algo", true, false),
    BALANCES("account", true, false),
    EQUITY("equity", false, false),
    ADL_NOTICES("adl-noti", false, false);

    private static final Pattern NAMED = Pattern.compile("\"channel\"\\s*:\\s*\"([a-z-]{1,32})\"");

    final String code;
    final boolean wanted;
    /** Whether a push that was not understood may be a gap in the story of a position. */
    final boolean tellsOfLives;

    Channel(String code, boolean wanted, boolean tellsOfLives) {
        this.code = code;
        this.wanted = wanted;
        this.tellsOfLives = tellsOfLives;
    }

    /** Whether the account can be mirrored without it. */
    boolean optional() {
        return this == PLANS || this == BALANCES;
    }

    static Optional<Channel> of(String code) {
        return Arrays.stream(values()).filter(channel -> channel.code.equals(code)).findFirst();
    }

    /** The channel that a text names which could not be read as a whole. */
    static Optional<String> named(String text) {
        var match = NAMED.matcher(text);
        return match.find() ? Optional.of(match.group(1)) : Optional.empty();
    }
}
