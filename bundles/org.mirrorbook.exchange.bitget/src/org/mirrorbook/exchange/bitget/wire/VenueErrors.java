package org.mirrorbook.exchange.bitget.wire;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.exchange.VenueProblem.Remedy;

/**
 * What Bitget's codes mean to a trader and to the link (protocol notes, Bitget 2.5 and 6.4). Each sentence is ours and carries the venue's
 * own reason behind it.
 *
 * @param environment of the account, to say which key belongs where
 */
public record VenueErrors(Environment environment) {

    private static final int LONGEST_REASON = 160;

    private static final String LIVE_KEY = "This is a key for real trading, but the account is set to demo: "
            + "make a key in Bitget's demo mode, or set the account to live";
    private static final String DEMO_KEY = "This is a key for demo trading, but the account is not set to demo: "
            + "make a key outside demo mode, or set the account to demo";

    private static final Set<String> CLOCK = Set.of("30013", "30014", "40004", "40005", "40008");

    private static final Set<String> OTHER_KIND = Set.of("40084", "40085", "25245");

    private static final Map<String, String> ASK_USER = Map.ofEntries(
            Map.entry("30005", "Bitget rejected the sign-in"),
            Map.entry("30011", "Bitget does not know this API key"),
            Map.entry("30012", "Bitget rejected the passphrase"),
            Map.entry("30015", "Bitget rejected the signature; the secret is probably wrong"),
            Map.entry("40001", "The API key is missing"),
            Map.entry("40002", "The signature is missing"),
            Map.entry("40003", "The time of the signature is missing"),
            Map.entry("40006", "Bitget does not know this API key"),
            Map.entry("40009", "Bitget rejected the signature; the secret is probably wrong"),
            Map.entry("40011", "The passphrase is missing"),
            Map.entry("40012", "Bitget rejected the API key or its passphrase"),
            Map.entry("40014", "The API key may not read futures; give it that right"),
            Map.entry("40018", "This computer's address is not on the API key's list"),
            Map.entry("40036", "Bitget rejected the passphrase"),
            Map.entry("40037", "Bitget does not know this API key"),
            Map.entry("40038", "This computer's address is not on the API key's list"),
            Map.entry("40040", "The API key may not read futures; give it that right"),
            Map.entry("40041", "Bitget does not know this API key"));

    private static final Map<String, String> RETRY = Map.ofEntries(
            Map.entry("30006", "Bitget asks for fewer requests"),
            Map.entry("30007", "Bitget asks for fewer requests and closed the connection"),
            Map.entry("40010", "Bitget did not answer in time"),
            Map.entry("40015", "Bitget is out of order for a moment"),
            Map.entry("40725", "Bitget is out of order for a moment"),
            Map.entry("40808", "Bitget is out of order for a moment"),
            Map.entry("45001", "Bitget is out of order for a moment"),
            Map.entry("40308", "Bitget is under maintenance"),
            Map.entry("40795", "Bitget is under maintenance"),
            Map.entry("40844", "Bitget is under maintenance"),
            Map.entry("22067", "Bitget is reducing positions by force just now"),
            Map.entry("429", "Bitget asks for fewer requests"));

    /** Whether a code says that our time is not the venue's. */
    public static boolean clock(String code) {
        return CLOCK.contains(code);
    }

    /** Whether a code says that the account is of the other kind, so that the kind has to be found anew (protocol notes, Bitget 1.1). */
    public static boolean otherKind(String code) {
        return OTHER_KIND.contains(code);
    }

    /**
     * The problem that an answer to a REST request stands for.
     *
     * @param status of HTTP
     * @param code the venue's, where the answer had one
     */
    public VenueProblem rest(int status, Optional<String> code, String reason) {
        if (status == 429 || code.filter("429"::equals).isPresent()) {
            return problem(Remedy.RETRY, Optional.of("429"), RETRY.get("429"), reason);
        }
        if (code.isEmpty()) {
            return problem(status >= 500 ? Remedy.RETRY : Remedy.REPORT, Optional.of("HTTP " + status),
                    "Bitget gave an answer that is none (HTTP " + status + ")", reason);
        }
        return known(code.get(), reason).orElseGet(() -> problem(status >= 500 ? Remedy.RETRY : Remedy.REPORT, code,
                "Bitget refused the request", reason));
    }

    /** The problem that an error in the stream stands for. What is not known there is cured by a new connection, so it is to be retried. */
    public VenueProblem stream(String code, String reason) {
        return known(code, reason).orElseGet(() -> problem(Remedy.RETRY, Optional.of(code), "Bitget refused a message", reason));
    }

    private Optional<VenueProblem> known(String code, String reason) {
        if (otherKind(code)) {
            return Optional.of(problem(Remedy.RETRY, Optional.of(code), code.equals("40085")
                    ? "Bitget says that this is a unified account; Mirrorbook looks which kind it is and goes on"
                    : "Bitget says that this is a classic account; Mirrorbook looks which kind it is and goes on", reason));
        }
        if (code.equals("40099")) {
            return Optional.of(problem(Remedy.ASK_USER, Optional.of(code), environment == Environment.DEMO ? LIVE_KEY : DEMO_KEY, reason));
        }
        if (clock(code)) {
            return Optional.of(problem(Remedy.RETRY, Optional.of(code), "This computer's clock and Bitget's differ", reason));
        }
        return Optional.ofNullable(ASK_USER.get(code)).map(sentence -> problem(Remedy.ASK_USER, Optional.of(code), sentence, reason))
                .or(() -> Optional.ofNullable(RETRY.get(code)).map(sentence -> problem(Remedy.RETRY, Optional.of(code), sentence, reason)));
    }

    private static VenueProblem problem(Remedy remedy, Optional<String> code, String sentence, String reason) {
        // a venue may repeat what it was sent; keys and signatures are long, words are not
        var printable = reason.replaceAll("\\p{Cntrl}", " ").replaceAll("[A-Za-z0-9+/=_]{20,}", "…").strip();
        var shown = printable.substring(0, Math.min(printable.length(), LONGEST_REASON));
        return new VenueProblem(remedy, code, shown.isEmpty() ? sentence + "." : sentence + ". Bitget says: " + shown);
    }
}
