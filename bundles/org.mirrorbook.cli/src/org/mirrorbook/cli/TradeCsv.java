package org.mirrorbook.cli;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import de.siegmar.fastcsv.writer.CsvWriter;

import org.mirrorbook.domain.journal.Exit;
import org.mirrorbook.domain.journal.Standing;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.money.Money;
import org.mirrorbook.domain.position.CloseReason;
import org.mirrorbook.domain.risk.Excursion;
import org.mirrorbook.domain.statistics.Quote;
import org.mirrorbook.domain.statistics.RiskReading;

/**
 * Trades as {@code trades --csv} writes them: the fields of the JSON in its order, without the executions; absent values are empty.
 * Documented API.
 */
final class TradeCsv {

    private static final List<String> COLUMNS = List.of("id", "fingerprint", "source", "account", "accountId", "environment", "exchange",
            "product", "symbol", "positionId", "positionType", "marginMode", "status", "certainty", "plannedEntry", "effectiveEntry",
            "quantity", "leverage", "margin", "exitPrice", "totalPnl", "fees", "funding", "netPnl", "currency",
            "otherFees", "openedAt", "closedAt", "closeReason", "corrected", "found", "stopLoss", "stopLossSource", "takeProfit",
            "takeProfitSource", "riskAmount", "rMultiple", "mfe", "mae", "excursionGap");

    private final Map<String, String> labels;

    /** @param labels by account id */
    TradeCsv(Map<String, String> labels) {
        this.labels = Map.copyOf(labels);
    }

    /** The whole table with its header, each line ended as RFC 4180 wants it. */
    String of(List<Trade> trades) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(COLUMNS);
            trades.forEach(trade -> csv.writeRecord(row(trade)));
        } catch (IOException e) {
            throw new UncheckedIOException("writing into memory", e);
        }
        return text.toString();
    }

    private List<String> row(Trade trade) {
        var slot = trade.slot();
        var scope = slot.scope();
        var terms = trade.terms();
        var result = trade.result();
        var account = scope.account().value();
        var row = new ArrayList<String>(List.of(trade.id().value(), trade.fingerprint().value(), trade.source().name(),
                labels.getOrDefault(account, ""), account, Notation.of(scope.environment()), scope.venue(), scope.product().code(),
                slot.instrument(), trade.positionId().orElse(""), slot.side().name(), slot.marginMode().name(), trade.status().name(),
                trade.certainty().name()));
        row.addAll(List.of(Notation.of(terms.plannedEntry()), Notation.of(terms.effectiveEntry()), Notation.of(terms.quantity()),
                decimal(terms.leverage()), decimal(terms.margin()), decimal(trade.exit().flatMap(Exit::price)), Notation.of(result.total()),
                Notation.of(result.fees()), Notation.of(result.funding()), Notation.of(result.net()), slot.marginCoin()));
        row.add(result.otherFees().stream().map(fee -> Notation.of(fee.amount()) + " " + fee.currency()).collect(Collectors.joining("; ")));
        row.add(Notation.of(trade.openedAt()));
        row.add(trade.exit().map(exit -> Notation.of(exit.closedAt())).orElse(""));
        row.add(trade.exit().flatMap(Exit::reason).map(CloseReason::name).orElse(""));
        row.addAll(risk(trade));
        return row;
    }

    private static List<String> risk(Trade trade) {
        var risk = RiskReading.of(trade);
        var seen = trade.excursions();
        return List.of(Boolean.toString(trade.standing() == Standing.CORRECTED), Boolean.toString(trade.found()),
                decimal(risk.stopLoss().flatMap(Quote::price)), risk.stopLoss().map(quote -> quote.source().name()).orElse(""),
                decimal(risk.takeProfit().flatMap(Quote::price)), risk.takeProfit().map(quote -> quote.source().name()).orElse(""),
                decimal(risk.riskAmount().map(Money::amount)), decimal(risk.rMultiple()), decimal(seen.favourable().map(Excursion::amount)),
                decimal(seen.adverse().map(Excursion::amount)), Boolean.toString(seen.gap()));
    }

    private static String decimal(Optional<BigDecimal> value) {
        return value.map(Notation::of).orElse("");
    }
}
