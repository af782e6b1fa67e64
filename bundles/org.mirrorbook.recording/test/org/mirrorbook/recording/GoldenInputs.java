package org.mirrorbook.recording;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.mirrorbook.domain.journal.Certainty;
import org.mirrorbook.domain.journal.Execution;
import org.mirrorbook.domain.journal.ExecutionKind;
import org.mirrorbook.domain.journal.Exit;
import org.mirrorbook.domain.journal.Fingerprint;
import org.mirrorbook.domain.journal.Result;
import org.mirrorbook.domain.journal.Terms;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.journal.TradeSource;
import org.mirrorbook.domain.journal.TradeStatus;
import org.mirrorbook.domain.lifecycle.Book;
import org.mirrorbook.domain.lifecycle.ClaimedRecord;
import org.mirrorbook.domain.lifecycle.ClosedLife;
import org.mirrorbook.domain.lifecycle.Correction;
import org.mirrorbook.domain.lifecycle.MarkSample;
import org.mirrorbook.domain.lifecycle.Observation;
import org.mirrorbook.domain.lifecycle.OpenLife;
import org.mirrorbook.domain.money.Money;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.CloseReason;
import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.position.Fill;
import org.mirrorbook.domain.position.LifeMark;
import org.mirrorbook.domain.position.MarginMode;
import org.mirrorbook.domain.position.OrderNote;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.Product;
import org.mirrorbook.domain.position.ProtectiveOrder;
import org.mirrorbook.domain.position.RecordKey;
import org.mirrorbook.domain.position.RowFigures;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.domain.position.Slot;
import org.mirrorbook.domain.risk.BreakEvenRule;
import org.mirrorbook.domain.risk.Excursion;
import org.mirrorbook.domain.risk.Excursions;
import org.mirrorbook.domain.risk.ProtectionKind;
import org.mirrorbook.domain.risk.ProtectionMove;
import org.mirrorbook.domain.risk.ProtectionSource;
import org.mirrorbook.domain.risk.Risk;
import org.mirrorbook.domain.risk.RiskUnit;
import org.mirrorbook.journal.LaneInput;

/**
 * What the golden segments hold: each kind of input, and within them each type that a book is made of. The files in {@code test/golden}
 * were written once by the program below and are never written again: where a type gets a component, what is built here has it absent, and
 * a new file is put beside the old one.
 */
final class GoldenInputs {

    static final AccountId ACCOUNT = new AccountId("golden");
    private static final Instant AT = Instant.parse("2026-11-22T16:30:00.123456789Z");
    private static final Scope SCOPE = new Scope(ACCOUNT, "bitget", Environment.PRACTICE, new Product("USDT-FUTURES", false));
    private static final Slot LONG = new Slot(SCOPE, "BTCUSDT", Side.LONG, MarginMode.CROSSED, "USDT");
    private static final LifeMark LIFE = LifeMark.ofLife("1234567890123456789", AT);

    private GoldenInputs() {
    }

    /** Writes a golden segment of today's format into that file. */
    public static void main(String[] arguments) throws IOException {
        var folder = Files.createTempDirectory("golden");
        var log = TestLog.of(folder, 1 << 24);
        all().forEach(input -> log.append(ACCOUNT, input));
        log.close();
        Files.copy(folder.resolve(ACCOUNT.value()).resolve("0000000000000000001.mbr"), Path.of(arguments[0]),
                StandardCopyOption.COPY_ATTRIBUTES);
    }

