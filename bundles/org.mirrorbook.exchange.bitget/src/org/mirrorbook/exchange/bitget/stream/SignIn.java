package org.mirrorbook.exchange.bitget.stream;

import java.util.function.Function;

import org.mirrorbook.exchange.CredentialSource;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.exchange.bitget.rest.BitgetRest;
import org.mirrorbook.exchange.bitget.rest.VenueClock;
import org.mirrorbook.exchange.bitget.wire.VenueErrors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the sign-in. Where the clock is in doubt, it is compared first; then a signed question shows whether the key belongs to a classic
 * account of this environment at all, which the socket would not say in words (protocol notes, Bitget 1.1 and 1.3). Both only advise: when
 * REST is out of order, the socket may still be well.
 *
 * @param rest that asks once, since the sign-in is waited for
 * @param probe asks something signed; throws the problem that the answer is
 */
public record SignIn(CredentialSource credentials, VenueClock clock, BitgetRest rest, Runnable probe) implements Function<Boolean, String> {

    private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);

    /** @throws VenueProblem when the user has to mend something, or the account is of another kind */
    @Override
    public String apply(Boolean compareClocks) {
        if (compareClocks) {
            advise(rest::compareClocks);
            advise(probe);
        }
        return SignInText.of(credentials.credential(), clock.now());
    }

    private static void advise(Runnable question) {
        try {
            question.run();
        } catch (VenueProblem problem) {
            if (problem.remedy() == VenueProblem.Remedy.ASK_USER || problem.code().filter(VenueErrors::otherKind).isPresent()) {
                throw problem;
            }
            LOG.warn("Signing in without advice: {}", problem.getMessage());
        }
    }
}
