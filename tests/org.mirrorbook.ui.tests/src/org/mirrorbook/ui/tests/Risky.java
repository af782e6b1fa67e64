package org.mirrorbook.ui.tests;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.mirrorbook.domain.journal.Certainty;
import org.mirrorbook.domain.journal.Exit;
import org.mirrorbook.domain.journal.Standing;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.money.Money;
import org.mirrorbook.domain.position.CloseReason;
import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.position.LifeMark;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.domain.reconciliation.Difference;
import org.mirrorbook.domain.risk.Excursion;
import org.mirrorbook.domain.risk.Excursions;
import org.mirrorbook.domain.risk.ProtectionKind;
import org.mirrorbook.domain.risk.ProtectionMove;
import org.mirrorbook.domain.risk.ProtectionSource;
import org.mirrorbook.domain.risk.Risk;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.journal.Account;
import org.mirrorbook.mirror.LivePosition;
import org.mirrorbook.mirror.LiveView;

/** An account that is live and one that cannot keep what it hears; trades with stops of each source, excursions with and without a gap. */
final class Risky {

    final Account main;
    final Account swing;
    /** Long 0.2 BTC from 103,186.44, live stop at 101,950. */
    final Trade btc;
    /** Closed by its stop. */
    final Trade sol;
    /** Put right. */
    final Trade ada;

    private Risky(Stage stage) {
        main = stage.account("Main", Environment.LIVE, "classic", true);
        swing = stage.account("Swing", Environment.LIVE, "unified", true);
        stage.link(main, LinkStatus.of(LinkState.LIVE, Sample.NOW.minus(Duration.ofMinutes(133))));
        stage.link(swing, new LinkStatus(LinkState.DEGRADED, Optional.of("JOURNAL"), "No space is left on the disk.",
                Sample.NOW.minusSeconds(261), Optional.of(Sample.NOW.plusSeconds(4))));
        btc = went(with(Sample.of(main, "BTCUSDT", Side.LONG, "0.200", "103186.44", "20", "1031.86", 192).open("265.2199", "0"),
                ProtectionSource.LIVE, "101950", "107400"), "-128.4", "443.1", false);
        var eth = went(with(Sample.of(main, "ETHUSDT", Side.SHORT, "3.00", "3541.18", "15", "708.24", 340).open("164.94", "88.80"),
                ProtectionSource.PLANNED, "3610", "3360"), "-41.2", "301.77", true);
        var doge = Sample.of(main, "DOGEUSDT", Side.SHORT, "42000", "0.19518", "25", "327.9", 26).open("73.92", "0")
                .with(Risk.none().withOneR(new Money(new BigDecimal("250"), "USDT")));
        var link = Sample.of(main, "LINKUSDT", Side.LONG, "310", "16.482", "5", "1021.88", 48).open("4.65", "0");
        var sui = went(with(Sample.of(swing, "SUIUSDT", Side.LONG, "1850", "2.974", "8", "687.74", 1170).open("-152.44", "0"),
                ProtectionSource.LIVE, "2.84", "3.35"), "-170.2", "12.9", false);
        stage.view(new LiveView(1, List.of(live(main, btc, "104512.5", LinkState.LIVE), live(main, eth, "3486.2", LinkState.LIVE),
                live(main, doge, "0.19342", LinkState.LIVE), live(main, link, "16.497", LinkState.LIVE),
                live(swing, sui, "2.8916", LinkState.DEGRADED))));
        var closed = Sample.of(main, "SOLUSDT", Side.LONG, "100", "178.214", "10", "1782", 345)
                .closed("-221.4", "-15.16", "176", Certainty.CONFIRMED, Exit.Basis.RECORD, 320);
        sol = with(closed.with(closed.exit().orElseThrow().because(CloseReason.STOP)), ProtectionSource.LIVE, "176", "190");
        var wrong = Sample.of(main, "ADAUSDT", Side.LONG, "12000", "0.6248", "10", "749", 1424)
                .closed("-200.4", "-8.88", "0.6081", Certainty.CONFIRMED, Exit.Basis.RECORD, 47);
        ada = wrong.with(wrong.exit().orElseThrow().because(CloseReason.LIQUIDATION)).with(Standing.CORRECTED);
        List.of(btc, eth, doge, link, sui, sol, ada).forEach(stage::journal);
    }

    static Risky on(Stage stage) {
        return new Risky(stage);
    }

    /** Figures that differ, a trade that only the journal has, and one that is open only there. */
    List<Difference> differences() {
        return List.of(
                new Difference(Difference.Kind.FIGURES, ada.slot(), ada.exit().map(Exit::closedAt), List.of(
                        field("funding", "0", "-0.412338"), field("netPnl", "-209.28", "-209.692338")),
                        Optional.of(ada), Optional.of(record()), Optional.empty()),
                new Difference(Difference.Kind.ONLY_JOURNAL, sol.slot(), sol.exit().map(Exit::closedAt), List.of(), Optional.of(sol),
                        Optional.empty(), Optional.empty()),
                new Difference(Difference.Kind.FIGURES, btc.slot(), Optional.empty(), List.of(field("quantity", "0.2", "0.25")),
                        Optional.of(btc), Optional.empty(), Optional.empty()));
    }

    /** What the exchange says of the trade that was put right: another funding, and so another net. */
    ClosingRecord record() {
        var exit = ada.exit().orElseThrow();
        return new ClosingRecord(ada.slot(), LifeMark.ofLife("ada-1", ada.openedAt()), exit.closedAt(), ada.terms().effectiveEntry(),
                exit.price().orElseThrow(), ada.terms().quantity(), ada.terms().quantity(), ada.result().total(), new BigDecimal("-4.5"),
                new BigDecimal("-4.38"), new BigDecimal("-0.412338"), Optional.of(new BigDecimal("-209.692338")));
    }

    private static Difference.Field field(String name, String journal, String exchange) {
        return new Difference.Field(name, Optional.of(new BigDecimal(journal)), Optional.of(new BigDecimal(exchange)));
    }

    private static Trade with(Trade trade, ProtectionSource source, String stop, String target) {
        return trade.with(Risk.none().with(ProtectionKind.STOP_LOSS, move(source, stop)).with(ProtectionKind.TAKE_PROFIT,
                move(source, target)));
    }

    private static ProtectionMove move(ProtectionSource source, String price) {
        return new ProtectionMove(Sample.NOW.minus(Duration.ofMinutes(30)), source, Optional.of(new BigDecimal(price)));
    }

    private static Trade went(Trade trade, String adverse, String favourable, boolean gap) {
        var at = Sample.NOW.minus(Duration.ofMinutes(20));
        return trade.with(new Excursions(Optional.of(new Excursion(new BigDecimal(favourable), trade.terms().effectiveEntry(), at)),
                Optional.of(new Excursion(new BigDecimal(adverse), trade.terms().effectiveEntry(), at)), gap));
    }

    private static LivePosition live(Account account, Trade trade, String mark, LinkState state) {
        return new LivePosition(account.label(), trade, Optional.of(new BigDecimal(mark)), Optional.of(Sample.NOW.minusSeconds(1)), state);
    }
}
