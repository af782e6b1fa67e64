package org.mirrorbook.mirror.lane;

import java.time.Instant;
import java.util.Optional;

import org.mirrorbook.domain.position.Scope;

/**
 * A question that was answered, for the recording. Connectors hand the venue's own pages over before the answer (see
 * {@link org.mirrorbook.exchange.Connector}); this line says what they were read for.
 *
 * @param since absent when it was asked of now
 */
record Asked(String what, Scope scope, Optional<Instant> since, Optional<Instant> until, int came) {

    /** What happened from that time on. */
    Asked(String what, Scope scope, Instant since, Optional<Instant> until, int came) {
        this(what, scope, Optional.of(since), until, came);
    }

    String channel() {
        return "GET " + what;
    }

    String text() {
        return "{\"asked\":\"" + what + "\",\"product\":\"" + scope.product().code() + "\""
                + since.map(from -> ",\"since\":\"" + from + "\"").orElse("")
                + until.map(to -> ",\"until\":\"" + to + "\"").orElse("") + ",\"came\":" + came + "}";
    }
}
