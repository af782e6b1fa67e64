package org.mirrorbook.ui.model.evidence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.money.Money;
import org.mirrorbook.domain.statistics.Quote;
import org.mirrorbook.domain.statistics.RiskReading;
import org.mirrorbook.ui.model.Cell;
import org.mirrorbook.ui.model.Figures;
import org.mirrorbook.ui.model.Tone;

/** Every field of a trade that has a value, before and after a message, and where in the message the new one stands. For one making. */
public final class ChangedFields {

    private static final String SAME = "=";
    private static final String OTHER = "\u203a";

    private final Figures figures;
    private final Optional<Trade> before;
    private final Optional<Trade> after;
    private final Optional<UsedFields> used;
    private final List<ChangedField> fields = new ArrayList<>();

    private ChangedFields(Step step, Figures figures, Optional<UsedFields> used) {
        this.figures = figures;
        this.before = step.before();
        this.after = step.after();
        this.used = used;
    }

    /** Nothing where it is not known how the trade was. */
    public static List<ChangedField> of(Step step, Trade trade, Figures figures) {
        var used = step.text().flatMap(Json::of).map(json -> new UsedFields(json, trade, step));
        var making = new ChangedFields(step, figures, used);
        if (step.after().isPresent()) {
            making.all();
        }
        // what changed is what one looks for
        return making.fields.stream().sorted(Comparator.comparing(ChangedField::changed).reversed()).toList();
    }

    private void all() {
        money(Messages.Field_size, "size", trade -> Optional.of(trade.isOpen() ? trade.terms().quantity() : BigDecimal.ZERO), figures::size);
        money(Messages.Field_entry, "entry", trade -> Optional.of(trade.terms().effectiveEntry()), figures::digits);
        money(Messages.Field_exit, "exit", trade -> trade.exit().flatMap(exit -> exit.price()), figures::digits);
        money(Messages.Field_gross, "gross", trade -> Optional.of(trade.result().realised()), figures::exact);
        money(Messages.Field_openFee, "openFee", trade -> trade.result().openFee(), figures::exact);
        money(Messages.Field_closeFee, "closeFee", trade -> trade.result().closeFee(), figures::exact);
        money(Messages.Field_fees, "fees", trade -> Optional.of(trade.result().fees()), figures::exact);
        money(Messages.Field_funding, "funding", trade -> Optional.of(trade.result().funding()), figures::exact);
        money(Messages.Field_net, "net", trade -> Optional.of(EvidenceRows.realised(trade)), figures::exact);
        money(Messages.Field_leverage, "leverage", trade -> trade.terms().leverage(), figures::leverage);
        money(Messages.Field_margin, "margin", trade -> trade.terms().margin(), figures::exact);
        money(Messages.Field_oneR, "oneR", trade -> trade.risk().oneR().map(Money::amount), figures::exact);
        words(Messages.Field_stop, "stop", trade -> quote(RiskReading.of(trade).stopLoss()));
        words(Messages.Field_target, "target", trade -> quote(RiskReading.of(trade).takeProfit()));
        words(Messages.Field_executions, "executions", trade -> Optional.of(figures.count(trade.executions().size())));
        words(Messages.Field_status, "status", trade -> Optional.of(trade.status().name()));
        words(Messages.Field_certainty, "certainty", trade -> Optional.of(trade.certainty().name()));
        words(Messages.Field_reason, "reason", trade -> trade.exit().flatMap(exit -> exit.reason()).map(ReasonWords::of));
        words(Messages.Field_standing, "standing", trade -> Optional.of(trade.standing().name().toLowerCase(Locale.ROOT)));
    }

    private Optional<String> quote(Optional<Quote> quote) {
        return quote.flatMap(one -> one.price().map(price -> switch (one.source()) {
            case ESTIMATED -> figures.price(price) + " " + one.source();
            default -> figures.digits(price) + " " + one.source();
        }));
    }

    private void money(String name, String field, Function<Trade, Optional<BigDecimal>> value, Function<BigDecimal, String> text) {
        add(name, field, before.flatMap(value).map(text), after.flatMap(value).map(text), after.flatMap(value));
    }

    private void words(String name, String field, Function<Trade, Optional<String>> value) {
        add(name, field, before.flatMap(value), after.flatMap(value), Optional.empty());
    }

    private void add(String name, String field, Optional<String> was, Optional<String> is, Optional<BigDecimal> figure) {
        if (was.isEmpty() && is.isEmpty()) {
            return;
        }
        boolean changed = !was.equals(is);
        var title = changed ? Cell.of(name).bold() : Cell.of(name);
        var now = Cell.of(is.orElse(Figures.ABSENT));
        fields.add(new ChangedField(name, changed, List.of(title, Cell.of(was.orElse(Figures.ABSENT)).in(changed ? Tone.TEXT : Tone.TEXT2),
                changed ? now.bold() : now, changed ? Cell.of(OTHER).in(Tone.ACCENT).bold() : Cell.label(SAME),
                Cell.label(from(field, figure)))));
    }

    private String from(String field, Optional<BigDecimal> figure) {
        var name = figure.filter(some -> some.signum() != 0).flatMap(some -> used.flatMap(all -> all.nameOf(field, some)));
        return name.orElseGet(() -> switch (field) {
            case "net" -> Messages.Field_sum;
            case "fees" -> before.isPresent() && after.flatMap(trade -> trade.result().openFee()).isPresent() ? Messages.Field_sumOfFees : "";
            default -> "";
        });
    }
}
