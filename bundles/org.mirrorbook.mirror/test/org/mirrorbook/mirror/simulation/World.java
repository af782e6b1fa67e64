package org.mirrorbook.mirror.simulation;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.lifecycle.Observation.BreakEvenRuleSet;
import org.mirrorbook.domain.lifecycle.Observation.PlanSet;
import org.mirrorbook.domain.lifecycle.Observation.RiskUnitSet;
import org.mirrorbook.domain.money.Money;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.CloseReason;
import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.Fill;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.ProtectiveOrder;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.domain.position.Slot;
import org.mirrorbook.domain.risk.BreakEvenRule;
import org.mirrorbook.domain.risk.ProtectionKind;
import org.mirrorbook.domain.risk.RiskUnit;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.mirror.LivePosition;
import org.mirrorbook.mirror.MirrorTopics;
import org.mirrorbook.mirror.lane.LaneControl;
import org.mirrorbook.mirror.lane.LiveDesk;
import org.mirrorbook.mirror.lane.SimulatedProcess;
import org.mirrorbook.mirror.simulation.Scenario.Setting;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

/**
 * Exchange, network, clock and process of one scenario, in one thread and without chance: the same steps always do the same.
 *
 * <p>Longer than most classes: it is the one place where all that lives and dies here meets, and each step is read beside the others.
 */
final class World implements Exchange.Listener {

    static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    /** A plan that the journal said it has. */
    record Planned(TradeId trade, ProtectionKind kind, BigDecimal price) {
    }

    final Setting setting;
    final SimulatedTime time;
    final Clock clock;
    final Exchange exchange;
    final SimulatedJournal journal;
    final List<Planned> planned = new ArrayList<>();
    final Map<String, Integer> confirmations = new HashMap<>();
    /** Closing records of lives whose end no socket could tell. */
    final Set<ClosingRecord> unwatched = new HashSet<>();
    /** By how much the venue's list of fills is behind, in milliseconds. */
    long fillsLate;
    int deaths;
    private final Consumer<String> diary;
    private final Map<ClosingRecord, Long> listedAt = new HashMap<>();
    private SplittableRandom random = new SplittableRandom(1);
    private long stepDice;
    private Optional<SimulatedProcess> process = Optional.empty();
    private Optional<SimulatedLink> link = Optional.empty();
    private boolean calm;
    private boolean finishing;
    private boolean working;
    private long busyUntil;
    private int toLose;
    private int toFail;
    private int failingLate;
    private long lateBy;
    private long unnoticedUntil;
    private long deafUntil;
    private int operationsToLive = -1;
    private long away;
    private int life;

    World(Scenario scenario, Consumer<String> diary) {
        this.setting = scenario.setting();
        this.diary = diary;
        this.time = new SimulatedTime(START, setting.offset());
        this.clock = time.machine();
        this.exchange = new Exchange(setting, time, this);
        this.journal = new SimulatedJournal(this::operation);
    }

    /** Lives through all of it, and through the calm after it. */
    void run(List<Step> steps) {
        begin();
        time.pass(3_000);
        for (var step : steps) {
            time.pass(step.pause());
            stepDice = step.dice();
            random = new SplittableRandom(stepDice);
            note(step::toString);
            happen(step);
            turn();
        }
        calmDown();
    }

    private void calmDown() {
        note(() -> "the world calms down");
        calm = true;
        journal.calm();
        toLose = 0;
        toFail = 0;
        failingLate = 0;
        operationsToLive = -1;
        random = new SplittableRandom(4711);
        stepDice = 4711;
        time.pass(700_000);
        turn();
        // where records are not pushed, a life that lies between two pushes is found by the history that the next connect reads
        if (setting.odd() || setting.late() || !setting.tellsRecords()) {
            link.ifPresent(SimulatedLink::reconnect);
            turn();
        }
        time.pass(700_000);
        finishing = true;
        process.ifPresent(SimulatedProcess::stop);
        turn();
        time.pass(10_000);
        SimulatedJournal.check(process.isEmpty(), "the lane did not end");
    }

    // ------------------------------------------------------------------ steps

