package org.mirrorbook.ui.tests;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.mirrorbook.domain.journal.Certainty;
import org.mirrorbook.domain.journal.Execution;
import org.mirrorbook.domain.journal.ExecutionKind;
import org.mirrorbook.domain.journal.Exit;
import org.mirrorbook.domain.journal.Result;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.money.Money;
import org.mirrorbook.domain.position.CloseReason;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.domain.risk.Excursion;
import org.mirrorbook.domain.risk.Excursions;
import org.mirrorbook.domain.risk.ProtectionKind;
import org.mirrorbook.domain.risk.ProtectionMove;
import org.mirrorbook.domain.risk.ProtectionSource;
import org.mirrorbook.domain.risk.Risk;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.journal.Account;

/** A long trade in SOLUSDT of the account Main with four executions and three stops: 424.85 gross, −15.16 fees, 409.69 net. */
final class Inspected {

    private static final Instant OPENED = Sample.NOW.minusSeconds(20_714);

    private Inspected() {
    }

    static Trade on(Stage stage) {
        var main = stage.account("Main", Environment.LIVE, "classic", true);
        stage.link(main, LinkStatus.of(LinkState.LIVE, Sample.NOW.minusSeconds(3600)));
        var trade = of(main);
        stage.journal(Sample.of(main, "ETHUSDT", Side.SHORT, "3.00", "3498.40", "5", "2099", 800)
                .closed("13.65", "-8.40", "3502.95", Certainty.UNCONFIRMED, Exit.Basis.FILLS, 172));
        stage.journal(trade);
        return trade;
    }

    private static Trade of(Account main) {
        var sample = new Sample(main, "SOLUSDT", Side.LONG, "100", "178.214", "10", "1782.14", OPENED);
        var open = sample.open("0", "0");
        var exit = new Exit(Optional.of(number("182.4625")), Exit.Basis.RECORD, after(19_248), Optional.of(CloseReason.MANUAL));
        var result = new Result(number("424.85"), Optional.empty(), number("-15.16"), BigDecimal.ZERO, Optional.empty(), Optional.empty(),
                Optional.empty(), List.of());
        var risk = Risk.none().with(ProtectionKind.TAKE_PROFIT, move(-377, ProtectionSource.PLANNED, "184"))
                .with(ProtectionKind.STOP_LOSS, move(33, ProtectionSource.LIVE, "176"))
                .with(ProtectionKind.STOP_LOSS, move(9_863, ProtectionSource.LIVE, "178.3"))
                .withOneR(new Money(number("250"), "USDT"));
        return open.closed(exit, Certainty.CONFIRMED, open.terms(), result, false).with(risk)
                .with(new Excursions(Optional.of(new Excursion(number("271.30"), number("183.64"), after(18_424))),
                        Optional.of(new Excursion(number("-128.40"), number("176.93"), after(1_733))), false))
                .withExecutions(List.of(step(ExecutionKind.OPEN, "60", "178.42", null, "-6.42", 0),
                        step(ExecutionKind.ADD, "40", "177.905", null, "-1.42", 1_583),
                        step(ExecutionKind.REDUCE, "50", "181.65", "171.80", "-1.82", 9_845),
                        step(ExecutionKind.CLOSE, "50", "183.275", "253.05", "-5.50", 19_248)));
    }

    private static Execution step(ExecutionKind kind, String quantity, String price, String profit, String fee, int seconds) {
        return new Execution(kind, number(quantity), Optional.of(number(price)), Optional.ofNullable(profit).map(Inspected::number),
                List.of(new Money(number(fee), "USDT")), after(seconds), false, Optional.of("fill " + seconds), Optional.empty());
    }

    private static ProtectionMove move(int seconds, ProtectionSource source, String price) {
        return new ProtectionMove(after(seconds), source, Optional.of(number(price)));
    }

    private static Instant after(int seconds) {
        return OPENED.plusSeconds(seconds);
    }

    private static BigDecimal number(String text) {
        return new BigDecimal(text);
    }
}
