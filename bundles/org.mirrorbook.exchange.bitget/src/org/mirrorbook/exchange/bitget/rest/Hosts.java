package org.mirrorbook.exchange.bitget.rest;

import java.net.URI;
import java.util.Locale;

import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.exchange.ConnectorSettings;
import org.mirrorbook.exchange.link.Address;

/**
 * Where an environment lives. One setting decides host and header, so that they cannot disagree (protocol notes, Bitget 1.2 and 1.3).
 *
 * @param privateSocket of classic accounts
 * @param unifiedSocket the private one of unified accounts
 * @param publicSocket prices, for both kinds of account
 * @param paperTrading whether requests are marked as demo trading
 */
public record Hosts(URI rest, URI privateSocket, URI unifiedSocket, URI publicSocket, boolean paperTrading) {

    private static final String REST = "https://api.bitget.com";
    private static final String LIVE_SOCKET = "wss://ws.bitget.com";
    private static final String DEMO_SOCKET = "wss://wspap.bitget.com";

    /**
     * The hosts of these settings.
     *
     * @throws IllegalArgumentException with a sentence for the user, when there are none
     */
    public static Hosts of(ConnectorSettings settings) {
        boolean demo = settings.environment() == Environment.DEMO;
        if (settings.endpoint().isPresent()) {
            var rest = Address.checked(settings.endpoint().get());
            if (!rest.getScheme().toLowerCase(Locale.ROOT).startsWith("http")) {
                throw new IllegalArgumentException("The address of an exchange begins with https:// (or http:// on this computer).");
            }
            if (!rest.getPath().replace("/", "").isEmpty() || rest.getRawQuery() != null || rest.getRawFragment() != null) {
                throw new IllegalArgumentException("The address of an exchange ends with its host or port, without a path.");
            }
            var base = trimmed(rest);
            return of(base, "ws" + base.substring("http".length()), demo);
        }
        if (settings.environment() == Environment.PRACTICE) {
            throw new IllegalArgumentException("A practice account needs the address of its practice exchange.");
        }
        return of(REST, demo ? DEMO_SOCKET : LIVE_SOCKET, demo);
    }

    private static Hosts of(String rest, String socket, boolean demo) {
        return new Hosts(URI.create(rest), URI.create(socket + "/v2/ws/private"), URI.create(socket + "/v3/ws/private"),
                URI.create(socket + "/v2/ws/public"), demo);
    }

    private static String trimmed(URI address) {
        var port = address.getPort() < 0 ? "" : ":" + address.getPort();
        return address.getScheme().toLowerCase(Locale.ROOT) + "://" + address.getHost() + port;
    }
}
