package org.mirrorbook.mirror.account;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;

import org.mirrorbook.exchange.ApiCredential;
import org.mirrorbook.mirror.AccountProblem;

/** Puts what a user typed into its one form, or says what is wrong with it. */
final class Wishes {

    private static final int LONGEST_LABEL = 40;

    private Wishes() {
    }

    /** A label: trimmed, 1 to 40 characters, on one line. */
    static String label(String typed) {
        var label = typed.strip();
        if (label.isEmpty()) {
            throw new AccountProblem("The account needs a label.");
        }
        if (label.codePointCount(0, label.length()) > LONGEST_LABEL) {
            throw new AccountProblem("The label is longer than " + LONGEST_LABEL + " characters.");
        }
        if (label.codePoints().anyMatch(Character::isISOControl)) {
            throw new AccountProblem("The label holds a character that cannot be shown.");
        }
        return label;
    }

    /** An endpoint: scheme and host, no path, and no clear text beyond this machine. */
    static Optional<URI> endpoint(Optional<URI> typed) {
        return typed.map(Wishes::endpoint);
    }

    private static URI endpoint(URI typed) {
        var scheme = typed.getScheme() == null ? "" : typed.getScheme().toLowerCase(Locale.ROOT);
        var host = typed.getHost() == null ? "" : typed.getHost().toLowerCase(Locale.ROOT);
        var path = typed.getPath() == null ? "" : typed.getPath();
        if (host.isEmpty() || !scheme.equals("http") && !scheme.equals("https")) {
            throw new AccountProblem("The endpoint has to look like https://HOST or http://127.0.0.1:PORT.");
        }
        boolean bare = (path.isEmpty() || path.equals("/")) && typed.getQuery() == null && typed.getFragment() == null;
        if (!bare || typed.getUserInfo() != null) {
            throw new AccountProblem("The endpoint is only scheme, host and port; leave away what follows or precedes them.");
        }
        if (scheme.equals("http") && !isLoopback(host)) {
            throw new AccountProblem("Without TLS only this machine is accepted as an endpoint: use https, or a loopback address.");
        }
        return URI.create(scheme + "://" + host + (typed.getPort() < 0 ? "" : ":" + typed.getPort()));
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost") || host.equals("[::1]") || host.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}");
    }

    /** A key, without the white space that copying adds. */
    static ApiCredential credential(ApiCredential typed) {
        var credential = new ApiCredential(typed.apiKey().strip(), typed.secret().strip(), typed.passphrase().strip());
        if (credential.apiKey().isEmpty() || credential.secret().isEmpty()) {
            throw new AccountProblem("The key is not complete: API key and secret are needed.");
        }
        return credential;
    }
}
