package org.mirrorbook.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code accounts remove}: forgets the key; the trades stay. */
@Command(name = "remove", description = "Removes an account and forgets its key. Its trades stay in the journal.")
final class AccountsRemove extends HomeCommand {

    private final Streams streams;

    @Parameters(paramLabel = "LABEL", description = "The account.")
    private String label;

    AccountsRemove(Product product, HomeOptions options, Streams streams) {
        super(product, options);
        this.streams = streams;
    }

    @Override
    int run(OpenHome home) {
        var account = account(home, label);
        home.accountService().remove(account.id());
        streams.result("Removed \"" + account.label() + "\". Its trades stay in the journal.");
        return ExitCode.DONE;
    }
}
