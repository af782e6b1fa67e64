package org.mirrorbook.ui.model.books;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

import org.eclipse.osgi.util.NLS;
import org.mirrorbook.domain.journal.Certainty;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.journal.TradeEvent;
import org.mirrorbook.ui.model.Figures;

/**
 * Where the journal has the figures of a trade from, as far as its history of changes tells. Of what the history does not know nothing is
 * said.
 */
public final class Origins {

    private final Optional<Trade> trade;
    private final List<TradeEvent> events;
    private final Times times;
    /** The change that gave the figures of a closing record. */
    private final Optional<TradeEvent> record;

    /** @param events the changes that made the trade, oldest first */
    public Origins(Optional<Trade> trade, List<TradeEvent> events, Times times) {
        this.trade = trade;
        this.events = List.copyOf(events);
        this.times = times;
        this.record = trade.filter(known -> known.certainty() == Certainty.CONFIRMED)
                .flatMap(known -> newest(event -> event.kind().equals("TradeConfirmed")
                        || event.kind().equals("TradeCorrected") && event.detail().contains("\"record\"")));
    }

    /** Of nothing that the journal has. */
    public static Origins none(Times times) {
        return new Origins(Optional.empty(), List.of(), times);
    }

    /** In a few words, such as {@code closing record, message 71,990}; a dash where nothing is known. */
    public String of(String field) {
        return switch (field) {
            case "openedAt" -> said(newest(event -> event.kind().equals("TradeOpened")));
            case "netPnl" -> Messages.Origin_sum;
            case "status" -> Messages.Origin_net;
            default -> wasAltered(field) ? Messages.Origin_altered : record.map(this::ofRecord).orElseGet(() -> provisional(field));
        };
    }

    /** Whether the figure is another now than the record said that the trade was confirmed or corrected by. */
    public boolean wasAltered(String field) {
        return recorded(field).flatMap(then -> ours(field).map(now -> now.compareTo(then) != 0)).orElse(false) && takenBack().isEmpty();
    }

    /** What the closing record said that the trade was confirmed or corrected by; absent where there was none. */
    public Optional<BigDecimal> recorded(String field) {
        var name = switch (field) {
            case "quantity" -> "openSize";
            case "effectiveEntry" -> "openAverage";
            case "exitPrice" -> "closeAverage";
            case "totalPnl" -> "gross";
            case "openFee", "closeFee", "funding" -> field;
            default -> "";
        };
        return record.filter(event -> !name.isEmpty()).flatMap(event -> member(event.detail(), name));
    }

    /** The change by which the user took the newest correction back; absent where none is, or another correction came after it. */
    public Optional<TradeEvent> takenBack() {
        var newest = newest(event -> event.kind().equals("TradeCorrected"));
        return newest.filter(event -> !event.detail().contains("\"record\"") && event.detail().contains("\"after\""));
    }

    /** The change by which the record came that the trade has. */
    public Optional<TradeEvent> confirmed() {
        return record;
    }

    /** In the order in which they were made. */
    public List<TradeEvent> events() {
        return events;
    }

    private Optional<BigDecimal> ours(String field) {
        return trade.flatMap(known -> switch (field) {
            case "quantity" -> Optional.of(known.terms().quantity());
            case "effectiveEntry" -> Optional.of(known.terms().effectiveEntry());
            case "exitPrice" -> known.exit().flatMap(exit -> exit.price());
            case "totalPnl" -> Optional.of(known.result().total());
            case "openFee" -> known.result().openFee();
            case "closeFee" -> known.result().closeFee();
            case "funding" -> Optional.of(known.result().funding());
            default -> Optional.<BigDecimal>empty();
        });
    }

    private String ofRecord(TradeEvent event) {
        if (takenBack().isPresent()) {
            return NLS.bind(Messages.Origin_takenBack, times.when(takenBack().get().receivedAt()));
        }
        if (event.kind().equals("TradeCorrected")) {
            return NLS.bind(Messages.Origin_corrected, times.when(event.receivedAt()));
        }
        return event.message() > 0 ? NLS.bind(Messages.Origin_record, times.figures().count(event.message())) : Messages.Origin_recordAlone;
    }

    private String provisional(String field) {
        return said(switch (field) {
            case "quantity", "effectiveEntry" -> newest(event -> List.of("TradeOpened", "ScaledIn").contains(event.kind()));
            case "closedAt", "exitPrice", "totalPnl" -> newest(event -> event.kind().equals("TradeClosed"));
            case "openFee", "closeFee" -> newest(event -> event.kind().equals("CostBooked") && event.detail().contains("\"FEE\""));
            case "funding" -> newest(event -> event.kind().equals("CostBooked") && event.detail().contains("\"FUNDING\""));
            default -> Optional.<TradeEvent>empty();
        });
    }

    private String said(Optional<TradeEvent> event) {
        if (event.isEmpty()) {
            return events.isEmpty() ? Figures.ABSENT : Messages.Origin_noMessage;
        }
        return event.filter(one -> one.message() > 0).map(one -> NLS.bind(Messages.Origin_message, times.figures().count(one.message())))
                .orElse(Messages.Origin_concluded);
    }

    private Optional<TradeEvent> newest(Function<TradeEvent, Boolean> match) {
        return events.reversed().stream().filter(match::apply).findFirst();
    }

    private static Optional<BigDecimal> member(String json, String name) {
        var found = Pattern.compile('"' + name + "\"\\s*:\\s*\"(-?[0-9.]+)\"").matcher(json);
        return found.find() ? Optional.of(new BigDecimal(found.group(1))) : Optional.empty();
    }
}
