package org.mirrorbook.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The product on the command line: holds the options that every command takes, before and after its name. */
@Command(name = "mirrorbook", mixinStandardHelpOptions = true, scope = ScopeType.INHERIT, sortOptions = false, usageHelpAutoWidth = true,
        synopsisSubcommandLabel = "COMMAND", description = "Mirrors the positions of exchange accounts into a trading journal.",
        footer = {"", "Without a command the window opens.",
                "Exit codes: 0 done, 1 failed, 2 wrong usage or unknown label, 4 the journal is open in another instance."})
final class MirrorbookCommand implements Callable<Integer>, HomeOptions {

    @Spec
    private CommandSpec spec;

    @Option(names = "--home", paramLabel = "DIR", scope = ScopeType.INHERIT,
            description = "Data folder. Usually $MIRRORBOOK_HOME, else ~/.mirrorbook.")
    private Path home;

    @Option(names = "--password-file", paramLabel = "FILE", scope = ScopeType.INHERIT,
            description = "Its first line is the master password of the vault, for systems without a keyring. Usually $MIRRORBOOK_PASSWORD_FILE.")
    private Path passwordFile;

    @Override
    public Optional<Path> home() {
        return Optional.ofNullable(home);
    }

    @Override
    public Optional<Path> passwordFile() {
        return Optional.ofNullable(passwordFile);
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "A command is missing.");
    }
}