    private void happen(Step step) {
        switch (step) {
            case Step.Order order -> order(order);
            case Step.Funding funding -> whereOpen(funding.market(), slot -> exchange.fund(slot, BigDecimal.valueOf(funding.amount(), 2)));
            case Step.Protect protect -> whereOpen(protect.market(),
                    slot -> exchange.protect(slot, protect.kind(), protect.price().map(price -> BigDecimal.valueOf(price, 3))));
            case Step.Price price -> {
                var instrument = exchange.slot(price.market()).instrument();
                exchange.marks.put(instrument, BigDecimal.valueOf(price.price(), 3));
                link.ifPresent(one -> one.mark(instrument, BigDecimal.valueOf(price.price(), 3)));
            }
            case Step.Plan plan -> plan(plan);
            case Step.Cut cut -> {
                unnoticedUntil = Math.max(unnoticedUntil, time.millis() + cut.noticed() + 1);
                deafUntil = unnoticedUntil + 15_000;
                link.ifPresent(one -> one.cut(cut.noticed()));
            }
            case Step.HandOver over -> link.ifPresent(SimulatedLink::handOver);
            case Step.Lose lose -> toLose = lose.pushes();
            case Step.WrongList wrong -> link.ifPresent(one -> one.wrongList(Exchange.SCOPES.get(wrong.scope())));
            case Step.Die die -> {
                away = die.away();
                operationsToLive = die.operation();
                if (die.operation() == 0) {
                    die();
                }
            }
            case Step.Stop stop -> {
                away = stop.away();
                process.ifPresent(SimulatedProcess::stop);
            }
            case Step.Trouble trouble -> journal.fail(trouble.part(), trouble.retry(), trouble.times());
            case Step.Busy busy -> {
                busyUntil = time.millis() + busy.millis();
                time.at(busyUntil, this::turn);
            }
            case Step.Venue venue -> {
                toFail = venue.failures();
                failingLate = 4;
                lateBy = venue.late();
            }
            case Step.Sync sync -> process.ifPresent(SimulatedProcess::syncNow);
            case Step.ClockBack back -> {
                if (journal.revision() > 0) {
                    time.putBack(back.seconds() * 1000L);
                }
            }
        }
    }

    private void whereOpen(int market, Consumer<Slot> work) {
        var slot = exchange.slot(market);
        if (exchange.open.containsKey(slot)) {
            work.accept(slot);
        }
    }

    private void order(Step.Order order) {
        var slot = exchange.slot(order.market());
        var price = BigDecimal.valueOf(order.price(), 3);
        var quantity = BigDecimal.valueOf(order.quantity());
        var position = Optional.ofNullable(exchange.open.get(slot));
        if (position.isEmpty()) {
            exchange.order(slot, true, quantity, price, order.pieces(), Optional.empty());
            return;
        }
        var size = position.get().size;
        switch (order.act()) {
            case GROW -> exchange.order(slot, true, quantity, price, order.pieces(), Optional.empty());
            case REDUCE -> exchange.order(slot, false, quantity.min(size), price, order.pieces(), Optional.empty());
            case CLOSE -> exchange.order(slot, false, size, price, order.pieces(), Optional.empty());
            case REOPEN -> {
                exchange.order(slot, false, size, price, order.pieces(), Optional.empty());
                time.pass(1);
                exchange.order(slot, true, quantity, price, order.pieces(), Optional.empty());
            }
            case FLIP -> exchange.order(slot, false, setting.oneWay() ? size.add(quantity) : size, price, order.pieces(),
                    Optional.of(CloseReason.REVERSAL));
            case TRIGGER -> {
                for (var kind : ProtectionKind.values()) {
                    var waits = exchange.waits(position.get(), kind);
                    if (waits.isPresent() && exchange.open.containsKey(slot)) {
                        exchange.order(slot, false, size, waits.get(), order.pieces(),
                                Optional.of(kind == ProtectionKind.STOP_LOSS ? CloseReason.STOP : CloseReason.TAKE_PROFIT));
                    }
                }
            }
            case LIQUIDATE -> exchange.order(slot, false, size, price, 1, Optional.of(CloseReason.LIQUIDATION));
        }
    }

    private void plan(Step.Plan plan) {
        if (process.isEmpty() || !process.get().hasBook()) {
            return;
        }
        var life = process.get().book().open().get(exchange.slot(plan.market()));
        if (life == null) {
            return;
        }
        var price = BigDecimal.valueOf(plan.price(), 3);
        process.get().tell(() -> new PlanSet(life.trade(), plan.kind(), Optional.of(price), clock.instant()))
                .thenRun(() -> planned.add(new Planned(life.trade().id(), plan.kind(), price)));
    }

    // ------------------------------------------------------------------ the process

    private void begin() {
        int number = ++life;
        var around = new SimulatedProcess.Surroundings(journal, journal, journal, (account, now) -> List.of(
                new BreakEvenRuleSet(BreakEvenRule.none(), now),
                new RiskUnitSet(account, Optional.of(new RiskUnit.Fixed(new Money(BigDecimal.valueOf(7), "USDT"))), now)),
                sink -> {
                    link = Optional.of(new SimulatedLink(this, sink));
                    return link.get();
                }, new Desk(), new Bus(), (delay, task) -> time.in(delay.toMillis(), () -> {
                    if (number == life) {
                        task.run();
                        turn();
                    }
                }), clock, delay -> time.rest(delay.toMillis()));
        note(() -> "process " + number + " begins");
        process = Optional.of(new SimulatedProcess(Exchange.ACCOUNT, around, setting.bound()));
        process.get().start();
        turn();
    }

    /** The lane does what is queued. */
    void turn() {
        if (working || process.isEmpty() || time.millis() < busyUntil) {
            return;
        }
        working = true;
        try {
            process.get().turn();
            if (process.get().hasEnded()) {
                gone();
            }
        } catch (ProcessDied died) {
            die();
        } finally {
            working = false;
        }
    }

    /** What a message brings may be done by who brings it, and the process may die of that: then nobody refused it. */
    boolean outlived(BooleanSupplier taking) {
        try {
            return taking.getAsBoolean();
        } catch (ProcessDied died) {
            die();
            return true;
        }
    }

