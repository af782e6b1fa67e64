package org.mirrorbook.exchange.bitget.wire;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

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

    /** What is done about a code. */
    public enum Outcome {
        /** Tried again with back-off; on a socket, with a new connection. */
        RETRY(Remedy.RETRY),
        /** As {@link #RETRY}, but not before the venue wants to be asked again. */
        WAIT(Remedy.RETRY),
        /** The clock is set by the venue's, then as {@link #RETRY}. */
        RESYNC_CLOCK(Remedy.RETRY),
        /** The kind of the account is found out anew, then as {@link #RETRY}. */
        DETECT_KIND(Remedy.RETRY),
        /** The user has to mend the key or the settings. */
        ASK_USER(Remedy.ASK_USER),
        /** Nobody can mend it now; it is told and not tried again. */
        REPORT(Remedy.REPORT);

        private final Remedy remedy;

        Outcome(Remedy remedy) {
            this.remedy = remedy;
        }

        public Remedy remedy() {
            return remedy;
        }
    }

    private record Meaning(Outcome outcome, String sentence) {
    }

    private static final int LONGEST_REASON = 160;
    /** A secret behind its name and a sign; a sentence about one has no sign there. */
    private static final Pattern NAMED_SECRET = Pattern.compile(
            "((?:api.?key|access.?key|pass.?phrase|password|secret|sign)[\\\\\"'\\s]*[:=]).*", Pattern.CASE_INSENSITIVE);
    private static final String TOO_MANY = "429";
    private static final String WRONG_ENVIRONMENT = "40099";

    private static final String UNKNOWN_KEY = "Bitget does not know this API key; it may have been deleted, or copied in part";
    private static final String WRONG_SECRET = "Bitget rejected the signature; the secret is probably wrong";
    private static final String WRONG_PASSPHRASE = "Bitget rejected the passphrase; it is the one that was chosen when the key was made";
    private static final String NO_RIGHT = "The API key may not read futures; give it that right at Bitget";
    private static final String WRONG_ADDRESS = "This computer's address is not on the API key's list; add it at Bitget";
    private static final String CLOCK = "This computer's clock and Bitget's differ; Mirrorbook goes by Bitget's and tries again";
    private static final String DISORDER = "Bitget is out of order for a moment; Mirrorbook tries again";
    private static final String MAINTENANCE = "Bitget is under maintenance; Mirrorbook tries again until it is over";
    private static final String FEWER = "Bitget asks for fewer requests; Mirrorbook waits and tries again";
    private static final String OURS = "Bitget did not understand a message of Mirrorbook; the connection is made anew";
    private static final String NO_POSITION = "Bitget has no such position open";

    private static final Map<String, Meaning> MEANINGS = Map.ofEntries(
            Map.entry("30001", new Meaning(Outcome.RETRY,
                    "Bitget does not have a channel that Mirrorbook needs; the connection is made anew")),
            Map.entry("30002", new Meaning(Outcome.RETRY, OURS)),
            Map.entry("30003", new Meaning(Outcome.RETRY, OURS)),
            Map.entry("30004", new Meaning(Outcome.RETRY, "Bitget wants the sign-in first; the connection is made anew")),
            Map.entry("30005", new Meaning(Outcome.ASK_USER, "Bitget rejected the sign-in; check the key, its secret and its passphrase")),
            Map.entry("30006", new Meaning(Outcome.WAIT, FEWER)),
            Map.entry("30007", new Meaning(Outcome.WAIT,
                    "Bitget asks for fewer requests and closed the connection; Mirrorbook waits and tries again")),
            Map.entry("30011", new Meaning(Outcome.ASK_USER, UNKNOWN_KEY)),
            Map.entry("30012", new Meaning(Outcome.ASK_USER, WRONG_PASSPHRASE)),
            Map.entry("30013", new Meaning(Outcome.RESYNC_CLOCK, CLOCK)),
            Map.entry("30014", new Meaning(Outcome.RESYNC_CLOCK, CLOCK)),
            Map.entry("30015", new Meaning(Outcome.ASK_USER, WRONG_SECRET)),
            Map.entry("30016", new Meaning(Outcome.RETRY, OURS)),
            Map.entry("40001", new Meaning(Outcome.ASK_USER, "The API key is missing; enter it anew")),
            Map.entry("40002", new Meaning(Outcome.ASK_USER, "The signature is missing; enter the secret anew")),
            Map.entry("40003", new Meaning(Outcome.ASK_USER, "The time of the signature is missing; enter the key anew")),
            Map.entry("40004", new Meaning(Outcome.RESYNC_CLOCK, CLOCK)),
            Map.entry("40005", new Meaning(Outcome.RESYNC_CLOCK, CLOCK)),
            Map.entry("40006", new Meaning(Outcome.ASK_USER, UNKNOWN_KEY)),
            Map.entry("40008", new Meaning(Outcome.RESYNC_CLOCK, CLOCK)),
            Map.entry("40009", new Meaning(Outcome.ASK_USER, WRONG_SECRET)),
            Map.entry("40010", new Meaning(Outcome.RETRY, "Bitget did not answer in time; Mirrorbook tries again")),
            Map.entry("40011", new Meaning(Outcome.ASK_USER, "The passphrase is missing; enter it anew")),
            Map.entry("40012", new Meaning(Outcome.ASK_USER, "Bitget rejected the API key or its passphrase")),
            Map.entry("40014", new Meaning(Outcome.ASK_USER, NO_RIGHT)),
            Map.entry("40015", new Meaning(Outcome.RETRY, DISORDER)),
            Map.entry("40018", new Meaning(Outcome.ASK_USER, WRONG_ADDRESS)),
            Map.entry("40036", new Meaning(Outcome.ASK_USER, WRONG_PASSPHRASE)),
            Map.entry("40037", new Meaning(Outcome.ASK_USER, UNKNOWN_KEY)),
            Map.entry("40038", new Meaning(Outcome.ASK_USER, WRONG_ADDRESS)),
            Map.entry("40040", new Meaning(Outcome.ASK_USER, NO_RIGHT)),
            Map.entry("40041", new Meaning(Outcome.ASK_USER, UNKNOWN_KEY)),
            Map.entry("40725", new Meaning(Outcome.RETRY, DISORDER)),
            Map.entry("40808", new Meaning(Outcome.RETRY, DISORDER)),
            Map.entry("45001", new Meaning(Outcome.RETRY, DISORDER)),
            Map.entry(TOO_MANY, new Meaning(Outcome.WAIT, FEWER)),
            Map.entry("40084", new Meaning(Outcome.DETECT_KIND,
                    "Bitget says that this is a classic account; Mirrorbook looks which kind it is and goes on")),
            Map.entry("25245", new Meaning(Outcome.DETECT_KIND,
                    "Bitget says that this is a classic account; Mirrorbook looks which kind it is and goes on")),
            Map.entry("40085", new Meaning(Outcome.DETECT_KIND,
                    "Bitget says that this is a unified account; Mirrorbook looks which kind it is and goes on")),
            Map.entry("40308", new Meaning(Outcome.RETRY, MAINTENANCE)),
            Map.entry("40795", new Meaning(Outcome.RETRY, MAINTENANCE)),
            Map.entry("40844", new Meaning(Outcome.RETRY, MAINTENANCE)),
            Map.entry("22002", new Meaning(Outcome.REPORT, NO_POSITION)),
            Map.entry("43043", new Meaning(Outcome.REPORT, NO_POSITION)),
            Map.entry("22067", new Meaning(Outcome.RETRY, "Bitget is reducing positions by force just now; Mirrorbook tries again")),
            Map.entry("40404", new Meaning(Outcome.REPORT,
                    "Bitget does not have what Mirrorbook asked for; a newer Mirrorbook may know more")));

    /** Whether a code says that our time is not the venue's. */
    public static boolean clock(String code) {
        return is(code, Outcome.RESYNC_CLOCK);
    }

    /** Whether a code says that the account is of the other kind, so that the kind has to be found anew (protocol notes, Bitget 1.1). */
    public static boolean otherKind(String code) {
        return is(code, Outcome.DETECT_KIND);
    }

    /** Whether a code says that the venue is out of order for a moment: the same question may be answered the next time. */
    public static boolean disorder(String code) {
        var meaning = MEANINGS.get(code);
        return meaning != null && meaning.sentence().equals(DISORDER);
    }

    private static boolean is(String code, Outcome outcome) {
        var meaning = MEANINGS.get(code);
        return meaning != null && meaning.outcome() == outcome;
    }

    /** What is done about a code, where it is known. */
    public static Optional<Outcome> outcome(String code) {
        return code.equals(WRONG_ENVIRONMENT) ? Optional.of(Outcome.ASK_USER) : Optional.ofNullable(MEANINGS.get(code))
                .map(Meaning::outcome);
    }

    /**
     * The problem that an answer to a REST request stands for.
     *
     * @param status of HTTP
     * @param code the venue's, where the answer had one
     */
    public VenueProblem rest(int status, Optional<String> code, String reason) {
        if (status == 429) {
            return problem(TOO_MANY, MEANINGS.get(TOO_MANY), reason);
        }
        var unknown = status >= 500 ? Outcome.RETRY : Outcome.REPORT;
        if (code.isEmpty()) {
            return problem("HTTP " + status, new Meaning(unknown, "Bitget gave an answer that is none (HTTP " + status + ")"), reason);
        }
        return problem(code.get(), known(code.get()).orElse(new Meaning(unknown, "Bitget refused the request")), reason);
    }

    /** The problem that an error in the stream stands for. What is not known there is cured by a new connection, so it is to be retried. */
    public VenueProblem stream(String code, String reason) {
        return problem(code, known(code).orElse(new Meaning(Outcome.RETRY, "Bitget refused a message; the connection is made anew")),
                reason);
    }

    private Optional<Meaning> known(String code) {
        return code.equals(WRONG_ENVIRONMENT) ? Optional.of(new Meaning(Outcome.ASK_USER, wrongEnvironment()))
                : Optional.ofNullable(MEANINGS.get(code));
    }

    /** One setting decides key, header and host, so the key is the one that does not fit (protocol notes, Bitget 1.3). */
    private String wrongEnvironment() {
        return switch (environment) {
            case DEMO -> "This is a key for real trading, but the account is set to demo: "
                    + "make a key in Bitget's demo mode, or set the account to live";
            case LIVE -> "This is a key for demo trading, but the account is set to live: "
                    + "make a key outside demo mode, or set the account to demo";
            default -> "This key belongs to Bitget itself, but the account is set to the practice exchange: "
                    + "use the key that the practice exchange shows, or set the account to live or demo";
        };
    }

    private static VenueProblem problem(String code, Meaning meaning, String reason) {
        // a venue may repeat what it was sent; keys and signatures are long, words are not, but a passphrase may be one
        var printable = NAMED_SECRET.matcher(reason.replaceAll("\\p{Cntrl}", " ")).replaceAll("$1…")
                .replaceAll("[A-Za-z0-9+/=_-]{20,}", "…").strip();
        var shown = printable.substring(0, Math.min(printable.length(), LONGEST_REASON));
        return new VenueProblem(meaning.outcome().remedy(), Optional.of(shortened(code)),
                shown.isEmpty() ? meaning.sentence() + "." : meaning.sentence() + ". Bitget says: " + shown);
    }

    /** Codes are short; what is not may be anything. */
    private static String shortened(String code) {
        return code.length() <= 20 ? code : code.substring(0, 20);
    }
}
