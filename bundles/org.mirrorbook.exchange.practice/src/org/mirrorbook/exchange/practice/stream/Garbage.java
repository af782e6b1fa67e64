package org.mirrorbook.exchange.practice.stream;

import java.util.List;

import org.mirrorbook.exchange.practice.wire.Json;

import tools.jackson.databind.node.ObjectNode;

/** Frames that no client should be upset by: broken, deep, of the wrong type, doubled keys, far too long. */
final class Garbage {

    private static final byte[] NO_TEXT = {(byte) 0xC3, (byte) 0x28, (byte) 0xFF, (byte) 0xFE, 0};
    private static final int DEEP = 20_000;
    private static final int MEBIBYTE = 1 << 20;

    private final Json json;
    private int sent;

    Garbage(Json json) {
        this.json = json;
    }

    /**
     * Sends the next kind of garbage, one after the other; the last kind is bytes that are no text in any encoding.
     *
     * @param push a good push, for what is broken about it
     */
    void send(Peer peer, String push) {
        List<String> kinds = List.of("<html><body>502 Bad Gateway</body></html>", push.substring(0, push.length() / 2), "[]", "null", "17",
                "{\"event\":\"maintenance\",\"code\":{},\"msg\":[]}", "{\"action\":\"snapshot\",\"arg\":\"none\",\"data\":{}}",
                "{\"action\":\"snapshot\",\"action\":7,\"data\":[null,1,\"row\"]}", "[".repeat(DEEP), "\u0000\uFFFD\u202E");
        int kind = sent++ % (kinds.size() + 1);
        if (kind == kinds.size()) {
            peer.send(NO_TEXT.clone());
        } else {
            peer.send(kinds.get(kind));
        }
    }

    /** The push with a field that nobody knows and that fills so many MiB. */
    String oversized(ObjectNode push, int mebibytes) {
        ObjectNode swollen = push.deepCopy();
        swollen.put("novelty", "x".repeat(Math.min(mebibytes, 128) * MEBIBYTE));
        return json.write(swollen);
    }
}
