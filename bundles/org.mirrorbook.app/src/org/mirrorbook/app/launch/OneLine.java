package org.mirrorbook.app.launch;

import java.util.logging.Formatter;
import java.util.logging.LogRecord;

/** One line for one record: who reads a terminal wants to know what happened; the trace is in the file. */
final class OneLine extends Formatter {

    @Override
    public String format(LogRecord logged) {
        var cause = logged.getThrown() == null || logged.getThrown().getMessage() == null ? ""
                : " (" + firstLine(logged.getThrown().getMessage()) + ")";
        return logged.getLevel() + " " + logged.getLoggerName() + ": " + firstLine(formatMessage(logged)) + cause + System.lineSeparator();
    }

    static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
