package org.mirrorbook.cli;

import java.util.List;
import java.util.concurrent.CompletableFuture;

import sun.misc.Signal;

/**
 * SIGTERM and SIGINT of this process. Without a handler of ours the JVM would end at once with code 143 or 130, and no application would be
 * stopped. They are caught from the first {@link #whenAsked} on; a second SIGINT, of a user who does not want to wait, ends the process the
 * hard way.
 */
final class ProcessSignals implements StopSignal {

    private static final int INTERRUPTED = 130;

    private final CompletableFuture<Void> asked = new CompletableFuture<>();
    private boolean caught;

    @Override
    public synchronized void whenAsked(Runnable stop) {
        if (!caught) {
            List.of("TERM", "INT").forEach(name -> Signal.handle(new Signal(name), this::ask));
            caught = true;
        }
        asked.thenRun(stop);
    }

    private void ask(Signal signal) {
        if (!asked.complete(null) && signal.getName().equals("INT")) {
            Runtime.getRuntime().halt(INTERRUPTED);
        }
    }
}
