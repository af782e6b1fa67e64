package org.mirrorbook.certification;

import java.math.BigDecimal;
import java.time.Instant;

import org.mirrorbook.domain.journal.Execution;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.money.Exact;
import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.Side;

/**
 * An ended life, said by the venue's own books, by a closing record or by the journal in the same words, so that they can be compared to
 * the last digit. Money is in the margin coin, costs are negative.
 *
 * @param opened size of all that was opened
 * @param closed size of all that was closed
 * @param net what the trader keeps
 */
public record BookedLife(String symbol, Side side, Instant closedAt, BigDecimal entry, BigDecimal exit, BigDecimal opened,
        BigDecimal closed, BigDecimal gross, BigDecimal openFee, BigDecimal closeFee, BigDecimal funding, BigDecimal net) {

    public BookedLife {
        entry = Exact.of(entry);
        exit = Exact.of(exit);
        opened = Exact.of(opened);
        closed = Exact.of(closed);
        gross = Exact.of(gross);
        openFee = Exact.of(openFee);
        closeFee = Exact.of(closeFee);
        funding = Exact.of(funding);
        net = Exact.of(net);
    }

    /** As a closing record says it. */
    public static BookedLife of(ClosingRecord record) {
        return new BookedLife(record.slot().instrument(), record.slot().side(), record.closedAt(), record.openAverage(),
                record.closeAverage(), record.openSize(), record.closeSize(), record.gross(), record.openFee(), record.closeFee(),
                record.funding(), record.net());
    }

    /** As the journal has it: sizes by the executions, so that none is missing and none is there twice. */
    public static BookedLife of(Trade ended) {
        var shrunk = ended.executions().stream().filter(step -> !step.kind().grows()).map(Execution::quantity)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        var exit = ended.exit().orElseThrow();
        var result = ended.result();
        return new BookedLife(ended.slot().instrument(), ended.slot().side(), exit.closedAt(), ended.terms().effectiveEntry(),
                exit.price().orElseThrow(), ended.grown(), shrunk, result.realised(), result.openFee().orElseThrow(),
                result.closeFee().orElseThrow(), result.funding(), result.net());
    }
}
