package org.mirrorbook.cli;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The facts that mirrors tell, in order. */
interface EventStream extends AutoCloseable {

    /** The next one; empty once {@link #end()} was called, or when none came in that time. */
    Optional<MirrorEvent> next(Duration atMost) throws InterruptedException;

    /** Lets {@link #next} return empty at once and from now on. From any thread. */
    void end();

    /** Takes what was told until now and is still under way, and nothing after it. */
    List<MirrorEvent> rest() throws InterruptedException;

    @Override
    void close();
}
