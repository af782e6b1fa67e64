package org.mirrorbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.journal.Standing;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.risk.Excursion;
import org.mirrorbook.domain.risk.Excursions;
import org.mirrorbook.domain.risk.ProtectionKind;
import org.mirrorbook.domain.risk.ProtectionMove;
import org.mirrorbook.domain.risk.ProtectionSource;
import org.mirrorbook.domain.risk.Risk;

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
                + "\"closedAt\":null,\"closeReason\":null,\"corrected\":false,\"found\":false,\"stopLoss\":null,\"takeProfit\":null,"
                + "\"riskAmount\":null,\"rMultiple\":null,\"mfe\":null,\"mae\":null,\"excursionGap\":false,\"executions\":["
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
    void whatATradeRisksIsToldWithWhereItComesFrom() {
        // planned at 98, the live stop came first: 0.3 * (100 - 98) = 0.6 at risk; 1.9754 / 0.6 = 3.29233…
        var at = SampleTrades.OPENED;
        var trade = SampleTrades.open()
                .with(Risk.none()
                        .with(ProtectionKind.STOP_LOSS, new ProtectionMove(at, ProtectionSource.LIVE, Optional.of(new BigDecimal("95.0"))))
                        .with(ProtectionKind.STOP_LOSS, new ProtectionMove(at.plusSeconds(1), ProtectionSource.LIVE, Optional.empty()))
                        .with(ProtectionKind.STOP_LOSS, new ProtectionMove(at.plusSeconds(2), ProtectionSource.PLANNED,
                                Optional.of(new BigDecimal("98"))))
                        .with(ProtectionKind.TAKE_PROFIT, new ProtectionMove(at, ProtectionSource.LIVE,
                                Optional.of(new BigDecimal("120")))))
                .with(Excursions.none().with(new Excursion(new BigDecimal("-1.5"), new BigDecimal("95"), at.plusSeconds(5))).withGap())
                .with(Standing.CORRECTED);

        assertThat(line(trade)).contains("\"corrected\":true,\"found\":false,"
                + "\"stopLoss\":{\"price\":\"98\",\"source\":\"PLANNED\",\"first\":\"98\",\"moves\":["
                + "{\"at\":\"2026-03-01T10:00:00.120Z\",\"source\":\"LIVE\",\"price\":\"95\"},"
                + "{\"at\":\"2026-03-01T10:00:01.120Z\",\"source\":\"LIVE\",\"price\":null},"
                + "{\"at\":\"2026-03-01T10:00:02.120Z\",\"source\":\"PLANNED\",\"price\":\"98\"}]},"
                + "\"takeProfit\":{\"price\":\"120\",\"source\":\"LIVE\",\"first\":\"120\",\"moves\":["
                + "{\"at\":\"2026-03-01T10:00:00.120Z\",\"source\":\"LIVE\",\"price\":\"120\"}]},"
                + "\"riskAmount\":\"0.6\",\"rMultiple\":\"3.2923\","
                + "\"mfe\":{\"amount\":\"-1.5\",\"price\":\"95\",\"at\":\"2026-03-01T10:00:05.120Z\"},"
                + "\"mae\":{\"amount\":\"-1.5\",\"price\":\"95\",\"at\":\"2026-03-01T10:00:05.120Z\"},\"excursionGap\":true");
        assertThat(new TradeCsv(Map.of()).of(List.of(trade))).endsWith(",,true,false,98,PLANNED,120,LIVE,0.6,3.2923,-1.5,-1.5,true\r\n");
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
