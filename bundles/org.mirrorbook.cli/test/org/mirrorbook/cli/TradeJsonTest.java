package org.mirrorbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.journal.Trade;

class TradeJsonTest {

    private final JsonOutput json = new JsonOutput();
    private final TradeJson trades = new TradeJson(json, Map.of("a-1", "main"));

    @Test
    void anOpenTradeTellsItsFiguresPlainlyAndNullForWhatItHasNot() {
        // gross = 1 realised + 1 unrealised = 2; net = 2 - 0.0246 + 0 = 1.9754; the fee of the second execution is 0.006 + 0.0006, without
        // the BGB
        assertThat(line(SampleTrades.open())).isEqualTo("{\"id\":\"" + SampleTrades.open().id()
                + "\",\"fingerprint\":\"live|bitget|77|BTCUSDT|1772359200120\","
                + "\"source\":\"LIVE_MIRROR\",\"account\":\"main\",\"accountId\":\"a-1\",\"environment\":\"practice\","
                + "\"exchange\":\"bitget\","
                + "\"product\":\"USDT-FUTURES\",\"symbol\":\"BTCUSDT\",\"positionId\":\"77\",\"positionType\":\"LONG\","
                + "\"marginMode\":\"CROSSED\","
                + "\"status\":\"OPEN\",\"certainty\":\"LIVE\",\"plannedEntry\":\"100\",\"effectiveEntry\":\"100\",\"quantity\":\"0.2\","
                + "\"leverage\":\"10\","
                + "\"margin\":\"2\",\"exitPrice\":null,\"totalPnl\":\"2\",\"fees\":\"-0.0246\",\"funding\":\"0\",\"netPnl\":\"1.9754\","
                + "\"currency\":\"USDT\","
                + "\"otherFees\":[{\"coin\":\"BGB\",\"amount\":\"-0.00001\"}],\"openedAt\":\"2026-03-01T10:00:00.120Z\","
                + "\"closedAt\":null,\"closeReason\":null,\"executions\":["
                + "{\"kind\":\"OPEN\",\"quantity\":\"0.3\",\"price\":\"100\",\"pnl\":null,\"fee\":\"-0.018\","
                + "\"at\":\"2026-03-01T10:00:00.120Z\",\"inferred\":false},"
                + "{\"kind\":\"REDUCE\",\"quantity\":\"0.1\",\"price\":\"110\",\"pnl\":\"1\",\"fee\":\"-0.0066\","
                + "\"at\":\"2026-03-01T10:01:00.120Z\",\"inferred\":false}]}");
    }

    @Test
    void aClosedTradeHasNoExponentAndThreeDigitsOfMilliseconds() {
        // net = -0.05 - 0.6 + 0.01 = -0.64
        assertThat(line(SampleTrades.lost())).contains("\"positionId\":null,\"positionType\":\"SHORT\"",
                "\"status\":\"LOSS\",\"certainty\":\"CONFIRMED\"",
                "\"quantity\":\"1000\",\"leverage\":null,\"margin\":null,\"exitPrice\":\"0.50005\",\"totalPnl\":\"-0.05\","
                + "\"fees\":\"-0.6\",\"funding\":\"0.01\","
                        + "\"netPnl\":\"-0.64\"",
                "\"otherFees\":[],\"openedAt\":\"2026-03-01T11:00:00.120Z\",\"closedAt\":\"2026-03-01T11:00:05.120Z\","
                + "\"closeReason\":\"LIQUIDATION\"",
                "{\"kind\":\"CLOSE\",\"quantity\":\"1000\",\"price\":null,\"pnl\":null,\"fee\":null,\"at\":\"2026-03-01T11:00:05.120Z\","
                + "\"inferred\":true}");
    }

    @Test
    void aTradeOfAnAccountThatNobodyKnowsHasNoLabel() {
        assertThat(json.line(new TradeJson(json, Map.of()).of(SampleTrades.open()))).contains("\"account\":null,\"accountId\":\"a-1\"");
    }

    @Test
    void anEmptyJournalIsAnEmptyArrayAndAFullOneHasATradeALine() {
        assertThat(json.array(List.of())).isEqualTo("[]");
        assertThat(json.array(List.of(trades.of(SampleTrades.open()), trades.of(SampleTrades.lost()))).lines())
                .containsExactly("[", line(SampleTrades.open()) + ",", line(SampleTrades.lost()), "]");
    }

    private String line(Trade trade) {
        return json.line(trades.of(trade));
    }
}
