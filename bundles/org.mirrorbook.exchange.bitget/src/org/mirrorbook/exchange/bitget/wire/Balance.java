package org.mirrorbook.exchange.bitget.wire;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.mirrorbook.domain.money.Exact;
import org.mirrorbook.domain.money.Money;
import org.mirrorbook.domain.position.Scope;

/**
 * What an account holds of one margin coin for one product type (protocol notes, Bitget 5.5). In whole coins.
 *
 * @param frozen held by open orders
 * @param equity with unrealised profit; absent where the venue does not tell
 * @param unrealised profit at the mark price of the moment
 */
public record Balance(
        Scope scope,
        String coin,
        BigDecimal available,
        BigDecimal frozen,
        Optional<BigDecimal> equity,
        Optional<BigDecimal> unrealised) {

    public Balance {
        requireNonNull(scope);
        requireNonNull(coin);
        available = Exact.of(available);
        frozen = Exact.of(frozen);
        equity = Exact.of(equity);
        unrealised = Exact.of(unrealised);
    }

    /** What the account is worth in the coin; absent where the venue does not tell. */
    public Optional<Money> worth() {
        return equity.map(amount -> new Money(amount, coin));
    }

    /** The rows of the channel {@code account} or of {@code accounts}, which name frozen and equity differently. */
    public static List<Balance> read(Scope scope, List<WireRow> rows) {
        return rows.stream().map(row -> read(scope, row)).toList();
    }

    public static Balance read(Scope scope, WireRow row) {
        return new Balance(scope, Words.coin(row, "marginCoin"), row.needDecimal("available"),
                row.decimal("frozen").or(() -> row.decimal("locked")).orElse(BigDecimal.ZERO),
                row.decimal("equity").or(() -> row.decimal("accountEquity")), row.decimal("unrealizedPL"));
    }
}
