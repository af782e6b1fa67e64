package org.mirrorbook.mirror.lane;

import java.time.Instant;
import java.util.Optional;

import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.exchange.RawMessage;

/**
 * A question that was answered, for the recording. Connectors hand the venue's own pages over before the answer (see
 * {@link org.mirrorbook.exchange.Connector}); this line says what they were read for.
 */
record Asked(String what, Scope scope, Instant since, Optional<Instant> until, int came) {

    RawMessage message(Instant receivedAt) {
        var text = "{\"asked\":\"" + what + "\",\"product\":\"" + scope.product().code() + "\",\"since\":\"" + since + "\""
                + until.map(to -> ",\"until\":\"" + to + "\"").orElse("") + ",\"came\":" + came + "}";
        return new RawMessage(receivedAt, "GET " + what, text);
    }
}
