package org.mirrorbook.mirror.reconciliation;

import org.mirrorbook.exchange.AccountFacts;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.exchange.MarkSeen;
import org.mirrorbook.exchange.ObservationBatch;
import org.mirrorbook.exchange.ObservationSink;

/**
 * For a connector that is only asked. Its pages are not recorded: nothing is committed by what they say. What is put right afterwards is
 * recorded with the record that it rests on.
 */
final class Deaf implements ObservationSink {

    @Override
    public boolean accept(ObservationBatch batch) {
        return true;
    }

    @Override
    public void accept(MarkSeen mark) {
        // no prices are wanted
    }

    @Override
    public void accept(LinkStatus status) {
        // there is no link
    }

    @Override
    public void accept(AccountFacts facts) {
        // the mirror finds that out for the journal
    }
}
