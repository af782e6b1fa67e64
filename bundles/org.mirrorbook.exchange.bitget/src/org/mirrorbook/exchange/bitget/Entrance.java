package org.mirrorbook.exchange.bitget;

import org.mirrorbook.exchange.KeyGate;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.exchange.bitget.rest.BitgetRest;
import org.mirrorbook.exchange.bitget.rest.Kind;
import org.mirrorbook.exchange.bitget.rest.KeyQuestion;
import org.mirrorbook.exchange.bitget.rest.KindProbe;

/**
 * Where an account is let in: its kind is found out, and its key is asked what it may do, before anything is read with it. Blocks.
 *
 * @param rest that asks once more where the venue is out of order for a moment, since one answer of several that is missing makes the whole
 *     worth nothing; whoever enters tries again later
 */
record Entrance(BitgetRest rest, KindProbe probe, boolean tradingKeyAccepted) {

    /**
     * Compares clocks and asks everything.
     *
     * @throws VenueProblem when something was not answered, or the key is refused
     */
    Admission enter() {
        rest.compareClocks();
        return admit(probe.detect());
    }

    /** @throws VenueProblem as {@link #enter()} */
    Admission admit(Kind kind) {
        var facts = new KeyQuestion(rest).ask(kind);
        new KeyGate().judge(facts.rights(), tradingKeyAccepted).refusal().ifPresent(refusal -> {
            throw refusal;
        });
        return new Admission(kind, facts.rights());
    }
}
