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
import org.mirrorbook.domain.lifecycle.JournalChange.CloseExplained;
import org.mirrorbook.domain.lifecycle.JournalChange.CostBooked;
import org.mirrorbook.domain.lifecycle.JournalChange.ProtectionMoved;
import org.mirrorbook.domain.lifecycle.JournalChange.SlotChanged;
import org.mirrorbook.domain.lifecycle.JournalChange.TermsChanged;
import org.mirrorbook.domain.lifecycle.JournalChange.TradeCorrected;
import org.mirrorbook.domain.lifecycle.JournalChange.TradeSplit;
import org.mirrorbook.domain.money.Money;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.CloseReason;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.position.MarginMode;
import org.mirrorbook.domain.position.Product;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.domain.position.Slot;
import org.mirrorbook.domain.risk.ProtectionKind;
import org.mirrorbook.domain.risk.ProtectionSource;

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
    void whyATradeWasClosedIsAWordAndAnExecutionNamesItsOrder() {
        assertThat(RecordJson.of(new CloseExplained(TRADE, AT, CloseReason.TAKE_PROFIT), "trade", "at"))
                .isEqualTo("{\"reason\":\"TAKE_PROFIT\"}");

        var fill = new Execution(ExecutionKind.CLOSE, new BigDecimal("2"), Optional.empty(), Optional.empty(), List.of(), AT, false,
                Optional.of("f1"), Optional.of("o1"));
        assertThat(RecordJson.of(fill, "at")).isEqualTo(
                "{\"kind\":\"CLOSE\",\"quantity\":\"2\",\"fees\":[],\"inferred\":false,\"fillId\":\"f1\",\"orderId\":\"o1\"}");
    }

    @Test
    void aSlotIsWrittenWithItsScope() {
        var scope = new Scope(new AccountId("a1"), "bitget", Environment.DEMO, new Product("USDT-FUTURES", false));
        var moved = new SlotChanged(TRADE, AT, new Slot(scope, "BTCUSDT", Side.LONG, MarginMode.ISOLATED, "USDT"),
                new Slot(scope, "BTCUSDT", Side.LONG, MarginMode.CROSSED, "USDT"));

        var told = "{\"scope\":{\"account\":\"a1\",\"venue\":\"bitget\",\"environment\":\"DEMO\",\"product\":"
                + "{\"code\":\"USDT-FUTURES\",\"inverse\":false}},\"instrument\":\"BTCUSDT\",\"side\":\"LONG\",\"marginMode\":\"%s\","
                + "\"marginCoin\":\"USDT\"}";
        assertThat(RecordJson.of(moved, "trade", "at"))
                .isEqualTo("{\"from\":" + told.formatted("ISOLATED") + ",\"to\":" + told.formatted("CROSSED") + "}");
    }

    @Test
    void whereAStopWentAndWhatWasCorrectedAreToldWithBothValues() {
        assertThat(RecordJson.of(new ProtectionMoved(TRADE, AT, ProtectionKind.STOP_LOSS, ProtectionSource.LIVE,
                Optional.of(new BigDecimal("67000.50"))), "trade", "at"))
                .isEqualTo("{\"kind\":\"STOP_LOSS\",\"source\":\"LIVE\",\"price\":\"67000.50\"}");
        assertThat(RecordJson.of(new ProtectionMoved(TRADE, AT, ProtectionKind.STOP_LOSS, ProtectionSource.LIVE, Optional.empty()),
                "trade", "at")).isEqualTo("{\"kind\":\"STOP_LOSS\",\"source\":\"LIVE\"}");

        var figure = new TradeCorrected.Figure("fees", Optional.of(new BigDecimal("-0.1")), Optional.of(new BigDecimal("-0.12")));
        assertThat(RecordJson.of(new TradeCorrected(TRADE, AT, List.of(figure), Optional.empty()), "trade", "at"))
                .isEqualTo("{\"figures\":[{\"name\":\"fees\",\"before\":\"-0.1\",\"after\":\"-0.12\"}]}");
    }

    @Test
    void textIsEscaped() {
        record Said(String words) {
        }

        assertThat(RecordJson.of(new Said("a \"b\" \\ c\n"))).isEqualTo("{\"words\":\"a \\\"b\\\" \\\\ c\\u000a\"}");
    }
}
