package org.mirrorbook.cli;

import org.mirrorbook.exchange.KeyTrial;

/** Tells the steps of a key's trial beside the results; what is to be said of the key's rights is in one of them. */
final class TrialRemarks {

    private final Streams streams;

    TrialRemarks(Streams streams) {
        this.streams = streams;
    }

    void steps(KeyTrial trial) {
        for (var step : trial.steps()) {
            streams.remark((step.problem().isPresent() ? "failed  " : "ok      ") + step.name() + ": " + step.result() + " ("
                    + step.took().toMillis() + " ms)");
        }
    }
}
