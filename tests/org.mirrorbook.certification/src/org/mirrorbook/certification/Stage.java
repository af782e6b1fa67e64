package org.mirrorbook.certification;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.mirrorbook.domain.position.CloseReason;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.exchange.ApiCredential;

/**
 * A venue that can be played: one account with real sockets, on which a story trades, lets things go wrong, and looks into the venue's own
 * books. This is all that a new venue has to offer to be certified.
 *
 * <p>Every step is done in the venue's books when the call returns; what the venue pushes because of it comes after. Called by one thread.
 */
public interface Stage extends AutoCloseable {

    /** Name of the venue in lower case, as its connector is registered. */
    String venue();

    /** The kind of account that is staged, in the words of the connector's capabilities; empty where the venue has only one. */
    String kind();

    Environment environment();

    /** Where a connector has to go. */
    URI endpoint();

    /** A key of this account that may only read. No two stages have the same. */
    ApiCredential credential();

    /** A symbol that is traded here. */
    String symbol();

    /** Another one of the same scope. */
    String neighbour();

    /** A size of {@link #symbol()} that can be opened, and divided by four. */
    BigDecimal size();

    /** A position of this size is opened, or the open one grows by it. */
    void open(String symbol, Side side, BigDecimal size);

    /** An open position shrinks and stays open. */
    void reduce(String symbol, Side side, BigDecimal size);

    /** An open position is closed. */
    void close(String symbol, Side side);

    /** One order closes the open position and opens the other side with this size. Only in {@link PositionMode#ONE_WAY}. */
    void flip(String symbol, Side open, BigDecimal size);

    /** The open position is closed and opened again with this size; no push shows the time between. */
    void reopen(String symbol, Side side, BigDecimal size);

    /** A stop-loss order begins to wait that would close this position as a whole. The price is far from being reached. */
    void setStop(String symbol, Side side, BigDecimal price);

    /** The one stop-loss order of this position waits for another price, which is not reached either. */
    void moveStop(String symbol, Side side, BigDecimal price);

    /** The stop-loss order of this symbol is cancelled. */
    void takeBackStop(String symbol);

    /** The venue takes the position over because its margin is used up. */
    void liquidate(String symbol, Side side);

    /** Funding is settled. */
    void fund(String symbol);

    /** The leverage of the symbol, and of what is open in it, is changed. */
    void leverage(String symbol, int leverage);

    /** From now on this goes wrong. */
    void begin(Fault fault);

    /** From now on this goes right again; what was kept back is sent. */
    void end(Fault fault);

    /** How far the venue's clock is ahead while {@link Fault#CLOCK_SKEW} is on. */
    Duration skew();

    /** The next connection that comes to this phase is cut, once; {@link CutPhase#LIVE} cuts at once. */
    void cut(CutPhase phase);

    /** What the venue itself says of funding in a row before the first settlement: nothing, or zero. */
    Optional<BigDecimal> fundingBeforeTheFirst();

    /** The ended lives, by the venue's own books and not by the connector. */
    List<BookedLife> endedLives();

    /** The open positions, by the venue's own books and not by the connector. */
    List<BookedPosition> openPositions();

    /** Why a liquidated position is closed, as far as this venue says it. */
    default Optional<CloseReason> reasonOfLiquidation() {
        return Optional.of(CloseReason.LIQUIDATION);
    }

    /** Ends the venue. */
    @Override
    void close();
}
