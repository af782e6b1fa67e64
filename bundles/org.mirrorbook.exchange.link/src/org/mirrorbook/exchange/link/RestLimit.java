package org.mirrorbook.exchange.link;

import static java.util.Objects.requireNonNull;

/**
 * How often an endpoint may be asked.
 *
 * @param endpoint its path
 * @param perSecond questions within one second
 * @param counted whose questions count together
 */
public record RestLimit(String endpoint, int perSecond, Counted counted) {

    /** Whose questions a venue counts together (protocol notes, Bitget 6.3: "IP" and "UID"). */
    public enum Counted {
        /** Those of all accounts on this computer. */
        PER_ADDRESS,
        /** Those of one account. */
        PER_ACCOUNT
    }

    public RestLimit {
        requireNonNull(endpoint);
        requireNonNull(counted);
        if (perSecond < 1) {
            throw new IllegalArgumentException("A limit of " + perSecond + " questions in a second would never let anybody ask.");
        }
    }

    public static RestLimit perAddress(String endpoint, int perSecond) {
        return new RestLimit(endpoint, perSecond, Counted.PER_ADDRESS);
    }

    public static RestLimit perAccount(String endpoint, int perSecond) {
        return new RestLimit(endpoint, perSecond, Counted.PER_ACCOUNT);
    }
}