    static List<LaneInput> all() {
        var row = new PositionRow(LONG, LIFE, new BigDecimal("0.03"), new BigDecimal("61000.5"), new RowFigures(decimal("20"),
                decimal("91.5"),
                decimal("62000"), Optional.empty(), decimal("-30"), decimal("0"), decimal("-1.098"), decimal("-0.189")), AT);
        var record = new ClosingRecord(LONG, LIFE, AT.plusSeconds(60), new BigDecimal("61000"), new BigDecimal("62666.66666667"),
                new BigDecimal("0.03"), new BigDecimal("0.03"), new BigDecimal("50"), new BigDecimal("-1.098"), new BigDecimal("-1.128"),
                new BigDecimal("-0.189"), decimal("47.585"));
        var trade = trade();
        var closed = trade.closed(new Exit(decimal("62000"), Exit.Basis.MARK, AT).because(CloseReason.STOP), Certainty.PROVISIONAL,
                trade.terms(), trade.result(), true);
        var key = new RecordKey(LONG, Optional.of("1"), AT);
        var book = Book.kept(ACCOUNT, AT, Map.of(LONG, new OpenLife(trade, row, true)), List.of(new ClosedLife(closed, row)),
                Map.of(key, new ClaimedRecord(key, LIFE, trade.id())), Map.of(SCOPE, AT));
        var stop = new ProtectiveOrder(SCOPE, "BTCUSDT", Optional.of(Side.LONG), "s-1", ProtectionKind.STOP_LOSS, decimal("59000"),
                Optional.empty(), ProtectiveOrder.State.WAITING, AT);
        var fill = new Fill(SCOPE, "BTCUSDT", "f-1", "o-1", true, Optional.of(Fill.Effect.OPEN), new BigDecimal("0.02"),
                new BigDecimal("60000"), BigDecimal.ZERO, List.of(new Money(new BigDecimal("-0.72"), "USDT")), AT,
                Optional.of(CloseReason.LIQUIDATION));
        var seen = List.<Observation>of(
                new Observation.SnapshotSeen(SCOPE, 3, AT, AT, List.of(row, row)),
                new Observation.PositionSeen(3, AT, AT, row),
                new Observation.PositionGone(LONG.opposite(), 3, AT, AT),
                new Observation.OrderSeen(new OrderNote(SCOPE, "BTCUSDT", "o-1", CloseReason.MANUAL, AT), AT),
                new Observation.AccountConverted(ACCOUNT, AT),
                new Observation.FillSeen(fill, AT),
                new Observation.ClosingRecordSeen(record, AT),
                new Observation.HistoryRead(SCOPE, AT, AT),
                new Observation.RecordOverdue(trade.id(), AT),
                new Observation.LinkLost(3, AT),
                new Observation.ProtectionSeen(stop, AT),
                new Observation.ProtectionsListed(SCOPE, List.of(stop), AT),
                new Observation.EquitySeen(SCOPE, new Money(new BigDecimal("12345678901234567890.123456789"), "USDT"), AT, AT),
                new Observation.MarksSampled(List.of(new MarkSample(trade.id(), new BigDecimal("62000"), AT, trade.excursions())), AT),
                new Observation.RiskUnitSet(ACCOUNT, Optional.of(new RiskUnit.Fixed(new Money(new BigDecimal("100"), "USDT"))), AT),
                new Observation.RiskUnitSet(ACCOUNT, Optional.of(new RiskUnit.OfEquity(new BigDecimal("0.5"))), AT),
                new Observation.BreakEvenRuleSet(new BreakEvenRule(2, new BigDecimal("5"), new BigDecimal("0.1")), AT),
                new Observation.PlanSet(trade, ProtectionKind.TAKE_PROFIT, decimal("70000"), AT),
                new Observation.CorrectionOrdered(closed, new Correction.Figures(record), AT),
                new Observation.CorrectionOrdered(closed, new Correction.Withdrawal(), AT),
                new Observation.EntryOrdered(record, AT));
        return List.of(new LaneInput.Opened("main", book, 7, AT),
                new LaneInput.Heard("positions", "{\"arg\":\"ü 😀\",\"data\":[]}", seen, AT),
                new LaneInput.Heard("pong", "\ud800", List.of(), AT));
    }

    private static Trade trade() {
        var opening = new Execution(ExecutionKind.OPEN, new BigDecimal("0.02"), decimal("60000"), Optional.empty(),
                List.of(new Money(new BigDecimal("-0.72"), "USDT")), AT, false, Optional.of("f-1"), Optional.of("o-1"));
        return new Trade(TradeId.of(LONG, AT), Fingerprint.ofLive("bitget", Optional.of("1"), "BTCUSDT", AT), TradeSource.values()[0], LONG,
                Optional.of("1"), AT, TradeStatus.OPEN, Certainty.LIVE,
                new Terms(new BigDecimal("60000"), new BigDecimal("61000.5"), new BigDecimal("0.03"), decimal("20"), decimal("91.5")),
                new Result(BigDecimal.ZERO, decimal("-30"), new BigDecimal("-1.098"), new BigDecimal("-0.189"), Optional.empty(),
                        Optional.empty(), Optional.empty(), List.of(new Money(new BigDecimal("-0.001"), "BGB"))),
                Optional.empty(), false, List.of(opening))
                .with(Risk.none().with(ProtectionKind.STOP_LOSS, new ProtectionMove(AT, ProtectionSource.LIVE, decimal("59000")))
                        .withOneR(new Money(new BigDecimal("100"), "USDT")))
                .with(Excursions.none().with(new Excursion(new BigDecimal("30"), new BigDecimal("62000"), AT)).withGap());
    }

    private static Optional<BigDecimal> decimal(String value) {
        return Optional.of(new BigDecimal(value));
    }
}
