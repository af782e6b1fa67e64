package org.mirrorbook.domain.position;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

import org.mirrorbook.domain.money.Exact;

/**
 * The venue's final statement about one ended life. Its figures go into the journal exactly as they are.
 * Money is in the slot's margin coin, costs are negative (protocol notes, Bitget 4.1).
 *
 * @param closedAt the venue's close time
 * @param openAverage average of all entries
 * @param closeAverage average of all exits
 * @param openSize quantity of the whole life
 * @param closeSize quantity closed
 * @param gross price profit before costs
 * @param reportedNet the net that the venue states, where it does; kept beside our sum, which it equals within 2e-8; a reader warns where
 * it does not
 */
public record ClosingRecord(
        Slot slot,
        LifeMark life,
        Instant closedAt,
        BigDecimal openAverage,
        BigDecimal closeAverage,
        BigDecimal openSize,
        BigDecimal closeSize,
        BigDecimal gross,
        BigDecimal openFee,
        BigDecimal closeFee,
        BigDecimal funding,
        Optional<BigDecimal> reportedNet) {

    public ClosingRecord {
        requireNonNull(slot);
        requireNonNull(life);
        requireNonNull(closedAt);
        openAverage = Exact.of(openAverage);
        closeAverage = Exact.of(closeAverage);
        openSize = Exact.of(openSize);
        closeSize = Exact.of(closeSize);
        gross = Exact.of(gross);
        openFee = Exact.of(openFee);
        closeFee = Exact.of(closeFee);
        funding = Exact.of(funding);
        reportedNet = Exact.of(reportedNet);
    }

    /** What makes the record unique, so that it is claimed once. */
    public RecordKey key() {
        return new RecordKey(slot, life.id(), closedAt);
    }

    /** Gross, both fees and funding; what the trader keeps. */
    public BigDecimal net() {
        return Exact.of(gross.add(openFee).add(closeFee).add(funding));
    }
}
