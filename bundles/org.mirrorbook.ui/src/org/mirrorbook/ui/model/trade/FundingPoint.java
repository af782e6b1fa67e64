package org.mirrorbook.ui.model.trade;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import org.mirrorbook.journal.TradeEvent;
import org.mirrorbook.ui.model.evidence.Json;
import org.mirrorbook.ui.model.evidence.Json.Struct;

/**
 * Funding that was booked to a trade.
 *
 * @param amount in the margin coin, negative when paid
 */
public record FundingPoint(Instant at, BigDecimal amount) {

    public FundingPoint {
        requireNonNull(at);
        requireNonNull(amount);
    }

    /** The fundings among the changes of a trade, oldest first. */
    public static List<FundingPoint> of(List<TradeEvent> events) {
        return events.stream().filter(event -> event.kind().equals("CostBooked")).flatMap(FundingPoint::booked)
                .sorted(Comparator.comparing(FundingPoint::at)).toList();
    }

    private static Stream<FundingPoint> booked(TradeEvent event) {
        return Json.of(event.detail()).stream().filter(Struct.class::isInstance).map(Struct.class::cast)
                .filter(detail -> detail.text("kind").filter("FUNDING"::equals).isPresent())
                .flatMap(detail -> detail.members().stream()).filter(member -> member.name().equals("amount"))
                .flatMap(member -> member.value().structs()).flatMap(money -> money.figure("amount").stream())
                .map(amount -> new FundingPoint(event.at(), amount));
    }

    /** What of them was booked until then, that moment included. */
    static BigDecimal until(List<FundingPoint> fundings, Instant at) {
        return fundings.stream().filter(funding -> !funding.at().isAfter(at)).map(FundingPoint::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
