package org.mirrorbook.cli;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

import org.mirrorbook.exchange.KeyTrial;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code accounts check}: asks the exchange, with the kept key, what kind of account it is of and what it may do. What the exchange does
 * not tell is unknown. A key that the gate refuses is told as well, and is no failure of the check.
 */
@Command(name = "check", description = {"Asks the exchange what the key of an account may do, how far the clocks are apart, and what",
        "kind of account it is. Changes nothing."})
final class AccountsCheck extends HomeCommand {

    private final Streams streams;
    private final TrialRemarks remarks;
    private final JsonOutput json = new JsonOutput();

    @Parameters(paramLabel = "LABEL", description = "The account.")
    private String label;

    @Option(names = "--json", description = "As a JSON object.")
    private boolean asJson;

    AccountsCheck(Product product, HomeOptions options, Streams streams) {
        super(product, options);
        this.streams = streams;
        this.remarks = new TrialRemarks(streams);
    }

    @Override
    int run(OpenHome home) {
        var account = account(home, label);
        var trial = home.accountService().check(account.id());
        remarks.steps(trial);
        trial.steps().stream().filter(AccountsCheck::keptFromFindingOut).flatMap(step -> step.problem().stream()).findFirst()
                .ifPresent(problem -> {
                    throw CommandProblem.failed("The key could not be checked. " + problem.getMessage());
                });
        if (asJson) {
            streams.result(json.line(fields(trial)));
        } else {
            table(trial).lines().forEach(streams::result);
        }
        return ExitCode.DONE;
    }

    /** That a key is refused for its rights is what was to be found out; anything else that failed came in the way. */
    private static boolean keptFromFindingOut(KeyTrial.Step step) {
        return step.problem().isPresent() && !step.name().equals(KeyTrial.RIGHTS);
    }

    private JsonOutput.Fields fields(KeyTrial trial) {
        var rights = trial.rights();
        return json.object()
                .text("kind", trial.kind())
                .text("read", rights.read().name())
                .text("trade", rights.trade().name())
                .text("withdraw", rights.withdraw().name())
                .text("transfer", rights.transfer().name())
                .texts("ips", rights.ips().map(AccountsCheck::inOrder))
                .time("expires", rights.expires())
                .whole("clockOffsetMs", trial.clockOffset().map(Duration::toMillis));
    }

    private static Table table(KeyTrial trial) {
        var rights = trial.rights();
        var table = new Table("CHECKED", "RESULT");
        table.row("kind", trial.kind().orElse("unknown"));
        table.row("read", Notation.of(rights.read()));
        table.row("trade", Notation.of(rights.trade()));
        table.row("withdraw", Notation.of(rights.withdraw()));
        table.row("transfer", Notation.of(rights.transfer()));
        table.row("addresses", rights.ips().map(AccountsCheck::addresses).orElse("unknown"));
        table.row("expires", rights.expires().map(Notation::of).orElse("unknown"));
        table.row("clock", trial.clockOffset().map(AccountsCheck::clock).orElse("unknown"));
        return table;
    }

    private static List<String> inOrder(Collection<String> addresses) {
        return addresses.stream().sorted().toList();
    }

    private static String addresses(Collection<String> addresses) {
        return addresses.isEmpty() ? "any" : inOrder(addresses).stream().collect(Collectors.joining(", "));
    }

    private static String clock(Duration offset) {
        long millis = offset.toMillis();
        return millis == 0 ? "equal" : "the exchange's is " + Math.abs(millis) + " ms " + (millis > 0 ? "ahead" : "behind");
    }
}
