package org.mirrorbook.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code restore}: a backup becomes the journal of a data folder that has none. */
@Command(name = "restore", description = "Brings the journal of a backup into a data folder without one, which --home names.")
final class RestoreCommand extends HomeCommand {

    private final Streams streams;
    private final HomeOptions options;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "The backup.")
    private Path file;

    RestoreCommand(Product product, HomeOptions options, Streams streams) {
        super(product, options);
        this.options = options;
        this.streams = streams;
    }

    @Override
    void before() {
        // a journal should not appear in the usual folder because an option was forgotten
        if (options.home().isEmpty()) {
            throw new ParameterException(spec.commandLine(),
                    "restore needs --home: the data folder that the journal is to be restored into.");
        }
        if (!Files.isReadable(file)) {
            throw CommandProblem.failed(file + " could not be read: there is no such file, or it is not allowed.");
        }
    }

    @Override
    int run(OpenHome home) {
        if (home.isShared()) {
            throw CommandProblem.failed("An instance runs on this data folder. Stop it first.");
        }
        try {
            var contents = home.archive().restore(file);
            streams.result("Restored " + Counts.of(contents) + ", as of " + Notation.of(contents.at()) + ".");
            streams.remark("Keys are not in a backup: remove an account and add its key again, and it goes on as the account it was.");
            return ExitCode.DONE;
        } catch (IOException e) {
            throw new NamedFile(file).unreadable(e);
        }
    }
}
