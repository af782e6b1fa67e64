package org.mirrorbook.exchange.bitget.rest;

import java.util.Optional;
import java.util.Set;

import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.exchange.bitget.wire.RightsRows;
import org.mirrorbook.exchange.bitget.wire.UnreadableFrame;
import org.mirrorbook.exchange.bitget.wire.WireRow;

/** Asks what a key may do (protocol notes, Bitget 1.4). Blocks. */
public record KeyQuestion(BitgetRest rest) {

    private static final String CLASSIC = "/api/v2/spot/account/info";
    private static final String UNIFIED = "/api/v3/account/info";

    /** The key lacks the right to ask this. */
    private static final Set<String> NOT_ALLOWED = Set.of("40014", "40040");

    /**
     * Asks. A key that may not ask, and an answer that nobody understands, leave the rights unknown; they are no failure.
     *
     * @throws VenueProblem when it was not answered, or when the key is none
     */
    public KeyFacts ask(Kind kind) {
        try {
            return switch (kind) {
                case CLASSIC -> {
                    var info = rest.get(CLASSIC, 1, BitgetRest.query()).row("data");
                    yield new KeyFacts(RightsRows.classic(info), account(info));
                }
                case UNIFIED -> {
                    var info = rest.get(UNIFIED, 1, BitgetRest.query()).row("data");
                    yield new KeyFacts(RightsRows.unified(info), account(info));
                }
            };
        } catch (UnreadableFrame strange) {
            return KeyFacts.unknown();
        } catch (VenueProblem problem) {
            boolean notTold = problem.remedy() == VenueProblem.Remedy.REPORT || problem.code().filter(NOT_ALLOWED::contains).isPresent();
            if (notTold) {
                return KeyFacts.unknown();
            }
            throw problem;
        }
    }

    private static Optional<String> account(WireRow info) {
        return info.name("userId");
    }
}
