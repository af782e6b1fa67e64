package org.mirrorbook.cli;

import java.net.URI;
import java.util.Optional;

import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.exchange.ApiCredential;
import org.mirrorbook.exchange.KeyTrial;
import org.mirrorbook.mirror.NewAccount;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code accounts add}: takes a key, tries it, and keeps it. */
@Command(name = "add", description = {"Adds an account. Its key is read from standard input as",
        "{\"apiKey\":\"...\",\"secret\":\"...\",\"passphrase\":\"...\"}, or asked for at the terminal.",
        "The practice exchange inside this product (--environment practice without --endpoint) needs none."})
final class AccountsAdd extends HomeCommand {

    private final Product product;
    private final Streams streams;
    private final TrialRemarks remarks;

    @Parameters(paramLabel = "LABEL", description = "Your name for it.")
    private String label;

    @Option(names = "--exchange", required = true, paramLabel = "NAME", description = "The exchange, such as bitget.")
    private String exchange;

    @Option(names = "--environment", required = true, paramLabel = "live|demo|practice",
            description = "Real money, the exchange's paper trading, or a practice exchange.")
    private Environment environment;

    @Option(names = "--endpoint", paramLabel = "URL", description = "Another address of the exchange; without TLS only on this machine.")
    private URI endpoint;

    @Option(names = "--mirror", description = "Switches its Live Mirror on.")
    private boolean mirror;

    @Option(names = "--offline", description = "Adds the key untried.")
    private boolean offline;

    @Option(names = "--accept-trading-key", description = {"Takes a key although it can trade. One that can move money is never",
            "taken; a key that can only read is all that is needed."})
    private boolean acceptTradingKey;

    AccountsAdd(Product product, HomeOptions options, Streams streams) {
        super(product, options);
        this.product = product;
        this.streams = streams;
        this.remarks = new TrialRemarks(streams);
    }

    @Override
    void before() {
        if (label.isBlank()) {
            throw CommandProblem.usage("The label is empty.");
        }
        if (!product.exchanges().contains(exchange)) {
            throw CommandProblem.usage("There is no exchange \"" + exchange + "\". There is: " + String.join(", ", product.exchanges())
                    + ".");
        }
        if (endpoint != null && (endpoint.getHost() == null || !"http".equals(endpoint.getScheme())
                && !"https".equals(endpoint.getScheme()))) {
            throw CommandProblem.usage("The endpoint has to be an address such as https://host or http://127.0.0.1:8080.");
        }
    }

    @Override
    int run(OpenHome home) {
        var wanted = new NewAccount(label.strip(), exchange, environment, Optional.ofNullable(endpoint), mirror, acceptTradingKey);
        if (home.accountService().find(wanted.label()).filter(known -> !home.accountService().awaitsKey(known.id())).isPresent()) {
            throw CommandProblem.failed("The label \"" + wanted.label() + "\" is taken.");
        }
        Optional<ApiCredential> key = wanted.isEmbeddedPractice() ? Optional.empty() : Optional.of(new KeyInput(streams).read());
        var kind = offline ? "" : tried(home, wanted, key).kind().orElse("");
        var account = home.accountService().add(wanted, key, kind);
        streams.result("Added \"" + account.label() + "\" (" + account.id() + "), Live Mirror " + (account.mirror() ? "on" : "off") + ".");
        return ExitCode.DONE;
    }

    private KeyTrial tried(OpenHome home, NewAccount wanted, Optional<ApiCredential> key) {
        var trial = home.accountService().tryKey(wanted, key);
        remarks.steps(trial);
        trial.problem().ifPresent(problem -> {
            throw CommandProblem.failed("The account was not added. " + problem.getMessage());
        });
        return trial;
    }
}
