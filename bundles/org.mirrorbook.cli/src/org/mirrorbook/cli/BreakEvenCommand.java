package org.mirrorbook.cli;

import java.math.BigDecimal;

import org.mirrorbook.domain.risk.BreakEvenRule;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code break-even}: the one rule by which a closed trade is neither won nor lost. */
@Command(name = "break-even", description = {"Shows or sets when a closed trade counts as break-even: its net is within the larger of "
        + "an amount and a fraction of what it risked.", "Setting it judges every closed trade anew."})
final class BreakEvenCommand extends HomeCommand {

    private final Streams streams;

    @Option(names = "--amount", paramLabel = "A", description = "In the coin of each trade; not negative.")
    private BigDecimal amount;

    @Option(names = "--fraction", paramLabel = "F", description = "Of the amount at risk; 0.1 is a tenth of 1R. Not negative.")
    private BigDecimal fraction;

    @Option(names = "--json", description = "As a JSON object.")
    private boolean asJson;

    BreakEvenCommand(Product product, HomeOptions options, Streams streams) {
        super(product, options);
        this.streams = streams;
    }

    @Override
    void before() {
        if (amount != null && amount.signum() < 0 || fraction != null && fraction.signum() < 0) {
            throw CommandProblem.usage("A break-even band is not negative.");
        }
    }

    @Override
    int run(OpenHome home) throws Exception {
        var rule = home.breakEvenRules().current();
        if (amount != null || fraction != null) {
            rule = done(home.desk().breakEven(amount == null ? rule.amount() : amount, fraction == null ? rule.fractionOfR() : fraction));
        }
        streams.result(asJson ? json(rule) : "Break-even is a net within the larger of " + Notation.of(rule.amount()) + " and "
                + Notation.of(rule.fractionOfR()) + " R (rule " + rule.version() + ").");
        return ExitCode.DONE;
    }

    private static String json(BreakEvenRule rule) {
        var json = new JsonOutput();
        return json.line(json.object().whole("version", rule.version()).decimal("amount", rule.amount())
                .decimal("fraction", rule.fractionOfR()));
    }
}
