package org.mirrorbook.benchmarks.micro;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.mirrorbook.benchmarks.Positions;
import org.mirrorbook.domain.lifecycle.Observation.SnapshotSeen;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.exchange.ObservationBatch;
import org.mirrorbook.exchange.bitget.stream.PrivateDialect;
import org.mirrorbook.exchange.bitget.stream.Unheard;
import org.mirrorbook.exchange.bitget.wire.Products;
import org.mirrorbook.exchange.bitget.wire.VenueErrors;
import org.mirrorbook.exchange.link.LinkMessage;

/** Some pushes of five rows, and what the product's dialect makes of them. */
final class Pushes {

    static final AccountId ACCOUNT = new AccountId("bench");
    static final Instant RECEIVED = Instant.parse("2026-01-02T03:04:05Z");
    private static final int COUNT = 64;

    final PrivateDialect dialect = new PrivateDialect(URI.create("ws://127.0.0.1:1/"), Products.of(ACCOUNT, Environment.LIVE),
            new VenueErrors(Environment.LIVE), compare -> "", new Unheard("bench"));
    final List<String> texts = new ArrayList<>();
    private int next;

    Pushes() {
        var positions = new Positions(0);
        for (int n = 1; n <= COUNT; n++) {
            texts.add(positions.push(n * 1237L));
        }
    }

    /** One after the other, and then from the first again. */
    String text() {
        next = (next + 1) % COUNT;
        return texts.get(next);
    }

    ObservationBatch read(String text) {
        if (dialect.read(text, 1, RECEIVED) instanceof LinkMessage.Observed observed
                && ((SnapshotSeen) observed.batch().seen().getFirst()).rows().size() == Positions.ROWS) {
            return observed.batch();
        }
        throw new IllegalStateException("a push was not understood");
    }
}
