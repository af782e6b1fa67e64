package org.mirrorbook.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a command reads and writes.
 *
 * @param results standard output: results and nothing else
 * @param remarks standard error: everything else
 * @param input standard input
 * @param console present when someone sits at a terminal and sees the results there: only then is there one that can hide what is typed
 * @param isTyped whether standard input is a terminal, wherever the results go
 * @param isServed whether the streams are those of another process, so that nothing can be asked there
 */
record Streams(PrintWriter results, PrintWriter remarks, InputStream input, Optional<Console> console, boolean isTyped,
        boolean isServed) {

    /** Set by the start script; elsewhere a console alone tells. */
    private static final String TERMINAL = "mirrorbook.terminal";

    /** Those of a process, for itself. */
    Streams(PrintWriter results, PrintWriter remarks, InputStream input, Optional<Console> console, boolean isTyped) {
        this(results, remarks, input, console, isTyped, false);
    }

    /** Those of this process. What libraries print goes to standard error from now on. */
    static Streams ofProcess() {
        System.setOut(System.err);
        var console = Optional.ofNullable(System.console());
        return new Streams(writer(FileDescriptor.out), writer(FileDescriptor.err), System.in, console,
                console.isPresent() || Boolean.getBoolean(TERMINAL));
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }

    /** One remark in a line. */
    void remark(String sentence) {
        remarks.println(sentence);
        remarks.flush();
    }

    /** One result in a line, out at once. */
    void result(String line) {
        results.print(line);
        // println would end lines differently on Windows, and readers of JSON lines need not care
        results.print('\n');
        results.flush();
    }

    /** Whether nobody reads the results any more. */
    boolean isClosed() {
        return results.checkError();
    }
}
