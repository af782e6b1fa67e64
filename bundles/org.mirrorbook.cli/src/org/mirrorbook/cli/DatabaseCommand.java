package org.mirrorbook.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups the commands about where the journal lies. */
@Command(name = "database", synopsisSubcommandLabel = "COMMAND",
        description = "Shows and chooses the database of the journal: the embedded one, or a PostgreSQL server.")
final class DatabaseCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "A command is missing.");
    }
}
