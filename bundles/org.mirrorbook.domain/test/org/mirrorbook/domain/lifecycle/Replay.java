package org.mirrorbook.domain.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.mirrorbook.domain.journal.Certainty;
import org.mirrorbook.domain.journal.Exit;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.lifecycle.JournalChange.CloseExplained;
import org.mirrorbook.domain.lifecycle.JournalChange.CloseRevoked;
import org.mirrorbook.domain.lifecycle.JournalChange.CostBooked;
import org.mirrorbook.domain.lifecycle.JournalChange.ProtectionMoved;
import org.mirrorbook.domain.lifecycle.JournalChange.RiskSized;
import org.mirrorbook.domain.lifecycle.JournalChange.ScaledIn;
import org.mirrorbook.domain.lifecycle.JournalChange.ScaledOut;
import org.mirrorbook.domain.lifecycle.JournalChange.SlotChanged;
import org.mirrorbook.domain.lifecycle.JournalChange.TradeClosed;
import org.mirrorbook.domain.lifecycle.JournalChange.TradeConfirmed;
import org.mirrorbook.domain.lifecycle.JournalChange.TradeCorrected;
import org.mirrorbook.domain.lifecycle.JournalChange.TradeOpened;
import org.mirrorbook.domain.lifecycle.JournalChange.TradeUnconfirmed;
import org.mirrorbook.domain.money.Money;
import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.CloseReason;
import org.mirrorbook.domain.position.Slot;
import org.mirrorbook.domain.risk.ProtectionMove;
import org.mirrorbook.domain.risk.ProtectionSource;

/** The journal rebuilt from its changes alone, compared with the book after each observation. */
final class Replay {

    /** What the changes told of one trade. */
    private static final class Told {

        private BigDecimal size;
        private BigDecimal fees = BigDecimal.ZERO;
        private BigDecimal funding = BigDecimal.ZERO;
        private Certainty certainty = Certainty.LIVE;
        private Optional<CloseReason> reason = Optional.empty();
        private Optional<ClosingRecord> record = Optional.empty();
        private Optional<Money> oneR = Optional.empty();
        private Optional<Slot> movedTo = Optional.empty();
        private final List<ProtectionMoved> moves = new ArrayList<>();
    }

    private final Map<TradeId, Told> trades = new HashMap<>();

    void fold(Transition done) {
        done.changes().forEach(this::fold);
        var concerned = done.changes().stream().map(JournalChange::trade).collect(Collectors.toSet());
        done.trades().forEach(trade -> concerned.add(trade.id()));
        if (!concerned.isEmpty()) {
            Laws.allTrades(done.after()).stream().filter(trade -> concerned.contains(trade.id()))
                    .forEach(trade -> compare(trade, trades.get(trade.id())));
        }
        var open = trades.values().stream().filter(told -> told.certainty == Certainty.LIVE).count();
        assertThat(open).as("open trades by the changes").isEqualTo(done.after().open().size());
    }

    private void fold(JournalChange change) {
        var told = trades.computeIfAbsent(change.trade(), id -> new Told());
        switch (change) {
            case TradeOpened opened -> told.size = opened.quantity();
            case ScaledIn in -> told.size = told.size.add(in.quantity());
            case ScaledOut out -> told.size = told.size.subtract(out.quantity());
            case CostBooked cost when cost.kind() == CostBooked.Kind.FEE -> told.fees = sum(told.fees, cost);
            case CostBooked cost -> told.funding = sum(told.funding, cost);
            case TradeClosed closed -> told.certainty = Certainty.PROVISIONAL;
            case CloseRevoked revoked -> {
                told.certainty = Certainty.LIVE;
                told.reason = Optional.empty();
            }
            case TradeUnconfirmed unconfirmed -> told.certainty = Certainty.UNCONFIRMED;
            case TradeConfirmed confirmed -> {
                assertThat(told.certainty).as("confirmed once").isIn(Certainty.PROVISIONAL, Certainty.UNCONFIRMED);
                told.certainty = Certainty.CONFIRMED;
                told.record = Optional.of(confirmed.record());
            }
            case TradeCorrected corrected -> told.record = corrected.record();
            case CloseExplained explained -> told.reason = Optional.of(explained.reason());
            case SlotChanged moved -> told.movedTo = Optional.of(moved.to());
            case ProtectionMoved moved -> told.moves.add(moved);
            case RiskSized sized -> {
                assertThat(told.oneR).as("sized once").isEmpty();
                told.oneR = Optional.of(sized.oneR());
            }
            default -> {
            }
        }
    }

    private static BigDecimal sum(BigDecimal before, CostBooked cost) {
        var after = before.add(cost.amount().amount());
        assertThat(cost.total().amount()).as("steps sum to the total").isEqualByComparingTo(after);
        return after;
    }

    private static void compare(Trade trade, Told told) {
        assertThat(told.certainty).isEqualTo(trade.certainty());
        assertThat(told.oneR).isEqualTo(trade.risk().oneR());
        told.movedTo.ifPresent(slot -> assertThat(trade.slot()).isEqualTo(slot));
        var said = told.moves.stream().map(move -> new ProtectionMove(move.at(), move.source(), move.price())).toList();
        assertThat(said).as("every setting was told").containsAll(trade.risk().stopLoss().moves())
                .containsAll(trade.risk().takeProfit().moves());
        var planned = said.stream().filter(move -> move.source() == ProtectionSource.PLANNED).count();
        assertThat(trade.risk().stopLoss().moves().stream().filter(move -> move.source() == ProtectionSource.PLANNED).count()
                + trade.risk().takeProfit().moves().stream().filter(move -> move.source() == ProtectionSource.PLANNED).count())
                .as("what was planned is never dropped").isEqualTo(planned);
        if (trade.isOpen()) {
            assertThat(told.size).as("replayed size of %s", trade.id()).isEqualByComparingTo(trade.terms().quantity());
            assertThat(told.fees).isEqualByComparingTo(trade.result().fees());
            assertThat(told.funding).isEqualByComparingTo(trade.result().funding());
        } else {
            assertThat(told.reason).isEqualTo(trade.exit().flatMap(Exit::reason));
        }
        told.record.filter(record -> trade.certainty() == Certainty.CONFIRMED).ifPresent(record -> {
            assertThat(trade.result().net()).isEqualByComparingTo(record.net());
            assertThat(trade.exit().orElseThrow().closedAt()).isEqualTo(record.closedAt());
            assertThat(trade.terms().quantity()).isEqualByComparingTo(record.openSize());
        });
    }
}
