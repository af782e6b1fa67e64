package org.mirrorbook.cli;

import java.util.Optional;

import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.exchange.ApiCredential;
import org.mirrorbook.runtime.DatabaseAddress;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code database use}: where the journal lies from the next opening on. Moves no trade. The password goes to the vault; the address and
 * the name are settings.
 */
@Command(name = "use", description = {"Chooses the database of the journal: \"embedded\", or a PostgreSQL server, whose password is read",
        "from standard input or asked for at the terminal. Moves no trade: export and import do."})
final class DatabaseUse extends FolderCommand {

    static final String EMBEDDED = "embedded";
    /** The vault's entry; no account has this id. */
    static final AccountId ENTRY = new AccountId("database");
    /** The vault keeps three parts, and a password needs two. */
    private static final String NONE = "-";

    private final Streams streams;

    @Parameters(paramLabel = "embedded|URL", description = "\"embedded\", or jdbc:postgresql://HOST/NAME.")
    private String address;

    @Option(names = "--user", paramLabel = "NAME", description = "Who signs in to the server.")
    private String user;

    DatabaseUse(Product product, HomeOptions options, Streams streams) {
        super(product, options);
        this.streams = streams;
    }

    @Override
    void before() {
        if (isEmbedded()) {
            if (user != null) {
                throw CommandProblem.usage("Nobody signs in to the embedded database: leave --user out.");
            }
            return;
        }
        DatabaseAddress.problem(address).ifPresent(sentence -> {
            throw CommandProblem.usage(sentence);
        });
        if (user == null || user.isBlank()) {
            throw CommandProblem.usage("Who signs in to the server has to be given: --user NAME.");
        }
    }

    @Override
    int run(OpenFolder folder) {
        if (isEmbedded()) {
            // where no password was kept nobody is asked for the vault's
            boolean wasServer = folder.settings().get(DatabaseAddress.SETTING).isPresent();
            folder.settings().put(DatabaseAddress.SETTING, Optional.empty());
            folder.settings().put(DatabaseAddress.USER, Optional.empty());
            if (wasServer) {
                folder.vault().remove(ENTRY);
            }
            streams.result("The journal is the embedded database" + from(folder) + ".");
            return ExitCode.DONE;
        }
        var password = new PasswordInput(streams).read();
        folder.vault().put(ENTRY, new ApiCredential(user.strip(), password, NONE));
        folder.settings().put(DatabaseAddress.USER, Optional.of(user.strip()));
        folder.settings().put(DatabaseAddress.SETTING, Optional.of(address));
        streams.result("The journal is " + address + " as " + user.strip() + from(folder) + ".");
        return ExitCode.DONE;
    }

    private static String from(OpenFolder folder) {
        return folder.isShared() ? " from the next start of the running instance on" : " from now on";
    }

    private boolean isEmbedded() {
        return address.equalsIgnoreCase(EMBEDDED);
    }
}
