package org.mirrorbook.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

import org.mirrorbook.runtime.DatabaseAddress;

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
                "Exit codes: 0 done, 1 failed, 2 wrong usage or unknown label, 3 journal and",
                "exchange differ, 4 another instance has the journal and does not answer."})
final class MirrorbookCommand implements Callable<Integer>, HomeOptions {

    @Spec
    private CommandSpec spec;

    private Path home;
    private Path passwordFile;
    private String database;

    @Option(names = "--home", paramLabel = "DIR", scope = ScopeType.INHERIT,
            description = "Data folder. Usually $MIRRORBOOK_HOME, else ~/.mirrorbook.")
    private void setHome(String folder) {
        home = path("--home", folder);
    }

    @Option(names = "--password-file", paramLabel = "FILE", scope = ScopeType.INHERIT, description = "Its first line is the master password"
            + " of the vault, for systems without a keyring. Usually $MIRRORBOOK_PASSWORD_FILE.")
    private void setPasswordFile(String file) {
        passwordFile = path("--password-file", file);
    }

    @Option(names = "--database", paramLabel = "URL", scope = ScopeType.INHERIT, description = "Database server of the journal in this run:"
            + " jdbc:postgresql://HOST/NAME. Usually the one that is kept, else the database in the data folder.")
    private void setDatabase(String url) {
        Optional.ofNullable(url).flatMap(DatabaseAddress::problem).ifPresent(sentence -> {
            throw new ParameterException(spec.commandLine(), sentence);
        });
        database = url;
    }

    /** An empty one would be the folder that the user happens to be in: mostly it is a variable of a script that is not set. */
    private Path path(String option, String value) {
        // picocli sets the initial value, which is none, before it parses
        if (value == null) {
            return null;
        }
        if (value.isBlank()) {
            throw new ParameterException(spec.commandLine(), "The value of " + option + " is empty.");
        }
        try {
            return Path.of(value);
        } catch (InvalidPathException e) {
            throw new ParameterException(spec.commandLine(), "The value of " + option + " is no path: " + e.getReason() + ".", e);
        }
    }

    @Override
    public Optional<Path> home() {
        return Optional.ofNullable(home);
    }

    @Override
    public Optional<Path> passwordFile() {
        return Optional.ofNullable(passwordFile);
    }

    @Override
    public Map<String, String> settings() {
        return database == null ? Map.of() : Map.of(DatabaseAddress.SETTING, database);
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "A command is missing.");
    }
}
