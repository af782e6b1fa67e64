package org.mirrorbook.product.tests;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Somebody who trades at a practice exchange without a pause, by a seed: opens, adds, reduces, closes, turns round, is liquidated, pays
 * funding, and now and then breaks the connections. What cannot be done at the moment is passed over. Closed, he has closed everything.
 */
final class SeededHands implements AutoCloseable {

    private static final long PACE_MS = 350;
    private static final List<Market> MARKETS = List.of(new Market("BTCUSDT", "0.0100", "0.0033"), new Market("ETHUSDT", "0.31", "0.07"),
            new Market("SOLUSDT", "4.1", "1.3"), new Market("XRPUSDT", "157", "31"), new Market("BTCUSD", "0.012", "0.005"),
            new Market("BTCPERP", "0.0142", "0.0031"));

    private record Market(String symbol, String size, String part) {
    }

    private final PracticeProcess practice;
    private final Random dice;
    private final Set<Market> held = new HashSet<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final Future<?> trading;
    private int done;

    SeededHands(PracticeProcess practice, long seed) {
        this.practice = practice;
        this.dice = new Random(seed);
        this.trading = thread.scheduleWithFixedDelay(this::act, 0, PACE_MS, TimeUnit.MILLISECONDS);
    }

    /** Ends all that is open, and the trading; fails where the trading had failed. */
    @Override
    public void close() throws Exception {
        trading.cancel(false);
        thread.submit(() -> {
            for (var market : MARKETS) {
                happens("close", market, "");
            }
            return null;
        }).get(1, TimeUnit.MINUTES);
        thread.shutdown();
        if (trading.state() == Future.State.FAILED) {
            throw new AssertionError("the hands failed", trading.exceptionNow());
        }
        System.out.println("the hands did " + done + " things");
    }

    private void act() {
        try {
            if (dice.nextInt(40) == 0) {
                practice.happens("{\"do\":\"cut\"}");
            } else if (dice.nextInt(60) == 0) {
                // once: a mirror that could not enter asks as seldom as this comes, and would never meet anything else
                practice.happens("{\"do\":\"oddity\",\"name\":\"transient-45001\",\"value\":1}");
            }
            var market = MARKETS.get(dice.nextInt(MARKETS.size()));
            if (!held.contains(market)) {
                open(market);
            } else {
                change(market);
            }
        } catch (IOException e) {
            throw new AssertionError("the practice exchange was not reached", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while trading", e);
        }
    }

    private void open(Market market) throws IOException, InterruptedException {
        var side = dice.nextBoolean() ? "long" : "short";
        var mode = dice.nextInt(4) == 0 ? "isolated" : "crossed";
        if (happens("open", market, ",\"side\":\"" + side + "\",\"size\":\"" + market.size() + "\",\"marginMode\":\"" + mode + "\"")) {
            held.add(market);
        }
    }

    /** Whatever could not be done had another reason than a mirror; the market is emptied then, and begun anew. */
    private void change(Market market) throws IOException, InterruptedException {
        var part = ",\"size\":\"" + market.part() + "\"";
        boolean went = switch (dice.nextInt(12)) {
            case 0, 1 -> happens("reduce", market, part);
            case 2 -> happens("fund", market, ",\"amount\":\"-0.0" + (1 + dice.nextInt(9)) + "\"");
            case 3 -> happens("flip", market, "");
            case 4 -> happens("reverse", market, "");
            case 5, 6 -> happens("reopen", market, "");
            case 7 -> gone("liquidate", market);
            case 8 -> happens("adl", market, part);
            default -> gone("close", market);
        };
        if (!went) {
            gone("close", market);
        }
    }

    private boolean gone(String verb, Market market) throws IOException, InterruptedException {
        held.remove(market);
        return happens(verb, market, "");
    }

    private boolean happens(String verb, Market market, String more) throws IOException, InterruptedException {
        boolean went = practice.happens("{\"do\":\"" + verb + "\",\"symbol\":\"" + market.symbol() + "\"" + more + "}");
        done += went ? 1 : 0;
        return went;
    }
}
