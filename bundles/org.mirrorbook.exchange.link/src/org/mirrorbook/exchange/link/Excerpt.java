package org.mirrorbook.exchange.link;

import java.util.regex.Pattern;

/**
 * The beginning of a message, for a log line or a status: words stay, every digit becomes a 9, and what is long enough to be a key or a
 * signature becomes "…". What follows the name of a secret goes altogether: a passphrase may be as short as a word.
 */
public final class Excerpt {

    private static final int LONGEST = 120;

    private static final Pattern SECRETS = Pattern.compile("(api.?key|access.?key|pass.?(phrase|word)|secret).*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private Excerpt() {
    }

    /** The excerpt of a text; of an excerpt, the same again. */
    public static String of(String text) {
        // half a key could pass for a word, so a word that is cut goes altogether
        var start = text.length() <= 4 * LONGEST ? text : text.substring(0, 4 * LONGEST).replaceAll("[A-Za-z0-9+/=_-]+$", "…");
        var plain = SECRETS.matcher(start).replaceFirst("$1…").replaceAll("[\\p{Cntrl}\\p{Cs}]", " ")
                .replaceAll("[A-Za-z0-9+/=_-]{12,}", "…").replaceAll("\\d", "9");
        return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST - 1) + "…";
    }
}
