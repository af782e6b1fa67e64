package org.mirrorbook.exchange.bitget.wire;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.mirrorbook.domain.money.Exact;
import org.mirrorbook.domain.position.Scope;

/**
 * An instrument's terms (protocol notes, Bitget 6.3).
 *
 * @param priceStep between two prices, in the quote coin
 * @param sizeStep between two sizes, in the base coin
 * @param leastSize of an order, in the base coin
 * @param funding how often funding is settled
 * @param status as the venue spells it
 */
public record Contract(
        Scope scope,
        String instrument,
        String baseCoin,
        String quoteCoin,
        BigDecimal priceStep,
        BigDecimal sizeStep,
        BigDecimal leastSize,
        Optional<Duration> funding,
        String status) {

    private static final int MOST_PLACES = 30;

    public Contract {
        requireNonNull(scope);
        requireNonNull(instrument);
        requireNonNull(baseCoin);
        requireNonNull(quoteCoin);
        priceStep = Exact.of(priceStep);
        sizeStep = Exact.of(sizeStep);
        leastSize = Exact.of(leastSize);
        requireNonNull(funding);
        requireNonNull(status);
    }

    /** The rows of {@code contracts}. */
    public static List<Contract> read(Scope scope, List<WireRow> rows) {
        return rows.stream().map(row -> new Contract(scope, Words.symbol(row, "symbol", "symbol"), Words.coin(row, "baseCoin"),
                Words.coin(row, "quoteCoin"), priceStep(row), row.needDecimal("sizeMultiplier"), row.needDecimal("minTradeNum"),
                row.decimal("fundInterval").filter(hours -> hours.signum() > 0).map(Contract::hours),
                row.name("symbolStatus").orElse(""))).toList();
    }

    /** So many of the last place: 5 with one place is a step of 0.5. */
    private static BigDecimal priceStep(WireRow row) {
        var step = row.needDecimal("priceEndStep");
        try {
            int places = row.needDecimal("pricePlace").intValueExact();
            if (places >= 0 && places <= MOST_PLACES) {
                return step.movePointLeft(places);
            }
        } catch (ArithmeticException fraction) {
            // told below
        }
        throw new UnreadableFrame("pricePlace is no number of places");
    }

    private static Duration hours(BigDecimal hours) {
        try {
            return Duration.ofHours(hours.longValueExact());
        } catch (ArithmeticException fraction) {
            throw new UnreadableFrame("fundInterval is no number of hours");
        }
    }
}
