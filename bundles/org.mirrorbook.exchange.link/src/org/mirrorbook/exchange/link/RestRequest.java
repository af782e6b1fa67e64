package org.mirrorbook.exchange.link;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Map;

/**
 * A GET request. {@link #toString()} tells nothing of the headers, which may hold a key and a signature.
 *
 * @param uri exactly as it was signed
 */
public record RestRequest(URI uri, Map<String, String> headers) {

    public RestRequest {
        requireNonNull(uri);
        headers = Map.copyOf(headers);
    }

    @Override
    public String toString() {
        return "GET " + uri.getPath();
    }
}
