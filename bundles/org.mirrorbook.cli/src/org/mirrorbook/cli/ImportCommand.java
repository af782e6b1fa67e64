package org.mirrorbook.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code import}: adds the trades of an export that the journal does not have. */
@Command(name = "import", description = "Adds the trades of an export (JSON) that the journal does not have yet.")
final class ImportCommand extends HomeCommand {

    private final Streams streams;

    @Parameters(paramLabel = "FILE", description = "What export wrote as JSON; - is standard input.")
    private Path file;

    ImportCommand(Product product, HomeOptions options, Streams streams) {
        super(product, options);
        this.streams = streams;
    }

    @Override
    void before() {
        if (!new NamedFile(file).isStream() && !Files.isReadable(file)) {
            throw CommandProblem.failed(file + " could not be read: there is no such file, or it is not allowed.");
        }
    }

    @Override
    int run(OpenHome home) {
        var named = new NamedFile(file);
        try (var in = named.isStream() ? streams.input() : file(file)) {
            var imported = home.archive().add(in);
            imported.refused().forEach(refused -> streams.remark("Refused " + refused.trade() + ": " + refused.reason()));
            streams.result("Added " + Counts.of(imported.added(), "trade") + "; known " + imported.known() + ", of which completed "
                    + imported.completed() + "; refused " + imported.refused().size() + ".");
            return ExitCode.DONE;
        } catch (IOException e) {
            throw named.unreadable(e);
        }
    }

    private static InputStream file(Path path) throws IOException {
        return new BufferedInputStream(Files.newInputStream(path), 1 << 16);
    }
}
