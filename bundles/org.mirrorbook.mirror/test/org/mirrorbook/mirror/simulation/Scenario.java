package org.mirrorbook.mirror.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

import org.mirrorbook.domain.risk.ProtectionKind;
import org.mirrorbook.mirror.simulation.Step.Act;
import org.mirrorbook.mirror.simulation.Step.Part;

/** A world and what happens in it, drawn from a seed. */
record Scenario(long seed, Setting setting, List<Step> steps) {

    /** What position ids stand for. */
    enum Ids {
        /** Each life has its own. */
        OF_LIFE,
        /** There are none, and the creation time is the account's. */
        NONE,
        /** Rows have none; records have one for each life. */
        OF_RECORDS,
        /** One for each slot with the start of its first life, though they claim to be of a life. */
        REUSED
    }

    /**
     * What stays as it is in a world.
     *
     * @param words whether the stream names what changed, after a first list
     * @param odd whether messages are lost, doubled and reordered on a living socket
     * @param late whether history lists closes minutes late
     * @param tellsRecords whether closing records are pushed
     * @param offset this machine's clock minus the venue's, in milliseconds
     * @param bound so many batches may wait for the lane
     */
    record Setting(Ids ids, boolean words, boolean oneWay, boolean isolated, boolean odd, boolean late, boolean tellsRecords, long offset,
            int bound) {
    }

    private static final int STEPS = 60;

    Scenario {
        steps = List.copyOf(steps);
    }

    Scenario with(List<Step> others) {
        return new Scenario(seed, setting, others);
    }

    static Scenario of(long seed) {
        var random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + 17);
        boolean words = random.nextInt(3) == 0;
        var ids = words ? pick(random, Ids.OF_LIFE, Ids.OF_RECORDS, Ids.OF_RECORDS)
                : pick(random, Ids.OF_LIFE, Ids.OF_LIFE, Ids.OF_LIFE, Ids.NONE, Ids.REUSED);
        long offset = random.nextInt(4) == 0 ? 1000L * (random.nextInt(1800) - 900) : 0;
        boolean calm = random.nextInt(8) == 0;
        var setting = new Setting(ids, words, random.nextBoolean(), random.nextBoolean(), !calm && random.nextInt(5) < 2,
                random.nextInt(4) == 0, random.nextInt(3) > 0, offset, random.nextInt(3) == 0 ? 2 : 4096);
        var steps = new ArrayList<Step>();
        for (int i = 0; i < STEPS; i++) {
            steps.add(calm || random.nextInt(100) < 70 ? trade(random) : trouble(random, setting));
        }
        return new Scenario(seed, setting, steps);
    }

    private static Step trade(SplittableRandom random) {
        long pause = switch (random.nextInt(6)) {
            case 0, 1 -> 1 + random.nextInt(200);
            case 2 -> 20_000 + random.nextInt(100_000);
            default -> 300 + random.nextInt(8_000);
        };
        long dice = random.nextLong();
        int market = random.nextInt(Exchange.MARKETS);
        int price = 90_000 + random.nextInt(20_000);
        int kind = random.nextInt(100);
        if (kind < 60) {
            var act = pick(random, Act.GROW, Act.GROW, Act.GROW, Act.REDUCE, Act.REDUCE, Act.CLOSE, Act.CLOSE, Act.REOPEN, Act.FLIP,
                    Act.TRIGGER, Act.LIQUIDATE);
            return new Step.Order(pause, dice, market, act, 1 + random.nextInt(5), price, 1 + random.nextInt(3));
        }
        if (kind < 68) {
            return new Step.Funding(pause, dice, market, random.nextInt(41) - 20);
        }
        var protection = random.nextInt(3) > 0 ? ProtectionKind.STOP_LOSS : ProtectionKind.TAKE_PROFIT;
        if (kind < 82) {
            return new Step.Protect(pause, dice, market, protection, random.nextInt(4) == 0 ? Optional.empty() : Optional.of(price));
        }
        return kind < 93 ? new Step.Price(pause, dice, market, price) : new Step.Plan(pause, dice, market, protection, price);
    }

    private static Step trouble(SplittableRandom random, Setting setting) {
        long pause = 1 + random.nextInt(random.nextBoolean() ? 300 : 6_000);
        long dice = random.nextLong();
        int times = random.nextInt(3) > 0 ? 1 + random.nextInt(2) : 3 + random.nextInt(6);
        // long enough for lives that nobody saw, and only now and then for nothing else
        long away = switch (random.nextInt(12)) {
            case 0 -> 700_000;
            case 1, 2, 3 -> random.nextInt(60_000);
            default -> random.nextInt(3_000);
        };
        int kind = random.nextInt(setting.odd() ? 110 : 96);
        if (kind < 24) {
            return new Step.Cut(pause, dice, random.nextInt(3) == 0 ? random.nextInt(20_000) : random.nextInt(100));
        }
        if (kind < 46) {
            return new Step.Die(pause, dice, random.nextInt(12), away);
        }
        if (kind < 50) {
            return new Step.Stop(pause, dice, away);
        }
        if (kind < 68) {
            return new Step.Trouble(pause, dice, pick(random, Part.values()), random.nextInt(4) > 0, times);
        }
        if (kind < 76) {
            return new Step.Busy(pause, dice, 200 + random.nextInt(20_000));
        }
        if (kind < 86) {
            return new Step.Venue(pause, dice, random.nextInt(5), random.nextInt(9_000));
        }
        if (kind < 88) {
            return new Step.Sync(pause, dice);
        }
        if (kind < 91) {
            return new Step.ClockBack(pause, dice, 3 + random.nextInt(300));
        }
        if (kind < 96) {
            return new Step.HandOver(pause, dice);
        }
        return kind < 105 || setting.words() || setting.ids() != Ids.OF_LIFE ? new Step.Lose(pause, dice, 1 + random.nextInt(3))
                : new Step.WrongList(pause, dice, random.nextInt(2));
    }

    @SafeVarargs
    private static <T> T pick(SplittableRandom random, T... some) {
        return some[random.nextInt(some.length)];
    }
}
