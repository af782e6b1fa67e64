package org.mirrorbook.ui.model.evidence;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.lifecycle.Observation.SnapshotSeen;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.ui.model.evidence.Json.Member;
import org.mirrorbook.ui.model.evidence.Json.Plain;
import org.mirrorbook.ui.model.evidence.Json.Struct;

/**
 * Which members of a message the figures of a trade were taken from: those that are called as the exchange calls such a figure, stand in a
 * row about the trade's instrument, and have the very digits that were read. Signs may have been turned (protocol notes, Bitget 4.1).
 */
final class UsedFields {

    private static final Map<String, List<String>> NAMES = Map.ofEntries(
            Map.entry("size", List.of("total", "size", "baseVolume", "execQty", "closeSize", "openSize", "closeTotalPos", "openTotalPos")),
            Map.entry("entry", List.of("openPriceAvg", "openAvgPrice", "avgPrice", "price", "execPrice")),
            Map.entry("leverage", List.of("leverage")),
            Map.entry("margin", List.of("marginSize", "positionBalance")),
            Map.entry("exit", List.of("closePriceAvg", "closeAvgPrice", "price", "execPrice")),
            Map.entry("gross", List.of("achievedProfits", "pnl", "curRealisedPnl", "profit", "execPnl", "realizedPnl")),
            Map.entry("openFee", List.of("openFee", "openFeeTotal")),
            Map.entry("closeFee", List.of("closeFee", "closeFeeTotal")),
            Map.entry("fees", List.of("deductedFee", "totalFee", "fee", "openFeeTotal")),
            Map.entry("funding", List.of("settleFee", "totalFee", "totalFunding", "totalFundingFee")),
            Map.entry("net", List.of("netProfit")),
            Map.entry("stop", List.of("triggerPrice", "stopLossTriggerPrice", "stopLoss", "slTriggerPrice")),
            Map.entry("target", List.of("triggerPrice", "stopSurplusTriggerPrice", "takeProfit", "tpTriggerPrice")));

    private final List<Struct> rows;
    private final Set<BigDecimal> read = new HashSet<>();

    UsedFields(Json message, Trade trade, Step step) {
        var instrument = trade.slot().instrument();
        rows = message.structs().filter(row -> row.text("instId").or(() -> row.text("symbol")).filter(instrument::equals).isPresent())
                .filter(row -> row.text("holdSide").or(() -> row.text("posSide")).map(side -> side.equalsIgnoreCase("net")
                        || side.equalsIgnoreCase(trade.slot().side().name())).orElse(true))
                .toList();
        step.said().forEach(said -> collect(said, trade));
    }

    /** The members whose figures were read. */
    Set<Member> members() {
        Set<Member> members = Collections.newSetFromMap(new IdentityHashMap<>());
        NAMES.values().stream().flatMap(List::stream).distinct().forEach(name -> rows.stream().flatMap(Json::structs)
                .flatMap(row -> row.members().stream()).filter(member -> member.name().equals(name) && isRead(member))
                .forEach(members::add));
        return members;
    }

    /** The name under which a figure of the journal stands in the message. */
    Optional<String> nameOf(String field, BigDecimal figure) {
        return NAMES.getOrDefault(field, List.of()).stream().filter(name -> rows.stream().flatMap(Json::structs)
                .flatMap(row -> row.members().stream()).anyMatch(member -> member.name().equals(name)
                        && figure(member).filter(there -> there.equals(exact(figure))).isPresent()))
                .findFirst();
    }

    private boolean isRead(Member member) {
        return figure(member).filter(read::contains).isPresent();
    }

    private static Optional<BigDecimal> figure(Member member) {
        return member.value() instanceof Plain plain ? Json.figure(plain.text()).map(UsedFields::exact) : Optional.empty();
    }

    private static BigDecimal exact(BigDecimal figure) {
        return figure.signum() == 0 ? BigDecimal.ZERO : figure.abs().stripTrailingZeros();
    }

    /** Every figure of an observation; of a snapshot those of the trade's own row. */
    private void collect(Object said, Trade trade) {
        switch (said) {
            case BigDecimal figure -> read.add(exact(figure));
            case Optional<?> optional -> optional.ifPresent(value -> collect(value, trade));
            case SnapshotSeen snapshot -> snapshot.rows().forEach(row -> collect(row, trade));
            case PositionRow row when !row.slot().isBeside(trade.slot()) -> {
                // another position
            }
            case Collection<?> many -> many.forEach(one -> collect(one, trade));
            case Record nested -> components(nested, trade);
            default -> {
                // no figure
            }
        }
    }

    private void components(Record nested, Trade trade) {
        for (RecordComponent component : nested.getClass().getRecordComponents()) {
            try {
                collect(component.getAccessor().invoke(nested), trade);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("a component of a public record could not be read: " + component, e);
            }
        }
    }
}
