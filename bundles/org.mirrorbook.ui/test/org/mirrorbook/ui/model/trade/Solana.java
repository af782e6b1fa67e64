package org.mirrorbook.ui.model.trade;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.mirrorbook.domain.journal.Certainty;
import org.mirrorbook.domain.journal.Execution;
import org.mirrorbook.domain.journal.ExecutionKind;
import org.mirrorbook.domain.journal.Exit;
import org.mirrorbook.domain.journal.Fingerprint;
import org.mirrorbook.domain.journal.Result;
import org.mirrorbook.domain.journal.Standing;
import org.mirrorbook.domain.journal.Terms;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.journal.TradeSource;
import org.mirrorbook.domain.journal.TradeStatus;
import org.mirrorbook.domain.money.Money;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.CloseReason;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.position.MarginMode;
import org.mirrorbook.domain.position.Product;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.domain.position.Slot;
import org.mirrorbook.domain.risk.Excursion;
import org.mirrorbook.domain.risk.Excursions;
import org.mirrorbook.domain.risk.Protection;
import org.mirrorbook.domain.risk.ProtectionMove;
import org.mirrorbook.domain.risk.ProtectionSource;
import org.mirrorbook.domain.risk.Risk;

/**
 * A long trade in SOLUSDT: 60 at 178.42, 40 more at 177.905, 50 out at 181.65, the rest out at 183.275. Its average entry is
 * (60 × 178.42 + 40 × 177.905) / 100 = 178.214; gross 50 × (181.65 − 178.214) + 50 × (183.275 − 178.214) = 171.80 + 253.05 = 424.85;
 * fees −6.42 −1.42 −1.82 −5.50 = −15.16; funding −1.79; net 424.85 − 15.16 − 1.79 = 407.90.
 */
final class Solana {

    static final Instant OPENED = Instant.parse("2026-11-12T08:21:07Z");
    static final Instant ADDED = Instant.parse("2026-11-12T08:47:30Z");
    static final Instant REDUCED = Instant.parse("2026-11-12T11:05:12Z");
    static final Instant CLOSED = Instant.parse("2026-11-12T13:41:55Z");
    static final Instant NOW = Instant.parse("2026-11-12T14:06:21Z");

    private Solana() {
    }

    static Trade closed() {
        var slot = slot();
        return new Trade(TradeId.of(slot, OPENED), Fingerprint.ofLive("bitget", Optional.of("7"), "SOLUSDT", OPENED),
                TradeSource.LIVE_MIRROR, slot, Optional.of("7"), OPENED, TradeStatus.WIN, Certainty.CONFIRMED,
                new Terms(number("178.42"), number("178.214"), number("100"), Optional.of(number("10")), Optional.of(number("1782.14"))),
                new Result(number("424.85"), Optional.empty(), number("-15.16"), number("-1.79"), Optional.of(number("-7.84")),
                        Optional.of(number("-7.32")), Optional.empty(), List.of()),
                Optional.of(new Exit(Optional.of(number("182.4625")), Exit.Basis.RECORD, CLOSED, Optional.of(CloseReason.MANUAL))), false,
                Standing.REPORTED, risk(), excursions(), executions());
    }

    static Slot slot() {
        return new Slot(new Scope(new AccountId("main"), "bitget", Environment.LIVE, new Product("USDT-FUTURES", false)), "SOLUSDT",
                Side.LONG, MarginMode.CROSSED, "USDT");
    }

    /** 1R of the account is 250; the first live stop came 33 seconds after the entry. */
    private static Risk risk() {
        return new Risk(
                new Protection(List.of(move("2026-11-12T08:21:40Z", ProtectionSource.LIVE, "176"),
                        move("2026-11-12T11:05:30Z", ProtectionSource.LIVE, "178.3"))),
                new Protection(List.of(move("2026-11-12T08:14:50Z", ProtectionSource.PLANNED, "184"))),
                Optional.of(new Money(number("250"), "USDT")));
    }

    /** The deepest when 100 were held: 100 × (176.93 − 178.214) = −128.40; the highest with 50: 50 × (183.64 − 178.214) = 271.30. */
    private static Excursions excursions() {
        return new Excursions(
                Optional.of(new Excursion(number("271.30"), number("183.64"), Instant.parse("2026-11-12T13:28:11Z"))),
                Optional.of(new Excursion(number("-128.40"), number("176.93"), Instant.parse("2026-11-12T08:50:00Z"))), false);
    }

    private static List<Execution> executions() {
        return List.of(step(ExecutionKind.OPEN, "60", "178.42", null, "-6.42", OPENED),
                step(ExecutionKind.ADD, "40", "177.905", null, "-1.42", ADDED),
                step(ExecutionKind.REDUCE, "50", "181.65", "171.80", "-1.82", REDUCED),
                step(ExecutionKind.CLOSE, "50", "183.275", "253.05", "-5.50", CLOSED));
    }

    static Execution step(ExecutionKind kind, String quantity, String price, String profit, String fee, Instant at) {
        return new Execution(kind, number(quantity), Optional.of(number(price)), Optional.ofNullable(profit).map(Solana::number),
                List.of(new Money(number(fee), "USDT")), at, false, Optional.of("fill of " + at), Optional.empty());
    }

    private static ProtectionMove move(String at, ProtectionSource source, String price) {
        return new ProtectionMove(Instant.parse(at), source, Optional.of(number(price)));
    }

    static MarkPoint mark(String at, String price) {
        return new MarkPoint(Instant.parse("2026-11-12T" + at + "Z"), number(price));
    }

    static BigDecimal number(String text) {
        return new BigDecimal(text);
    }
}
