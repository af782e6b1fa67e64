package org.mirrorbook.cli;

import java.math.BigDecimal;
import java.util.Optional;

import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.risk.ProtectionKind;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plan}: the stop and the target that the user had in mind for a trade, said before or after. */
@Command(name = "plan", description = {"Sets the planned stop and target of a trade, open or closed, or takes them away.",
        "A planned stop counts before one that was a real order."})
final class PlanCommand extends HomeCommand {

    private static final String NONE = "none";

    private final Streams streams;

    @Parameters(paramLabel = "TRADE", description = "Id of the trade, as trades --json tells it.")
    private String trade;

    @Option(names = "--stop", paramLabel = "PRICE|none", description = "The planned stop loss.")
    private String stop;

    @Option(names = "--target", paramLabel = "PRICE|none", description = "The planned take-profit.")
    private String target;

    PlanCommand(Product product, HomeOptions options, Streams streams) {
        super(product, options);
        this.streams = streams;
    }

    @Override
    void before() {
        if (stop == null && target == null) {
            throw CommandProblem.usage("Nothing is planned: give --stop or --target.");
        }
        // both are read before either is set
        price("--stop", stop);
        price("--target", target);
    }

    @Override
    int run(OpenHome home) throws Exception {
        var id = new TradeId(trade.strip());
        if (home.journal().trade(id).isEmpty()) {
            throw CommandProblem.usage("There is no trade \"" + trade.strip() + "\". Their ids are told by: trades --json");
        }
        set(home, id, ProtectionKind.STOP_LOSS, "--stop", stop);
        set(home, id, ProtectionKind.TAKE_PROFIT, "--target", target);
        return ExitCode.DONE;
    }

    private void set(OpenHome home, TradeId id, ProtectionKind kind, String option, String text) throws Exception {
        if (text == null) {
            return;
        }
        var price = price(option, text);
        done(home.desk().plan(id, kind, price));
        var what = kind == ProtectionKind.STOP_LOSS ? "stop" : "target";
        streams.result(price.map(value -> "The planned " + what + " is " + Notation.of(value) + ".").orElse("No " + what + " is planned."));
    }

    private static Optional<BigDecimal> price(String option, String text) {
        if (text == null || text.equalsIgnoreCase(NONE)) {
            return Optional.empty();
        }
        try {
            var price = new BigDecimal(text);
            if (price.signum() > 0) {
                return Optional.of(price);
            }
        } catch (NumberFormatException none) {
            throw noPrice(option, text);
        }
        throw noPrice(option, text);
    }

    private static CommandProblem noPrice(String option, String text) {
        return CommandProblem.usage("The value of " + option + ", \"" + text + "\", is neither a price above zero nor \"none\".");
    }
}
