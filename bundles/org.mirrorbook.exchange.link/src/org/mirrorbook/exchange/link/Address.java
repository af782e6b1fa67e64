package org.mirrorbook.exchange.link;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The rule for addresses: TLS everywhere, and plain text only to this machine itself. */
public final class Address {

    private static final Set<String> SAFE = Set.of("https", "wss");
    private static final Set<String> PLAIN = Set.of("http", "ws");
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[(::1|0:0:0:0:0:0:0:1)]");

    private Address() {
    }

    /**
     * The same address.
     *
     * @throws IllegalArgumentException with a sentence for the user, when it is not allowed
     */
    public static URI checked(URI address) {
        var scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        var host = address.getHost();
        if (host == null || address.getRawUserInfo() != null || !SAFE.contains(scheme) && !PLAIN.contains(scheme)) {
            throw new IllegalArgumentException("\"" + shown(address) + "\" is not an address of an exchange; one looks like https://host.");
        }
        // names are not resolved: what a name means can change between the check and the connection
        if (PLAIN.contains(scheme) && !loopback(address)) {
            throw new IllegalArgumentException("\"" + shown(address) + "\" would send the key without encryption. "
                    + "Without TLS only this computer (127.0.0.1) is accepted.");
        }
        return address;
    }

    /** Whether an address is on this computer itself. */
    static boolean loopback(URI address) {
        return address.getHost() != null && LOOPBACK.matcher(address.getHost().toLowerCase(Locale.ROOT)).matches();
    }

    private static String shown(URI address) {
        return address.getHost() == null || address.getRawUserInfo() != null
                ? address.getScheme() + "://…"
                : address.getScheme() + "://" + address.getHost();
    }
}