    private void operation() {
        if (operationsToLive > 0 && --operationsToLive == 0) {
            throw new ProcessDied();
        }
    }

    private void die() {
        if (process.isPresent()) {
            note(() -> "process " + life + " died at revision " + journal.revision());
            deaths++;
            journal.died(random.nextInt(3));
            gone();
        }
    }

    private void gone() {
        operationsToLive = -1;
        life++;
        link.ifPresent(SimulatedLink::die);
        link = Optional.empty();
        process = Optional.empty();
        if (!finishing) {
            time.in(away, this::begin);
        }
    }

    // ------------------------------------------------------------------ the exchange tells

    @Override
    public void changed(Slot slot, Optional<PositionRow> row) {
        link.ifPresent(one -> one.changed(slot, row));
    }

    @Override
    public void filled(Fill fill) {
        link.ifPresent(one -> one.filled(fill));
    }

    @Override
    public void ended(ClosingRecord record) {
        // a close stands in the list after a moment, in some worlds minutes later; those of a slot in their order
        long own = time.millis() + (setting.late() && dice(3) == 0 ? dice(400_000) : dice(1500));
        long before = listedAt.entrySet().stream().filter(one -> one.getKey().slot().isBeside(record.slot())).mapToLong(Map.Entry::getValue)
                .max().orElse(0);
        listedAt.put(record, Math.max(own, before));
        // as long as nobody noticed that the socket is dead, answers to questions tell too
        boolean deaf = link.isPresent() && time.millis() < unnoticedUntil;
        if (!deaf && link.filter(one -> one.isSubscribed(record.slot().scope())).isEmpty()) {
            unwatched.add(record);
        }
        link.ifPresent(one -> one.ended(record));
    }

    @Override
    public void protectedBy(ProtectiveOrder order) {
        link.ifPresent(one -> one.protectedBy(order));
    }

    /** What history has by now, oldest close first. */
    List<ClosingRecord> listed(Scope scope) {
        return exchange.ended.stream().map(Exchange.Ended::record).filter(record -> record.slot().scope().equals(scope))
                .filter(record -> listedAt.get(record) <= time.millis()).sorted(Comparator.comparing(ClosingRecord::closedAt)).toList();
    }

    // ------------------------------------------------------------------ chance

    int dice(int bound) {
        return bound <= 1 ? 0 : random.nextInt(bound);
    }

    /** Dice of their own for what may come in any order. */
    SplittableRandom diceOf(long what) {
        return new SplittableRandom(stepDice * 31 + what * 0x9E3779B97F4A7C15L + time.millis());
    }

    boolean isLost() {
        return toLose > 0 && toLose-- > 0 || oddly(12);
    }

    /** With one chance in so many, where the world is odd. */
    boolean oddly(int oneIn) {
        return setting.odd() && !calm && random.nextInt(oneIn) == 0;
    }

    boolean failing(SplittableRandom dice) {
        return !calm && (toFail > 0 && toFail-- > 0 || dice.nextInt(25) == 0);
    }

    long lateAnswer(SplittableRandom dice) {
        return !calm && failingLate > 0 && failingLate-- > 0 ? lateBy : dice.nextInt(20) == 0 && !calm ? dice.nextInt(4000) : 0;
    }

    void note(Supplier<String> words) {
        if (diary != null) {
            diary.accept(Duration.between(START, time.now()).toMillis() + " ms  " + words.get());
        }
    }

    // ------------------------------------------------------------------ who looks on

    /** Nothing is shown that is not committed. */
    private final class Desk implements LiveDesk {

        @Override
        public void opened(AccountId account, LaneControl lane) {
            // the lane is driven here
        }

        @Override
        public void link(AccountId account, LinkStatus status) {
            note(() -> "shown as " + status.state() + " " + status.reason());
        }

        @Override
        public void show(AccountId account, Supplier<List<LivePosition>> positions) {
            for (var shown : positions.get()) {
                SimulatedJournal.check(journal.trades.containsKey(shown.trade().id()), "shown and not committed: " + shown);
            }
        }

        @Override
        public void closed(AccountId account, LaneControl lane) {
            // the lane is driven here
        }
    }

    private final class Bus implements EventAdmin {

        @Override
        public void postEvent(Event event) {
            if (event.getTopic().equals(MirrorTopics.CONFIRMED)) {
                confirmations.merge((String) event.getProperty(MirrorTopics.TRADE), 1, Integer::sum);
            }
            var reason = String.valueOf(event.getProperty(MirrorTopics.REASON));
            SimulatedJournal.check(!reason.contains("does not understand") && !reason.contains("should not"), reason);
            SimulatedJournal.check(setting.odd() || time.millis() < deafUntil
                    || !MirrorTopics.OUT_OF_STEP.equals(event.getProperty(MirrorTopics.CODE)), "nothing was lost, and yet: " + reason);
            note(() -> "told " + event.getTopic() + " " + event.getProperty(MirrorTopics.TRADE) + " " + reason);
        }

        @Override
        public void sendEvent(Event event) {
            throw new AssertionError("would block the lane on its receivers");
        }
    }
}
