package org.mirrorbook.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code accounts mirror}: the Live Mirror toggle of one account. */
@Command(name = "mirror", description = "Switches the Live Mirror of an account on or off.")
final class AccountsMirror extends HomeCommand {

    /** Position of the toggle; in lower case because it is typed so. */
    enum Toggle {
        on, off
    }

    private final Streams streams;

    @Parameters(index = "0", paramLabel = "LABEL", description = "The account.")
    private String label;

    @Parameters(index = "1", paramLabel = "on|off", description = "Whether it is mirrored.")
    private Toggle toggle;

    AccountsMirror(Product product, HomeOptions options, Streams streams) {
        super(product, options);
        this.streams = streams;
    }

    @Override
    int run(OpenHome home) {
        var account = home.accountService().setMirror(account(home, label).id(), toggle == Toggle.on);
        streams.result("Live Mirror of \"" + account.label() + "\" is " + (account.mirror() ? "on" : "off") + ".");
        return ExitCode.DONE;
    }
}
