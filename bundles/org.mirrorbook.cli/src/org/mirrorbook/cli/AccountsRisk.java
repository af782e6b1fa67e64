package org.mirrorbook.cli;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.mirrorbook.domain.money.Money;
import org.mirrorbook.domain.risk.RiskUnit;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code accounts risk}: what 1R of an account is. */
@Command(name = "risk", description = {"Shows or sets what 1R of an account is: an amount, a percentage of its equity, or nothing.",
        "It counts for trades that are entered from then on."})
final class AccountsRisk extends HomeCommand {

    private static final String SHAPE =
            "1R is given as AMOUNT COIN, such as 100 USDT, as a percentage of the equity, such as 1%, or as none.";

    private final Streams streams;

    @Parameters(index = "0", paramLabel = "LABEL", description = "The account.")
    private String label;

    @Parameters(index = "1..*", arity = "0..2", paramLabel = "AMOUNT COIN|PERCENT%|none", description = "What 1R is from now on.")
    private List<String> unit = List.of();

    AccountsRisk(Product product, HomeOptions options, Streams streams) {
        super(product, options);
        this.streams = streams;
    }

    @Override
    void before() {
        if (!unit.isEmpty()) {
            wanted();
        }
    }

    @Override
    int run(OpenHome home) {
        var account = account(home, label);
        if (!unit.isEmpty()) {
            account = home.accountService().setRiskUnit(account.id(), wanted());
        }
        streams.result("1R of \"" + account.label() + "\" is " + account.riskUnit().map(AccountsRisk::words).orElse("not set") + ".");
        return ExitCode.DONE;
    }

    private static String words(RiskUnit unit) {
        return switch (unit) {
            case RiskUnit.Fixed fixed -> Notation.of(fixed.amount().amount()) + " " + fixed.amount().currency();
            case RiskUnit.OfEquity part -> Notation.of(part.percent()) + "% of the equity";
        };
    }

    private Optional<RiskUnit> wanted() {
        try {
            var first = unit.getFirst();
            if (unit.size() == 2) {
                return Optional.of(new RiskUnit.Fixed(new Money(new BigDecimal(first), unit.getLast().toUpperCase(Locale.ROOT))));
            }
            if (first.endsWith("%") && unit.size() == 1) {
                return Optional.of(new RiskUnit.OfEquity(new BigDecimal(first.substring(0, first.length() - 1))));
            }
            if (first.equalsIgnoreCase("none") && unit.size() == 1) {
                return Optional.empty();
            }
        } catch (IllegalArgumentException impossible) {
            // a number that is none is such an exception as well
            throw CommandProblem.usage(SHAPE);
        }
        throw CommandProblem.usage(SHAPE);
    }
}
