package org.mirrorbook.exchange.bitget.stream;

import java.util.function.Function;

import org.mirrorbook.exchange.CredentialSource;
import org.mirrorbook.exchange.bitget.rest.BitgetRest;
import org.mirrorbook.exchange.bitget.rest.VenueClock;

/**
 * Makes the sign-in. Where the clock is in doubt, it is compared first; then a signed question shows whether the key belongs to a classic
 * account of this environment at all, which the socket would not say in words (protocol notes, Bitget 1.1 and 1.3).
 *
 * @param probe asks something signed; throws the problem that the answer is
 */
public record SignIn(CredentialSource credentials, VenueClock clock, BitgetRest rest, Runnable probe) implements Function<Boolean, String> {

    @Override
    public String apply(Boolean compareClocks) {
        if (compareClocks) {
            rest.compareClocks();
            probe.run();
        }
        return SignInText.of(credentials.credential(), clock.now());
    }
}
