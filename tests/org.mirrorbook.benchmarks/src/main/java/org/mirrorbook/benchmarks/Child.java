package org.mirrorbook.benchmarks;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A process that was started for a measurement; it ends when it is closed. */
public final class Child implements AutoCloseable {

    private final String name;
    private final Process process;
    private final BufferedReader out;

    private Child(String name, Process process) {
        this.name = name;
        this.process = process;
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Another main class of this module, with the collector of the product, so that what differs is the work. */
    public static Child java(Class<?> main, String... arguments) throws IOException {
        var libraries = System.getProperty("mirrorbook.venue.classpath", System.getProperty("java.class.path"));
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m",
                "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED", "-cp", libraries, main.getName()));
        command.addAll(List.of(arguments));
        return start(main.getSimpleName(), new File("."), Map.of(), command);
    }

    public static Child start(String name, File folder, Map<String, String> variables, List<String> command) throws IOException {
        var builder = new ProcessBuilder(command).directory(folder).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().putAll(variables);
        return new Child(name, builder.start());
    }

    public Process process() {
        return process;
    }

    /** What it prints next. */
    public String line() throws IOException {
        var line = out.readLine();
        if (line == null) {
            throw new IOException(name + " ended before it said anything more");
        }
        return line;
    }

    public Child given(String text) throws IOException {
        process.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
        return this;
    }

    /** Has it go on printing without anybody reading. */
    public Child unread() {
        Thread.ofPlatform().daemon().start(() -> {
            try {
                while (out.readLine() != null) {
                    // nobody wants it
                }
            } catch (IOException ended) {
                // the process is gone
            }
        });
        return this;
    }

    /** Closes its standard input, upon which some programs end. */
    public Child over() throws IOException {
        process.getOutputStream().close();
        return this;
    }

    /** Asks it to end in good order, as a user would, and all that it started. */
    public void stop() throws InterruptedException {
        process.destroy();
        process.waitFor();
    }

    public int end() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
