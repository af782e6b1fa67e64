package org.mirrorbook.app.launch;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.logging.ErrorManager;
import java.util.logging.Handler;
import java.util.logging.LogRecord;

/**
 * Writes to the log of a home as soon as someone has made it, and keeps what was logged before; without a home that is forgotten at the
 * end.
 */
final class LateFile extends Handler {

    private static final int MOST_KEPT = 1_000;

    private final HomeFolder home;
    private final Deque<LogRecord> kept = new ArrayDeque<>();
    private Optional<Handler> file = Optional.empty();
    private boolean failed;

    LateFile(HomeFolder home) {
        this.home = home;
    }

    @Override
    public synchronized void publish(LogRecord logged) {
        if (!isLoggable(logged) || failed) {
            return;
        }
        kept.add(logged);
        if (kept.size() > MOST_KEPT) {
            kept.remove();
        }
        write();
    }

    private void write() {
        if (file.isEmpty() && !kept.isEmpty() && home.isMade()) {
            open();
        }
        file.ifPresent(opened -> {
            kept.forEach(opened::publish);
            kept.clear();
        });
    }

    private void open() {
        try {
            var opened = LogFile.file(home);
            opened.setFormatter(getFormatter());
            opened.setLevel(getLevel());
            file = Optional.of(opened);
        } catch (IOException e) {
            failed = true;
            reportError("The log of " + home.folder() + " cannot be written.", e, ErrorManager.OPEN_FAILURE);
        }
    }

    @Override
    public synchronized void flush() {
        file.ifPresent(Handler::flush);
    }

    @Override
    public synchronized void close() {
        write();
        file.ifPresent(Handler::close);
    }
}
