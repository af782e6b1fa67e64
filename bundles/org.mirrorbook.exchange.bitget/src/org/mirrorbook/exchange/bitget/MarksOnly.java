package org.mirrorbook.exchange.bitget;

import org.mirrorbook.exchange.AccountFacts;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.exchange.MarkSeen;
import org.mirrorbook.exchange.ObservationBatch;
import org.mirrorbook.exchange.ObservationSink;

/** Lets prices through and nothing else: whether the account is mirrored is said by its private link alone. */
record MarksOnly(ObservationSink sink) implements ObservationSink {

    @Override
    public boolean accept(ObservationBatch batch) {
        return true;
    }

    @Override
    public void accept(MarkSeen mark) {
        sink.accept(mark);
    }

    @Override
    public void accept(LinkStatus status) {
        // the driver logs it
    }

    @Override
    public void accept(AccountFacts facts) {
        sink.accept(facts);
    }
}
