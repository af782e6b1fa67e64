package org.mirrorbook.journal.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import org.mirrorbook.domain.journal.Execution;
import org.mirrorbook.domain.journal.ExecutionKind;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.lifecycle.JournalChange.CostBooked;
import org.mirrorbook.domain.lifecycle.JournalChange.TermsChanged;
import org.mirrorbook.domain.lifecycle.JournalChange.TradeSplit;
import org.mirrorbook.domain.money.Money;

class RecordJsonTest {

    private static final TradeId TRADE = new TradeId("t1");
    private static final Instant AT = Instant.parse("2026-01-02T03:04:05.000006Z");

    @Test
    void decimalsArePlainTextAndMoneyKeepsItsCoin() {
        var paid = new CostBooked(TRADE, AT, CostBooked.Kind.FUNDING, new Money(new BigDecimal("-1E-10"), "USDT"),
                new Money(new BigDecimal("1E+3"), "USDT"));

        assertThat(RecordJson.of(paid, "trade", "at")).isEqualTo(
                "{\"kind\":\"FUNDING\",\"amount\":{\"amount\":\"-0.0000000001\",\"currency\":\"USDT\"},"
                        + "\"total\":{\"amount\":\"1000\",\"currency\":\"USDT\"}}");
    }

    @Test
    void whatIsAbsentIsLeftOut() {
        var changed = new TermsChanged(TRADE, AT, Optional.of(new BigDecimal("20")), Optional.empty());

        assertThat(RecordJson.of(changed, "at")).isEqualTo("{\"trade\":\"t1\",\"leverage\":\"20\"}");
    }

    @Test
    void listsAndRecordsInsideRecordsAreWrittenOut() {
        var moved = new Execution(ExecutionKind.ADD, new BigDecimal("2"), Optional.empty(), Optional.empty(),
                List.of(new Money(new BigDecimal("-0.1"), "BGB")), AT, true, Optional.empty());
        var split = new TradeSplit(TRADE, AT, new TradeId("t2"), List.of(moved, moved));

        var one = "{\"kind\":\"ADD\",\"quantity\":\"2\",\"fees\":[{\"amount\":\"-0.1\",\"currency\":\"BGB\"}],"
                + "\"at\":\"2026-01-02T03:04:05.000006Z\",\"inferred\":true}";
        assertThat(RecordJson.of(split, "trade", "at")).isEqualTo("{\"into\":\"t2\",\"moved\":[" + one + "," + one + "]}");
    }

    @Test
    void textIsEscaped() {
        record Said(String words) {
        }

        assertThat(RecordJson.of(new Said("a \"b\" \\ c\n"))).isEqualTo("{\"words\":\"a \\\"b\\\" \\\\ c\\u000a\"}");
    }
}
