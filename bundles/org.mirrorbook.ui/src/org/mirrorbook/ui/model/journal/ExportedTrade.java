package org.mirrorbook.ui.model.journal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.mirrorbook.domain.journal.Exit;
import org.mirrorbook.domain.journal.Standing;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.money.Money;
import org.mirrorbook.domain.risk.Excursion;
import org.mirrorbook.domain.statistics.Quote;
import org.mirrorbook.domain.statistics.RiskReading;
import org.mirrorbook.journal.Annotations.Marks;

/**
 * A trade as an exported table has it: the columns of {@code trades --csv} by the same names and in the same order, exact and in UTC, and
 * behind them what the user noted. Absent values are empty.
 */
public final class ExportedTrade {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Map<String, Object> fields = new LinkedHashMap<>();

    /** @param label of its account; empty where that is not known */
    public ExportedTrade(Trade trade, Marks marks, String label) {
        var slot = trade.slot();
        var scope = slot.scope();
        put("id", trade.id().value());
        put("fingerprint", trade.fingerprint().value());
        put("source", trade.source().name());
        put("account", label);
        put("accountId", scope.account().value());
        put("environment", scope.environment().name().toLowerCase(Locale.ROOT));
        put("exchange", scope.venue());
        put("product", scope.product().code());
        put("symbol", slot.instrument());
        put("positionId", trade.positionId().orElse(""));
        put("positionType", slot.side().name());
        put("marginMode", slot.marginMode().name());
        put("status", trade.status().name());
        put("certainty", trade.certainty().name());
        figures(trade);
        risk(trade);
        put("setup", marks.note().setup());
        put("tags", String.join("; ", marks.tags()));
        put("rating", marks.note().rating().isPresent() ? BigDecimal.valueOf(marks.note().rating().getAsInt()) : "");
        put("mistakes", marks.note().mistakes());
        put("emotion", marks.note().emotion());
    }

    private void figures(Trade trade) {
        var terms = trade.terms();
        var result = trade.result();
        put("plannedEntry", terms.plannedEntry());
        put("effectiveEntry", terms.effectiveEntry());
        put("quantity", terms.quantity());
        decimal("leverage", terms.leverage());
        decimal("margin", terms.margin());
        decimal("exitPrice", trade.exit().flatMap(Exit::price));
        put("totalPnl", result.total());
        put("fees", result.fees());
        put("funding", result.funding());
        put("netPnl", result.net());
        put("currency", trade.slot().marginCoin());
        put("otherFees", result.otherFees().stream().map(fee -> plain(fee.amount()) + " " + fee.currency())
                .collect(Collectors.joining("; ")));
        put("openedAt", time(trade.openedAt()));
        put("closedAt", trade.exit().map(exit -> time(exit.closedAt())).orElse(""));
        put("closeReason", trade.exit().flatMap(Exit::reason).map(Enum::name).orElse(""));
        put("corrected", trade.standing() == Standing.CORRECTED);
        put("found", trade.found());
    }

    private void risk(Trade trade) {
        var risk = RiskReading.of(trade);
        decimal("stopLoss", risk.stopLoss().flatMap(Quote::price));
        put("stopLossSource", risk.stopLoss().map(quote -> quote.source().name()).orElse(""));
        decimal("takeProfit", risk.takeProfit().flatMap(Quote::price));
        put("takeProfitSource", risk.takeProfit().map(quote -> quote.source().name()).orElse(""));
        decimal("riskAmount", risk.riskAmount().map(Money::amount));
        decimal("rMultiple", risk.rMultiple());
        decimal("mfe", trade.excursions().favourable().map(Excursion::amount));
        decimal("mae", trade.excursions().adverse().map(Excursion::amount));
        put("excursionGap", trade.excursions().gap());
    }

    private void put(String name, Object value) {
        fields.put(name, value);
    }

    private void decimal(String name, Optional<BigDecimal> value) {
        fields.put(name, value.map(Object.class::cast).orElse(""));
    }

    /** Each name with a text, a {@link BigDecimal} or a truth value; an empty text where there is nothing. */
    public Map<String, Object> fields() {
        return fields;
    }

    /** As a line of a table. */
    public Iterable<String> texts() {
        return fields.values().stream().map(value -> value instanceof BigDecimal number ? plain(number) : value.toString()).toList();
    }

    /** Without exponent and trailing zeros. */
    static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static String time(Instant time) {
        return TIME.format(time);
    }
}
