package org.mirrorbook.domain.lifecycle;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

import org.mirrorbook.domain.journal.Execution;
import org.mirrorbook.domain.journal.ExecutionKind;
import org.mirrorbook.domain.money.Exact;
import org.mirrorbook.domain.money.Money;

/** The executions of one trade as a sequence: what they do to its size, their order and their kinds. */
record Steps(List<Execution> list) {

    Steps {
        list = List.copyOf(list);
    }

    /** An execution concluded from two observations. The kind is settled when it joins a sequence. */
    static Execution inferred(BigDecimal change, Optional<BigDecimal> price, Optional<BigDecimal> pnl, Instant at) {
        var kind = change.signum() > 0 ? ExecutionKind.ADD : ExecutionKind.REDUCE;
        return new Execution(kind, change.abs(), price, pnl, List.of(), at, true, Optional.empty());
    }

    /** A fill as a step of a trade. A step that only grows realises nothing, so it has no profit. */
    static Execution of(SizedFill sized) {
        var fill = sized.fill();
        var grows = sized.change().signum() > 0;
        Optional<BigDecimal> pnl = grows && fill.pnl().signum() == 0 ? Optional.empty() : Optional.of(fill.pnl());
        return new Execution(grows ? ExecutionKind.ADD : ExecutionKind.REDUCE, fill.quantity(), Optional.of(fill.price()), pnl, fill.fees(),
                fill.at(), false, Optional.of(fill.fillId()), Optional.of(fill.orderId()).filter(id -> !id.isEmpty()));
    }

    /** Signed change of the size by one step. */
    static BigDecimal change(Execution step) {
        return step.kind().grows() ? step.quantity() : step.quantity().negate();
    }

    /** What the steps leave open. */
    BigDecimal size() {
        return list.stream().map(Steps::change).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** What the steps opened and added. */
    BigDecimal growth() {
        return list.stream().filter(step -> step.kind().grows()).map(Execution::quantity).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    boolean anyInferred() {
        return list.stream().anyMatch(Execution::inferred);
    }

    List<Execution> inferredOnes() {
        return list.stream().filter(Execution::inferred).toList();
    }

    /** These steps and then this one: it is what was seen last, whatever fills of a moment later were taken up before. */
    Steps with(Execution step) {
        var longer = new ArrayList<>(list);
        longer.add(list.isEmpty() || !step.at().isBefore(list.getLast().at()) ? step : step.at(list.getLast().at()));
        return new Steps(longer).arranged();
    }

    /** These steps with others in the place of the one at that index. */
    Steps replacing(int index, List<Execution> others) {
        var replaced = new ArrayList<>(list.subList(0, index));
        replaced.addAll(others);
        replaced.addAll(list.subList(index + 1, list.size()));
        return new Steps(replaced).arranged();
    }

    /** In order of time, each with its kind: the first opens, the one that leaves nothing closes. */
    Steps arranged() {
        var ordered = new ArrayList<>(list);
        ordered.sort(Comparator.comparing(Execution::at));
        var open = BigDecimal.ZERO;
        for (int i = 0; i < ordered.size(); i++) {
            var step = ordered.get(i);
            open = open.add(change(step));
            ordered.set(i, step.as(kind(step, i, open)));
        }
        return new Steps(ordered);
    }

    private static ExecutionKind kind(Execution step, int index, BigDecimal leaves) {
        if (step.kind().grows()) {
            return index == 0 ? ExecutionKind.OPEN : ExecutionKind.ADD;
        }
        return leaves.signum() == 0 ? ExecutionKind.CLOSE : ExecutionKind.REDUCE;
    }

    /** Whether something stays open between the first step and the last: a sequence that empties the slot in between is not one life. */
    boolean isOneLife() {
        var open = BigDecimal.ZERO;
        for (int i = 0; i < list.size(); i++) {
            open = open.add(change(list.get(i)));
            if (open.signum() < 0 || open.signum() == 0 && i < list.size() - 1) {
                return false;
            }
        }
        return true;
    }

    /** Index from which the steps close what was then open: the shortest tail that takes that size away. */
    int tailThatCloses(BigDecimal size) {
        var left = size;
        for (int i = list.size() - 1; i >= 0; i--) {
            left = left.add(change(list.get(i)));
            if (left.signum() == 0) {
                return i;
            }
        }
        return list.size();
    }

    /** Whether the last steps close a position of that size. */
    boolean canClose(BigDecimal size) {
        return tailThatCloses(size) < list.size();
    }

    Steps until(Instant end) {
        return new Steps(list.stream().filter(step -> !step.at().isAfter(end)).toList());
    }

    List<Execution> after(Instant end) {
        return list.stream().filter(step -> step.at().isAfter(end)).toList();
    }

    /** Sum of the fees of all steps in that coin. */
    BigDecimal feesIn(String coin) {
        return list.stream().flatMap(step -> step.fees().stream()).filter(fee -> fee.currency().equals(coin)).map(Money::amount)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Fees in other coins than that one, one sum a coin, by name of the coin. */
    List<Money> feesNotIn(String coin) {
        var sums = new TreeMap<String, Money>();
        for (var step : list) {
            for (var fee : step.fees()) {
                if (!fee.currency().equals(coin)) {
                    sums.merge(fee.currency(), fee, Money::plus);
                }
            }
        }
        return List.copyOf(sums.values());
    }

    /** Sum of the profits that steps tell. */
    BigDecimal knownProfit() {
        return list.stream().flatMap(step -> step.pnl().stream()).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * These steps with as much added and taken off again, just before the last one, that they grow to that size. For what a record tells
     * and no snapshot showed; without a price, since nobody knows it. A size that is grown already changes nothing.
     */
    Steps grownTo(BigDecimal size) {
        var missing = Exact.of(size.subtract(growth()));
        if (missing.signum() <= 0 || list.isEmpty()) {
            return this;
        }
        var last = list.getLast();
        var grown = new ArrayList<>(list.subList(0, list.size() - 1));
        grown.add(inferred(missing, Optional.empty(), Optional.empty(), last.at()));
        grown.add(inferred(missing.negate(), Optional.empty(), Optional.empty(), last.at()));
        grown.add(last);
        return new Steps(grown).arranged();
    }

    /** These steps without what {@link #grownTo} put in. */
    Steps withoutGap() {
        for (int i = 1; i < list.size(); i++) {
            var added = list.get(i - 1);
            var taken = list.get(i);
            if (isGap(added) && isGap(taken) && added.at().equals(taken.at()) && change(added).negate().equals(change(taken))) {
                var rest = new ArrayList<>(list);
                rest.subList(i - 1, i + 1).clear();
                return new Steps(rest).arranged();
            }
        }
        return this;
    }

    private static boolean isGap(Execution step) {
        return step.inferred() && step.price().isEmpty() && step.kind() != ExecutionKind.OPEN;
    }
}
