package org.mirrorbook.cli;

import java.nio.file.Path;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code backup}: the journal as one file, also while it is written to. */
@Command(name = "backup",
        description = "Writes the whole journal to a file, also while accounts are mirrored. Keys and recordings are not in it.")
final class BackupCommand extends HomeCommand {

    private final Streams streams;

    @Parameters(paramLabel = "FILE", description = "The backup; there must be none of that name.")
    private Path file;

    @Option(names = "--force", description = "Replaces a file of that name.")
    private boolean force;

    BackupCommand(Product product, HomeOptions options, Streams streams) {
        super(product, options);
        this.streams = streams;
    }

    @Override
    void before() {
        new NamedFile(file).requireNew(force);
    }

    @Override
    int run(OpenHome home) {
        var contents = new NamedFile(file).write(force, home.archive()::backup);
        streams.result("Backed up " + Counts.of(contents) + " to " + file + ".");
        streams.remark("Keys and recordings are not in a backup.");
        return ExitCode.DONE;
    }
}
