package org.mirrorbook.exchange;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a key may do, as the venue tells it (protocol notes, Bitget 1.4). What the venue does not tell is unknown, not safe.
 *
 * @param trade to place orders or change positions
 * @param transfer to move money between the accounts of the user
 * @param ips addresses that may use the key; the empty set means any may, absent means that it is not known
 * @param expires when the key ends, where the venue tells
 */
public record KeyRights(Right read, Right trade, Right withdraw, Right transfer, Optional<Set<String>> ips, Optional<Instant> expires) {

    public KeyRights {
        requireNonNull(read);
        requireNonNull(trade);
        requireNonNull(withdraw);
        requireNonNull(transfer);
        ips = ips.map(Set::copyOf);
        requireNonNull(expires);
    }

    /** A key of which nothing is known. */
    public static KeyRights unknown() {
        return new KeyRights(Right.UNKNOWN, Right.UNKNOWN, Right.UNKNOWN, Right.UNKNOWN, Optional.empty(), Optional.empty());
    }
}
