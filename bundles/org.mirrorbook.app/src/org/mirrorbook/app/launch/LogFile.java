package org.mirrorbook.app.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.logging.ConsoleHandler;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/**
 * Where the log goes: warnings to standard error, everything of interest to {@code logs/mirrorbook.log} of the home, and one older file.
 */
final class LogFile {

    private static final String COMMANDS = "org.mirrorbook.cli";
    private static final int ENOUGH = 4 * 1024 * 1024;
    private static final int AT_MOST = 8 * ENOUGH;

    private LogFile() {
    }

    /** Sets it up for this process, in a home that is there. */
    static void begin(Optional<HomeFolder> home) throws IOException {
        var root = console();
        if (home.isPresent()) {
            add(root, file(home.get()), Level.INFO);
        }
    }

    /** The same for a home that may come to be, or not: a mistyped command must not make one. */
    static void beginOnceMade(HomeFolder home) {
        add(console(), new LateFile(home), Level.INFO);
    }

    private static Logger console() {
        var root = LogManager.getLogManager().getLogger("");
        Arrays.stream(root.getHandlers()).forEach(root::removeHandler);
        var console = add(root, new ConsoleHandler(), Level.WARNING);
        console.setFormatter(new OneLine());
        // a command says itself what went wrong, in one sentence
        console.setFilter(record -> !COMMANDS.equals(record.getLoggerName()));
        return root;
    }

    static Handler file(HomeFolder home) throws IOException {
        Path logs = Files.createDirectories(home.folder().resolve("logs"));
        var file = logs.resolve("mirrorbook.log");
        if (Files.exists(file) && Files.size(file) > ENOUGH) {
            Files.move(file, logs.resolve("mirrorbook.old.log"), StandardCopyOption.REPLACE_EXISTING);
        }
        // the handler has a meaning of its own for the percent sign
        return new FileHandler(file.toString().replace("%", "%%"), AT_MOST, 1, true);
    }

    private static Handler add(Logger root, Handler handler, Level level) {
        handler.setFormatter(new SimpleFormatter());
        handler.setLevel(level);
        // says of each provider that it found it
        handler.setFilter(record -> !String.valueOf(record.getLoggerName()).startsWith("org.apache.aries.spifly")
                || record.getLevel().intValue() >= Level.WARNING.intValue());
        root.addHandler(handler);
        return handler;
    }
}
