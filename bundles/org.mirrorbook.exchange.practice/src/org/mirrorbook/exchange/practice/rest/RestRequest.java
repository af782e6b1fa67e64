package org.mirrorbook.exchange.practice.rest;

import java.util.Map;

/**
 * A request as it came over the wire.
 *
 * @param query exactly as sent, without the question mark, empty when there is none: the signature covers it byte by byte
 * @param parameters the same, decoded
 * @param headers by lower-case name
 */
public record RestRequest(String method, String path, String query, Map<String, String> parameters, Map<String, String> headers,
        String body) {

    /** The text the client has to have signed (protocol notes, Bitget 6.1). */
    String prehash() {
        return header("access-timestamp") + method + path + (query.isEmpty() ? "" : "?" + query) + body;
    }

    String header(String lowerCaseName) {
        return headers.getOrDefault(lowerCaseName, "");
    }

    /** Without headers, for they hold a signature. */
    @Override
    public String toString() {
        return method + " " + path;
    }
}
