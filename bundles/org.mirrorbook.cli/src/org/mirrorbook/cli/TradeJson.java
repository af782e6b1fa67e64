package org.mirrorbook.cli;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.mirrorbook.cli.JsonOutput.Fields;
import org.mirrorbook.domain.journal.Execution;
import org.mirrorbook.domain.journal.Exit;
import org.mirrorbook.domain.journal.Standing;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.money.Money;
import org.mirrorbook.domain.position.CloseReason;
import org.mirrorbook.domain.risk.Excursion;
import org.mirrorbook.domain.risk.ProtectionMove;
import org.mirrorbook.domain.statistics.Quote;
import org.mirrorbook.domain.statistics.RiskReading;

/** A trade as {@code trades --json} writes it; documented API. */
final class TradeJson {

    private final JsonOutput json;
    private final Map<String, String> labels;

    /** @param labels by account id */
    TradeJson(JsonOutput json, Map<String, String> labels) {
        this.json = json;
        this.labels = Map.copyOf(labels);
    }

    Fields of(Trade trade) {
        var slot = trade.slot();
        var scope = slot.scope();
        var terms = trade.terms();
        var result = trade.result();
        var risk = RiskReading.of(trade);
        var account = scope.account().value();
        return json.object()
                .text("id", trade.id().value())
                .text("fingerprint", trade.fingerprint().value())
                .text("source", trade.source().name())
                .text("account", Optional.ofNullable(labels.get(account)))
                .text("accountId", account)
                .text("environment", Notation.of(scope.environment()))
                .text("exchange", scope.venue())
                .text("product", scope.product().code())
                .text("symbol", slot.instrument())
                .text("positionId", trade.positionId())
                .text("positionType", slot.side().name())
                .text("marginMode", slot.marginMode().name())
                .text("status", trade.status().name())
                .text("certainty", trade.certainty().name())
                .decimal("plannedEntry", terms.plannedEntry())
                .decimal("effectiveEntry", terms.effectiveEntry())
                .decimal("quantity", terms.quantity())
                .decimal("leverage", terms.leverage())
                .decimal("margin", terms.margin())
                .decimal("exitPrice", trade.exit().flatMap(Exit::price))
                .decimal("totalPnl", result.total())
                .decimal("fees", result.fees())
                .decimal("funding", result.funding())
                .decimal("netPnl", result.net())
                .text("currency", slot.marginCoin())
                .objects("otherFees", result.otherFees().stream().map(this::fee).toList())
                .time("openedAt", trade.openedAt())
                .time("closedAt", trade.exit().map(Exit::closedAt))
                .text("closeReason", trade.exit().flatMap(Exit::reason).map(CloseReason::name))
                .flag("corrected", trade.standing() == Standing.CORRECTED)
                .flag("found", trade.found())
                .object("stopLoss", risk.stopLoss().map(this::quote))
                .object("takeProfit", risk.takeProfit().map(this::quote))
                .decimal("riskAmount", risk.riskAmount().map(Money::amount))
                .decimal("rMultiple", risk.rMultiple())
                .object("mfe", trade.excursions().favourable().map(this::excursion))
                .object("mae", trade.excursions().adverse().map(this::excursion))
                .flag("excursionGap", trade.excursions().gap())
                .objects("executions", trade.executions().stream().map(execution -> execution(execution, slot.marginCoin())).toList());
    }

    private Fields fee(Money fee) {
        return json.object().text("coin", fee.currency()).decimal("amount", fee.amount());
    }

    private Fields quote(Quote quote) {
        return json.object()
                .decimal("price", quote.price())
                .text("source", quote.source().name())
                .decimal("first", quote.first())
                .objects("moves", quote.moves().stream().map(this::move).toList());
    }

    private Fields move(ProtectionMove move) {
        return json.object().time("at", move.at()).text("source", move.source().name()).decimal("price", move.price());
    }

    private Fields excursion(Excursion excursion) {
        return json.object().decimal("amount", excursion.amount()).decimal("price", excursion.price()).time("at", excursion.at());
    }

    private Fields execution(Execution execution, String marginCoin) {
        return json.object()
                .text("kind", execution.kind().name())
                .decimal("quantity", execution.quantity())
                .decimal("price", execution.price())
                .decimal("pnl", execution.pnl())
                .decimal("fee", feeIn(marginCoin, execution.fees()))
                .time("at", execution.at())
                .flag("inferred", execution.inferred());
    }

    /** Fees in other coins are counted in the trade's {@code otherFees}. */
    private static Optional<BigDecimal> feeIn(String coin, List<Money> fees) {
        return fees.stream().filter(fee -> fee.currency().equals(coin)).map(Money::amount).reduce(BigDecimal::add);
    }
}
