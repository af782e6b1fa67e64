package org.mirrorbook.exchange.bitget.rest;

import java.util.Set;
import java.util.function.Consumer;

import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.exchange.bitget.wire.WireRow;

/**
 * Finds the kind of an account by a question that only a unified one is answered (protocol notes, Bitget 1.1). Whatever else comes back is
 * no answer to that, and is not guessed from. Blocks.
 *
 * @param settings takes the settings of a unified account
 */
public record KindProbe(BitgetRest rest, Consumer<WireRow> settings) {

    private static final String SETTINGS = "/api/v3/account/settings";
    private static final Set<String> CLASSIC = Set.of("40084", "25245");

    /** @throws VenueProblem when it could not be found out, by its own meaning */
    public Kind detect() {
        try {
            var answer = rest.get(SETTINGS, 20, BitgetRest.query());
            BitgetRest.understood(() -> {
                settings.accept(answer.row("data"));
                return Kind.UNIFIED;
            });
            return Kind.UNIFIED;
        } catch (VenueProblem problem) {
            if (problem.code().filter(CLASSIC::contains).isPresent()) {
                return Kind.CLASSIC;
            }
            throw problem;
        }
    }
}
