package org.mirrorbook.cli;

import java.util.Optional;
import java.util.function.Predicate;

import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.journal.Account;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code accounts list}: the accounts and the state of their links. */
@Command(name = "list", description = "Lists the accounts, oldest first.")
final class AccountsList extends HomeCommand {

    private final Streams streams;
    private final Product product;
    private final JsonOutput json = new JsonOutput();

    @Option(names = "--json", description = "As a JSON array.")
    private boolean asJson;

    AccountsList(Product product, HomeOptions options, Streams streams) {
        super(product, options);
        this.streams = streams;
        this.product = product;
    }

    @Override
    int run(OpenHome home) {
        var accounts = home.accountService().accounts();
        if (asJson) {
            streams.result(json.array(accounts.stream().map(account -> fields(account, status(home, account))).toList()));
        } else if (accounts.isEmpty()) {
            streams.remark("No account was added yet.");
        } else {
            var table = new Table("LABEL", "EXCHANGE", "ENVIRONMENT", "KIND", "MIRROR", "STATE", "ID", "REASON");
            accounts.forEach(account -> row(table, account, status(home, account)));
            table.lines().forEach(streams::result);
        }
        return ExitCode.DONE;
    }

    private LinkStatus status(OpenHome home, Account account) {
        return Optional.ofNullable(home.mirrors().links().get(account.id()))
                .orElseGet(() -> LinkStatus.of(LinkState.OFF, product.clock().instant()));
    }

    private JsonOutput.Fields fields(Account account, LinkStatus status) {
        return json.object()
                .text("label", account.label())
                .text("id", account.id().value())
                .text("exchange", account.venue())
                .text("environment", Notation.of(account.environment()))
                .text("kind", said(account.kind()))
                .flag("mirror", account.mirror())
                .text("state", Notation.of(status.state()))
                .text("reason", said(status.reason()));
    }

    private static Optional<String> said(String text) {
        return Optional.of(text).filter(Predicate.not(String::isEmpty));
    }

    private static void row(Table table, Account account, LinkStatus status) {
        table.row(account.label(), account.venue(), Notation.of(account.environment()), account.kind(), account.mirror() ? "on" : "off",
                Notation.of(status.state()).replace('_', ' '), account.id().value(), status.reason());
    }
}
