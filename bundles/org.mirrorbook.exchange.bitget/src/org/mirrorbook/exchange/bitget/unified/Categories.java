package org.mirrorbook.exchange.bitget.unified;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.exchange.bitget.wire.Products;
import org.mirrorbook.exchange.bitget.wire.UnreadableFrame;
import org.mirrorbook.exchange.bitget.wire.WireRow;

/**
 * Finds the product of a row, so that a unified account has the same scopes as a classic one. Rows name it as their category, only those of
 * the position topic do not: there the symbol tells, since symbols are distinct across products (protocol notes, Bitget 7).
 */
record Categories(Products products) {

    /** What a unified account trades beside futures. */
    private static final Set<String> NOT_OURS = Set.of("spot", "margin");

    /**
     * The scope of a row; absent when it is of no futures.
     *
     * @throws UnreadableFrame when it cannot be assigned
     */
    Optional<Scope> scope(WireRow row) {
        var category = row.text("category");
        if (category.isEmpty()) {
            return Optional.of(bySymbol(row));
        }
        if (NOT_OURS.contains(category.get().toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        return Optional.of(products.scope(category.get()).orElseThrow(() -> new UnreadableFrame("category has the unknown value \""
                + category.get().substring(0, Math.min(category.get().length(), 24)) + "\"")));
    }

    private Scope bySymbol(WireRow row) {
        var symbol = UnifiedWords.symbol(row);
        var coin = row.needName("marginCoin").toUpperCase(Locale.ROOT);
        String product;
        boolean fits;
        if (symbol.endsWith("USDT")) {
            product = "USDT-FUTURES";
            fits = coin.equals("USDT");
        } else if (symbol.endsWith("PERP") || symbol.endsWith("USDC")) {
            product = "USDC-FUTURES";
            fits = coin.equals("USDC");
        } else {
            product = "COIN-FUTURES";
            fits = !coin.equals("USDT") && !coin.equals("USDC") && symbol.contains("USD");
        }
        if (!fits) {
            throw new UnreadableFrame("symbol and marginCoin name no product together");
        }
        return products.scope(product).orElseThrow();
    }
}
