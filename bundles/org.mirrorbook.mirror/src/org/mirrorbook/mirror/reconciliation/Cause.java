package org.mirrorbook.mirror.reconciliation;

import java.util.Optional;
import java.util.concurrent.CompletionException;

import org.mirrorbook.exchange.VenueProblem;

/** Why a stage failed: what was thrown, without what stages wrap around it. */
final class Cause {

    private Cause() {
    }

    static Throwable of(Throwable error) {
        return error instanceof CompletionException && error.getCause() != null ? of(error.getCause()) : error;
    }

    /** Whether the venue may answer when it is asked again. */
    static boolean mayPass(Throwable error) {
        return Optional.of(of(error)).filter(VenueProblem.class::isInstance).map(VenueProblem.class::cast)
                .filter(problem -> problem.remedy() == VenueProblem.Remedy.RETRY).isPresent();
    }
}
