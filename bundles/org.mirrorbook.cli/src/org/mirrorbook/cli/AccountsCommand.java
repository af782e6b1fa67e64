package org.mirrorbook.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Groups the commands about accounts. */
@Command(name = "accounts", synopsisSubcommandLabel = "COMMAND",
        description = "Adds, checks, lists, switches and removes exchange accounts.")
final class AccountsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "A command is missing.");
    }
}
