package org.mirrorbook.exchange.practice.scenario;

import java.util.function.Consumer;

import org.mirrorbook.exchange.practice.books.Floor;
import org.mirrorbook.exchange.practice.books.Happening;
import org.mirrorbook.exchange.practice.books.OrderRefused;
import org.mirrorbook.exchange.practice.keys.Keyring;
import org.mirrorbook.exchange.practice.oddities.Oddities;

/**
 * Makes steps happen. Everything a step does to the books is told before the next thing is done, so that pushes show each state. Has no
 * clock; used on the exchange's lane only.
 */
public final class Director {

    /** What a step can do besides the books. */
    public interface Stage {

        /** Ends all connections at once, without a goodbye. */
        void drop();

        /** Ends all connections with a goodbye, as the venue does after a day. */
        void end();
    }

    private final Floor floor;
    private final TradeVerbs trades;
    private final OrderVerbs orders;
    private final MarketVerbs markets;
    private final WorldVerbs world;

    /**
     * @param happened is told what a step did to the books
     */
    public Director(Floor floor, Oddities oddities, Keyring keyring, Consumer<Happening> happened, Stage stage) {
        this.floor = floor;
        this.trades = new TradeVerbs(floor, happened);
        this.orders = new OrderVerbs(floor, happened);
        this.markets = new MarketVerbs(floor, happened);
        this.world = new WorldVerbs(floor, oddities, keyring, happened, stage);
    }

    /**
     * Does what the step says.
     *
     * @throws ScenarioProblem when it cannot be done as things stand, with a sentence
     */
    public void perform(Step step, long now) throws ScenarioProblem {
        if (step.account() >= floor.accounts().size()) {
            throw new ScenarioProblem("There is no account " + step.account() + "; the last one is " + (floor.accounts().size() - 1) + ".");
        }
        try {
            act(step, now);
        } catch (OrderRefused refused) {
            throw new ScenarioProblem(step + " was refused with " + refused.code() + ": " + refused.getMessage() + ".", refused);
        }
    }

    private void act(Step step, long now) throws OrderRefused, ScenarioProblem {
        switch (step.verb()) {
            case OPEN -> trades.open(step, now);
            case REDUCE -> trades.reduce(step, now);
            case CLOSE -> trades.close(step, now);
            case FLIP -> trades.flip(step, now);
            case REOPEN -> trades.reopen(step, now);
            case REVERSE -> trades.reverse(step, now);
            case LIMIT -> orders.limit(step, now);
            case CANCEL -> orders.cancel(step, now);
            case TAKE_PROFIT -> orders.plan(step, true, now);
            case STOP_LOSS -> orders.plan(step, false, now);
            case MOVE_TAKE_PROFIT -> orders.move(step, true, now);
            case MOVE_STOP -> orders.move(step, false, now);
            case LIQUIDATE -> markets.liquidate(step, now);
            case ADL -> markets.deleverage(step, now);
            case LEVERAGE -> markets.leverage(step, now);
            case MARGIN -> markets.margin(step, now);
            case PRICE -> markets.price(step, now);
            case FUND -> markets.fund(step, now);
            case CUT -> world.cut(step);
            case CONVERT -> world.convert(step, now);
            case KEY -> world.key(step);
            case MODE -> world.mode(step);
            case ODDITY -> world.oddity(step);
        }
    }
}
