package org.mirrorbook.exchange.bitget;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.mirrorbook.exchange.ConnectorSettings;
import org.mirrorbook.exchange.CredentialSource;
import org.mirrorbook.exchange.bitget.rest.BitgetRest;
import org.mirrorbook.exchange.bitget.rest.History;
import org.mirrorbook.exchange.bitget.rest.Hosts;
import org.mirrorbook.exchange.bitget.rest.Kind;
import org.mirrorbook.exchange.bitget.rest.VenueClock;
import org.mirrorbook.exchange.bitget.stream.PrivateDialect;
import org.mirrorbook.exchange.bitget.stream.PublicDialect;
import org.mirrorbook.exchange.bitget.stream.SignInText;
import org.mirrorbook.exchange.bitget.stream.Unheard;
import org.mirrorbook.exchange.bitget.unified.HoldMode;
import org.mirrorbook.exchange.bitget.unified.UnifiedDialect;
import org.mirrorbook.exchange.bitget.unified.UnifiedHistory;
import org.mirrorbook.exchange.bitget.wire.Products;
import org.mirrorbook.exchange.bitget.wire.VenueErrors;
import org.mirrorbook.exchange.link.Dialect;

/** Puts together what an account of either kind speaks and is asked. */
final class AccountKinds {

    private final String label;
    private final Hosts hosts;
    private final VenueErrors errors;
    private final Products products;
    private final VenueClock venueClock;
    private final HoldMode mode;
    private final Unheard unheard;
    private final Function<Boolean, String> signIn;

    AccountKinds(ConnectorSettings settings, CredentialSource credentials, VenueClock venueClock, Products products, HoldMode mode) {
        this.label = settings.label();
        this.hosts = Hosts.of(settings);
        this.errors = new VenueErrors(settings.environment());
        this.products = products;
        this.venueClock = venueClock;
        this.mode = mode;
        this.unheard = new Unheard(label);
        // clocks were compared, and the key tried, before
        this.signIn = compared -> SignInText.of(credentials.credential(), venueClock.now());
    }

    /** @param rest of the questions */
    Map<Kind, AccountKind> all(BitgetRest rest) {
        var classic = new PrivateDialect(hosts.privateSocket(), products, errors, signIn, unheard);
        var unified = new UnifiedDialect(hosts.unifiedSocket(), products, mode, errors, signIn, unheard);
        return Map.of(
                Kind.CLASSIC, new AccountKind(Kind.CLASSIC, classic, PrivateDialect.topics(products),
                        new History(rest)),
                Kind.UNIFIED, new AccountKind(Kind.UNIFIED, unified, UnifiedDialect.topics(),
                        new UnifiedHistory(rest, venueClock, mode)));
    }

    /** The topics that count as live only with a complete snapshot, of whichever kind the account is. */
    Set<String> aligning() {
        var topics = new HashSet<>(PrivateDialect.aligning(products));
        topics.addAll(UnifiedDialect.aligning());
        return topics;
    }

    /** The socket of prices. */
    Dialect prices() {
        return new PublicDialect(hosts.publicSocket(), products, errors, new Unheard(label + " prices"));
    }
}
