package org.mirrorbook.exchange.practice.keys;

import java.util.List;

/**
 * What the exchange tells about its keys when it is asked (protocol notes, Bitget 1.4). It takes orders from any of its keys all the same:
 * trading here is play.
 *
 * @param authorities of a classic account, such as {@code cpor}
 * @param ips the addresses the key is bound to, none when it is not
 * @param permType of a unified account
 * @param permissions of a unified account
 * @param mayAsk whether the key may ask what it may; 40014 otherwise
 */
public record KeyFacts(List<String> authorities, List<String> ips, String permType, List<String> permissions, boolean mayAsk) {

    /** A key that reads futures and nothing else, and is bound to no address. */
    public static KeyFacts usual() {
        return new KeyFacts(List.of("cpor", "coor"), List.of(), "read_only", List.of("uta_mgt"), true);
    }
}
