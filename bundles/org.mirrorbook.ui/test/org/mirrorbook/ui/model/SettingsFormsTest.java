package org.mirrorbook.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mirrorbook.domain.money.Money;
import org.mirrorbook.domain.risk.BreakEvenRule;
import org.mirrorbook.domain.risk.RiskUnit;
import org.mirrorbook.domain.statistics.Totals;
import org.mirrorbook.journal.TradeStatistics;
import org.mirrorbook.runtime.DatabaseAddress;

class SettingsFormsTest {

    private final Figures figures = new Figures(ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource({"-1,0", "x,0", "'1,5',0", "1,1.5", "1,", "1,-0.1"})
    void aBreakEvenBandThatIsNoneGetsASentence(String amount, String fraction) {
        assertThat(new BreakEvenForm(amount, fraction == null ? "" : fraction).problem()).isPresent();
    }

    @Test
    void theSameBandIsNoChange() {
        var rule = new BreakEvenRule(3, Example.decimal("2.5"), Example.decimal("0.1"));

        assertThat(new BreakEvenForm("2.50", "0.10").differsFrom(rule)).isFalse();
        assertThat(new BreakEvenForm("2.51", "0.1").differsFrom(rule)).isTrue();
    }

    @Test
    void theRuleSaysHowManyTradesItJudgedAsWhat() {
        var rule = new BreakEvenRule(3, Example.decimal("2.5"), Example.decimal("0.1"));

        // 612 + 500 + 92 and 1 + 2 + 3 are 1,210
        assertThat(Example.text(BreakEvenForm.judged(rule, List.of(statistics(612, 500, 92), statistics(1, 2, 3)), figures)))
                .isEqualTo("Rule 3 is in force. 1,210 closed trades judged: WIN 613 LOSS 502 BE 95");
        assertThat(Example.text(BreakEvenForm.judged(BreakEvenRule.none(), List.of(), figures))).startsWith("No rule is set.");
    }

    @Test
    void oneRIsNothingAnAmountOrAPartOfTheEquity() {
        var fixed = new RiskUnitForm(RiskUnitForm.Kind.FIXED, "250", "usdt");
        var part = new RiskUnitForm(RiskUnitForm.Kind.PERCENT, "0.5", "");

        assertThat(fixed.unit()).contains(new RiskUnit.Fixed(new Money(Example.decimal("250"), "USDT")));
        assertThat(part.unit()).contains(new RiskUnit.OfEquity(Example.decimal("0.5")));
        assertThat(RiskUnitForm.of(fixed.unit())).isEqualTo(new RiskUnitForm(RiskUnitForm.Kind.FIXED, "250", "USDT"));
        assertThat(RiskUnitForm.of(part.unit())).isEqualTo(part);
        assertThat(RiskUnitForm.of(Optional.empty()).unit()).isEmpty();
        assertThat(RiskUnitForm.cell(fixed.unit(), figures).text()).isEqualTo("250.00 USDT");
        assertThat(RiskUnitForm.cell(part.unit(), figures).text()).isEqualTo("0.5 %");
    }

    @ParameterizedTest
    @CsvSource({"FIXED,0,USDT", "FIXED,x,USDT", "FIXED,250,''", "PERCENT,0,''", "PERCENT,100.1,''", "PERCENT,-1,''"})
    void a1rThatIsNoneGetsASentence(RiskUnitForm.Kind kind, String number, String coin) {
        assertThat(new RiskUnitForm(kind, number, coin).problem()).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "postgresql://host/name", "jdbc:postgresql:", "jdbc:postgresql://host", "jdbc:postgresql://host/",
        "jdbc:postgresql://ho st/name", "jdbc:mysql://host/name"})
    void anAddressThatIsNoneGetsASentence(String url) {
        assertThat(new DatabaseForm(true, url, "me", "pw", false).problem()).get().asString().startsWith("The address is jdbc:postgresql");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:postgresql://me:pw@host/name", "jdbc:postgresql://host/name?password=pw",
        "jdbc:postgresql://host/name?ssl=true&user=me"})
    void aSecretInAnAddressIsRefused(String url) {
        assertThat(new DatabaseForm(true, url, "me", "pw", false).problem()).get().asString().startsWith("The address must hold neither");
    }

    @Test
    void aServerNeedsAUserAndAPasswordAndTheEmbeddedDatabaseNothing() {
        var url = "jdbc:postgresql://127.0.0.1:5433/mirrorbook?sslmode=require";

        assertThat(new DatabaseForm(true, url, "me", "pw", false).problem()).isEmpty();
        assertThat(DatabaseAddress.problem(url)).as("what the command line takes").isEmpty();
        assertThat(new DatabaseForm(true, url, "me", "", true).problem()).isEmpty();
        assertThat(new DatabaseForm(true, url, "me", "", false).problem()).isPresent();
        assertThat(new DatabaseForm(true, url, "", "pw", false).problem()).isPresent();
        assertThat(new DatabaseForm(false, "", "", "", false).problem()).isEmpty();
        assertThat(new DatabaseForm(true, url, "me", "hidden", false).toString()).doesNotContain("hidden");
    }

    @Test
    void whatARecordingHoldsIsRoundedUp() {
        assertThat(RecordingRow.size(0, figures)).isEqualTo("0 kB");
        assertThat(RecordingRow.size(1, figures)).isEqualTo("1 kB");
        assertThat(RecordingRow.size(3L * 1024 * 1024 + 1, figures)).isEqualTo("4 MB");
    }

    private static TradeStatistics statistics(long wins, long losses, long even) {
        var none = new TradeStatistics.RSum(Example.decimal("0"), 0);
        return new TradeStatistics(Example.MAIN, "USDT", new Totals(wins, losses, even, Example.decimal("0")), Example.decimal("0"),
                Example.decimal("0"), Example.decimal("0"), none, none);
    }
}
