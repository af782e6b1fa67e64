package org.mirrorbook.exchange.bitget.wire;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.mirrorbook.domain.position.CloseReason;

/**
 * Why an order closed, in Bitget's words for kinds ({@code tradeSide}) and sources ({@code orderSource}) of orders and for where they
 * were entered ({@code enterPointSource}; protocol notes, Bitget 5.2 and 6.3, and the venue's list of order sources). The case of a word
 * does not count. What is not known gives no reason: a wrong one is worse than none.
 */
public final class CloseReasons {

    private static final String ADL = "adl";
    private static final String BURST = "burst_";
    private static final String DELIVERY = "delivery_";

    /** Forced reductions in part: documented as liquidating a part, and a part against the other side. */
    private static final Set<String> PARTLY_LIQUIDATED = Set.of("reduce_close_", "reduce_buy_", "reduce_sell_", "offset_");

    private static final Map<String, CloseReason> BY_SOURCE = Map.ofEntries(
            Map.entry("liquidation", CloseReason.LIQUIDATION),
            Map.entry("reduce_offset", CloseReason.LIQUIDATION),
            Map.entry("reverse", CloseReason.REVERSAL),
            Map.entry("trader_reverse", CloseReason.REVERSAL),
            Map.entry("delivery_close_long", CloseReason.DELIVERY),
            Map.entry("delivery_close_short", CloseReason.DELIVERY),
            Map.entry("profit_market", CloseReason.TAKE_PROFIT),
            Map.entry("profit_limit", CloseReason.TAKE_PROFIT),
            Map.entry("profit_chase", CloseReason.TAKE_PROFIT),
            Map.entry("pos_profit_market", CloseReason.TAKE_PROFIT),
            Map.entry("pos_profit_limit", CloseReason.TAKE_PROFIT),
            Map.entry("trader_profit", CloseReason.TAKE_PROFIT),
            Map.entry("loss_market", CloseReason.STOP),
            Map.entry("loss_limit", CloseReason.STOP),
            Map.entry("loss_chase", CloseReason.STOP),
            Map.entry("pos_loss_market", CloseReason.STOP),
            Map.entry("pos_loss_limit", CloseReason.STOP),
            Map.entry("trader_loss", CloseReason.STOP),
            // a take-profit or stop that follows the price: it closes on a move against the position
            Map.entry("move_market", CloseReason.STOP),
            Map.entry("move_limit", CloseReason.STOP));

    /** Orders of the trader or of a program of his; also a trigger order, which does not say whether it takes a profit or stops a loss. */
    private static final Set<String> PLACED = Set.of("normal", "market", "modify_order_limit", "plan_limit", "plan_market",
            "tracking_limit",
            "tracking_market", "trader_delegate", "follower_delegate", "strategy_positive", "strategy_reverse", "strategy_unlimited",
            "strategy_dca_positive", "strategy_dca_reverse", "strategy_oco_limit", "strategy_oco_trigger", "strategy_regular_buy",
            "strategy_grid_middle");

    /** The venue's own orders are entered by {@code SYS}. */
    private static final Set<String> ENTERED_BY_TRADER = Set.of("web", "api", "app", "android", "ios");
    private static final String ENTERED_BY_VENUE = "sys";

    private CloseReasons() {
    }

    /** The reason that the kind of a fill names: liquidation, ADL or delivery. */
    public static Optional<CloseReason> ofFill(String tradeSide) {
        var kind = lower(tradeSide);
        if (kind.contains(ADL)) {
            return Optional.of(CloseReason.ADL);
        }
        if (kind.startsWith(BURST)) {
            return Optional.of(CloseReason.LIQUIDATION);
        }
        return kind.startsWith(DELIVERY) ? Optional.of(CloseReason.DELIVERY) : Optional.empty();
    }

    /** The reason that the kind of an order forces, whatever else the order says; a liquidation in part too. */
    public static Optional<CloseReason> forced(String tradeSide) {
        return ofFill(tradeSide).or(() -> PARTLY_LIQUIDATED.stream().anyMatch(lower(tradeSide)::startsWith)
                ? Optional.of(CloseReason.LIQUIDATION) : Optional.empty());
    }

    /**
     * The reason of an order that closed.
     *
     * @param source empty where the order names none
     * @param entered empty where the order does not say
     */
    public static Optional<CloseReason> ofOrder(String tradeSide, String source, String entered) {
        var forced = forced(tradeSide).or(() -> Optional.ofNullable(BY_SOURCE.get(lower(source))));
        if (forced.isPresent()) {
            return forced;
        }
        boolean placed = PLACED.contains(lower(source)) && !lower(entered).equals(ENTERED_BY_VENUE);
        return placed || ENTERED_BY_TRADER.contains(lower(entered)) ? Optional.of(CloseReason.MANUAL) : Optional.empty();
    }

    /** Whether the source alone says that an order closes. */
    public static boolean closes(String source) {
        return BY_SOURCE.containsKey(lower(source));
    }

    /** Whether a source is one of the venue's list; another is to be told of. */
    public static boolean isKnown(String source) {
        return BY_SOURCE.containsKey(lower(source)) || PLACED.contains(lower(source)) || lower(source).equals("market_risk");
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
