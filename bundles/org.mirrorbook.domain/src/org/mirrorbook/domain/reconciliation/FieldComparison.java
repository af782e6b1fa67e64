package org.mirrorbook.domain.reconciliation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.mirrorbook.domain.journal.Exit;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.reconciliation.Difference.Field;

/** In which figures a trade and the venue's side of it differ. */
final class FieldComparison {

    /** Each of the four parts of a net profit is rounded by the venue. */
    private static final BigDecimal ROUNDING = new BigDecimal("0.00000002");
    /** Averages are rounded differently in stream and list: by one unit of the coarser figure, but never by more than this part of it. */
    private static final BigDecimal COARSE = new BigDecimal("0.01");
    /** Figures of many digits are rounded anywhere beyond the eighth or so. */
    private static final BigDecimal FINE = new BigDecimal("0.0000001");

    private final List<Field> fields = new ArrayList<>();

    private FieldComparison() {
    }

    /** An ended life: every figure of the record to the last digit, save the net, which is a sum. */
    static List<Field> between(Trade trade, ClosingRecord record) {
        var comparison = new FieldComparison();
        comparison.exactly("quantity", Optional.of(trade.terms().quantity()), record.openSize());
        comparison.exactly("effectiveEntry", Optional.of(trade.terms().effectiveEntry()), record.openAverage());
        comparison.exactly("exitPrice", trade.exit().flatMap(Exit::price), record.closeAverage());
        comparison.exactly("totalPnl", Optional.of(trade.result().total()), record.gross());
        comparison.exactly("openFee", trade.result().openFee(), record.openFee());
        comparison.exactly("closeFee", trade.result().closeFee(), record.closeFee());
        comparison.exactly("funding", Optional.of(trade.result().funding()), record.funding());
        var net = record.reportedNet().orElseGet(record::net);
        comparison.add("netPnl", Optional.of(trade.result().net()), net,
                trade.result().net().subtract(net).abs().compareTo(ROUNDING) <= 0);
        return comparison.fields;
    }

    /** An open life: its size, and its average as far as both sides write it alike. */
    static List<Field> between(Trade trade, PositionRow row) {
        var comparison = new FieldComparison();
        var entry = trade.terms().effectiveEntry();
        comparison.exactly("quantity", Optional.of(trade.terms().quantity()), row.size());
        comparison.add("effectiveEntry", Optional.of(entry), row.entryPrice(), isSameAverage(entry, row.entryPrice()));
        return comparison.fields;
    }

    private void exactly(String name, Optional<BigDecimal> journal, BigDecimal exchange) {
        add(name, journal, exchange, journal.filter(ours -> ours.compareTo(exchange) == 0).isPresent());
    }

    private void add(String name, Optional<BigDecimal> journal, BigDecimal exchange, boolean equal) {
        if (!equal) {
            fields.add(new Field(name, journal, Optional.of(exchange)));
        }
    }

    private static boolean isSameAverage(BigDecimal one, BigDecimal other) {
        var off = one.subtract(other).abs();
        var unit = BigDecimal.ONE.movePointLeft(Math.max(0, Math.min(one.scale(), other.scale())));
        return off.compareTo(one.abs().multiply(FINE)) <= 0
                || off.compareTo(unit) <= 0 && off.compareTo(one.abs().multiply(COARSE)) <= 0;
    }
}
