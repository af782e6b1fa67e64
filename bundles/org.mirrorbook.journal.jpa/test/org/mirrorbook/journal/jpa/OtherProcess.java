package org.mirrorbook.journal.jpa;

import java.io.BufferedReader;
import java.io.IOException;

/** Runs a main class of the tests in a Java machine of its own, on the same class path; closing kills it as SIGKILL does. */
record OtherProcess(Process process, BufferedReader says) implements AutoCloseable {

    static OtherProcess run(Class<?> main, Object... arguments) throws IOException {
        var command = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-cp",
                System.getProperty("java.class.path"), main.getName());
        for (var argument : arguments) {
            command.command().add(argument.toString());
        }
        var process = command.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        return new OtherProcess(process, process.inputReader());
    }

    @Override
    public void close() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
