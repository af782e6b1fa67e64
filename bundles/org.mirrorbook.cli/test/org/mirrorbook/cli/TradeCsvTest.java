package org.mirrorbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class TradeCsvTest {

    @Test
    void anEmptyJournalHasItsHeader() {
        assertThat(new TradeCsv(Map.of()).of(List.of()))
                .isEqualTo("id,fingerprint,source,account,accountId,environment,exchange,product,symbol,positionId,"
                + "positionType,marginMode,status,certainty,plannedEntry,effectiveEntry,quantity,leverage,margin,exitPrice,totalPnl,fees,"
                + "funding,netPnl,"
                + "currency,otherFees,openedAt,closedAt,closeReason,corrected,found,stopLoss,stopLossSource,takeProfit,takeProfitSource,"
                + "riskAmount,rMultiple,mfe,mae,excursionGap\r\n");
    }

    @Test
    void aTradeHasTheFiguresOfTheJsonAndNothingForWhatItHasNot() {
        var lines = new TradeCsv(Map.of("a-1", "my, account")).of(List.of(SampleTrades.open(), SampleTrades.lost())).split("\r\n");

        assertThat(lines[1]).isEqualTo(SampleTrades.open().id()
                + ",live|bitget|77|BTCUSDT|1772359200120,LIVE_MIRROR,\"my, account\",a-1,practice,bitget,"
                + "USDT-FUTURES,BTCUSDT,77,LONG,CROSSED,OPEN,LIVE,100,100,0.2,10,2,,2,-0.0246,0,1.9754,USDT,-0.00001 BGB,"
                + "2026-03-01T10:00:00.120Z,,,false,false,,,,,,,,,false");
        assertThat(lines[2]).contains(",DOGEUSDT,,SHORT,CROSSED,LOSS,CONFIRMED,0.5,0.5,1000,,,0.50005,-0.05,-0.6,0.01,-0.64,USDT,,")
                .endsWith(",LIQUIDATION,false,false,,,,,,,,,false");
    }
}
