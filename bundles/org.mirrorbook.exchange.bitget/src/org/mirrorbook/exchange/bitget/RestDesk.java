package org.mirrorbook.exchange.bitget;

import java.time.Duration;

import org.mirrorbook.exchange.ConnectorSettings;
import org.mirrorbook.exchange.CredentialSource;
import org.mirrorbook.exchange.bitget.rest.BitgetRest;
import org.mirrorbook.exchange.bitget.rest.Hosts;
import org.mirrorbook.exchange.bitget.rest.RestNews;
import org.mirrorbook.exchange.bitget.rest.VenueClock;
import org.mirrorbook.exchange.bitget.wire.VenueErrors;
import org.mirrorbook.exchange.link.RestClient;
import org.mirrorbook.exchange.link.RestLimits;

/** Makes the REST sides of one account; they share its limits, its credential and its clock, and differ in their patience. */
final class RestDesk {

    private static final Duration FIRST_WAIT = Duration.ofMillis(500);

    private final ConnectorSettings settings;
    private final CredentialSource credentials;
    private final Venue venue;
    private final VenueClock clock;
    private final RestLimits limits = new RestLimits();

    RestDesk(ConnectorSettings settings, CredentialSource credentials, Venue venue, VenueClock clock) {
        this.settings = settings;
        this.credentials = credentials;
        this.venue = venue;
        this.clock = clock;
    }

    /**
     * One that asks so often in all.
     *
     * @throws IllegalArgumentException when the settings cannot be served, with a sentence for the user
     */
    BitgetRest asking(int tries, RestNews news) {
        return new BitgetRest(Hosts.of(settings), new RestClient(venue.network(), venue.questions(), limits, tries, FIRST_WAIT),
                credentials, clock, new VenueErrors(settings.environment()), news);
    }
}
