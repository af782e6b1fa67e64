package org.mirrorbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mirrorbook.domain.money.Money;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.risk.RiskUnit;
import org.mirrorbook.journal.Account;

/** What a trader says about risk on the command line: plans, 1R and the break-even rule. */
class RiskCommandsTest {

    private final Prompt prompt = new Prompt();

    @Test
    void aPlanIsSetAndTakenAway() {
        prompt.home.trades.add(SampleTrades.open());

        assertThat(prompt.type("plan " + SampleTrades.open().id() + " --stop 98.50 --target none")).as(prompt.err.toString()).isZero();

        assertThat(prompt.home.asked).startsWith("plan STOP_LOSS 98.50", "plan TAKE_PROFIT none");
        assertThat(prompt.out.toString()).isEqualTo("The planned stop is 98.5.\nNo target is planned.\n");
    }

    @Test
    void theListOfCommandsSaysWhatTheyDoInWholeSentences() {
        assertThat(prompt.type("--help")).isZero();

        assertThat(prompt.out.toString().replaceAll("\\s+", " "))
                .contains("plan Sets the planned stop and target of a trade, open or closed, or takes them away. break-even")
                .contains("within the larger of an amount and a fraction of what it risked. status");
    }

    @Test
    void aPlanNeedsATradeThatThereIs() {
        assertThat(prompt.type("plan t-9 --stop 98")).isEqualTo(2);

        assertThat(prompt.err.toString()).contains("There is no trade \"t-9\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plan t-1", "plan t-1 --stop 0", "plan t-1 --stop 5 --target -1", "plan t-1 --stop soon", "plan --stop 5",
            "break-even --amount -1", "break-even --fraction much", "accounts risk", "accounts risk main 100", "accounts risk main 0 USDT",
            "accounts risk main 0%", "accounts risk main 101%", "accounts risk main none USDT", "accounts risk main x%",
            "accounts risk main 1 USDT more"})
    void whatCannotBeIsWrongUsageAndTouchesNoHome(String arguments) {
        assertThat(prompt.type(arguments)).isEqualTo(2);

        assertThat(prompt.err.toString()).isNotBlank().doesNotContain("Exception");
        assertThat(prompt.opened).isZero();
    }

    @Test
    void whatIsNotGivenOfTheBreakEvenRuleStaysAsItIs() {
        assertThat(prompt.type("break-even")).isZero();
        assertThat(prompt.out.toString()).isEqualTo("Break-even is a net within the larger of 0 and 0 R (rule 0).\n");

        assertThat(prompt.type("break-even --amount 5")).isZero();
        assertThat(prompt.type("break-even --fraction 0.10 --json")).isZero();

        assertThat(prompt.out.toString()).isEqualTo("{\"version\":2,\"amount\":\"5\",\"fraction\":\"0.1\"}\n");
    }

    @Test
    void oneRIsAnAmountAPartOfTheEquityOrNothing() {
        prompt.home.accounts.add(new Account(new AccountId("a-1"), "main", "bitget", Environment.DEMO, Optional.empty(), "classic", "mark",
                true, false, Prompt.NOW));

        assertThat(prompt.type("accounts risk main 100 usdt")).as(prompt.err.toString()).isZero();
        assertThat(prompt.home.accounts.getFirst().riskUnit())
                .contains(new RiskUnit.Fixed(new Money(new BigDecimal("100"), "USDT")));
        assertThat(prompt.out.toString()).isEqualTo("1R of \"main\" is 100 USDT.\n");

        assertThat(prompt.type("accounts risk main 1.5%")).isZero();
        assertThat(prompt.type("accounts risk main")).isZero();
        assertThat(prompt.out.toString()).isEqualTo("1R of \"main\" is 1.5% of the equity.\n");

        assertThat(prompt.type("accounts risk main none")).isZero();
        assertThat(prompt.out.toString()).isEqualTo("1R of \"main\" is not set.\n");
    }
}
