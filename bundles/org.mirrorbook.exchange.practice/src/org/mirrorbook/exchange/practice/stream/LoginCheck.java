package org.mirrorbook.exchange.practice.stream;

import java.util.OptionalInt;

import org.mirrorbook.exchange.ApiCredential;
import org.mirrorbook.exchange.practice.keys.Keyring;
import org.mirrorbook.exchange.practice.keys.Signature;
import org.mirrorbook.exchange.practice.wire.Json;

import tools.jackson.databind.JsonNode;

/**
 * Judges a login as the venue does (protocol notes, Bitget 2.1 and 2.5): the timestamp is in seconds and valid for 30 s; a timestamp in
 * milliseconds gets no answer at all.
 */
public final class LoginCheck {

    private static final int MILLIS_DIGITS = 13;
    private static final long WINDOW_SECONDS = 30;

    private final Keyring keyring;

    public LoginCheck(Keyring keyring) {
        this.keyring = keyring;
    }

    /** What a login deserves. */
    public sealed interface Verdict {

        /** Signed in to the account of that index. */
        record Accepted(int account) implements Verdict {
        }

        /** An error, then the end of the connection. */
        record Refused(int code, String message) implements Verdict {
        }

        /** No answer. */
        record Silence() implements Verdict {
        }
    }

    /**
     * @param login the first of the request's args
     * @param now in ms since 1970
     */
    public Verdict judge(JsonNode login, long now) {
        String timestamp = Json.text(login, "timestamp");
        if (timestamp.length() == MILLIS_DIGITS && isNumber(timestamp)) {
            return new Verdict.Silence();
        }
        if (timestamp.length() > MILLIS_DIGITS || !isNumber(timestamp)) {
            return new Verdict.Refused(30013, "Invalid ACCESS_TIMESTAMP");
        }
        if (Math.abs(now / 1_000 - Long.parseLong(timestamp)) > WINDOW_SECONDS) {
            return new Verdict.Refused(30014, "Request timestamp expired");
        }
        OptionalInt account = keyring.account(Json.text(login, "apiKey"));
        if (account.isEmpty()) {
            return new Verdict.Refused(30011, "Invalid ACCESS_KEY");
        }
        ApiCredential credential = keyring.of(account.getAsInt());
        if (!credential.passphrase().equals(Json.text(login, "passphrase"))) {
            return new Verdict.Refused(30012, "Invalid ACCESS_PASSPHRASE");
        }
        if (!Signature.ofLogin(timestamp, credential.secret()).matches(Json.text(login, "sign"))) {
            return new Verdict.Refused(30015, "Invalid sign");
        }
        return new Verdict.Accepted(account.getAsInt());
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty() && text.chars().allMatch(letter -> letter >= '0' && letter <= '9');
    }
}
