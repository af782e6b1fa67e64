package org.mirrorbook.ui.model.trade;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.mirrorbook.domain.journal.Execution;
import org.mirrorbook.domain.journal.ExecutionKind;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.risk.Excursion;
import org.mirrorbook.domain.risk.ProtectionMove;

/**
 * How the net profit of a trade went: what was realised, the fees and the funding until then, and the open profit at each price that is
 * known. What is known of no moment (funding that only the closing record has, fees of another report) comes with the last point, which is
 * the journal's own net. In the margin coin.
 *
 * @param line oldest first
 * @param steps the executions on the line
 * @param favourable MFE on the line, absent where no price was seen
 * @param adverse MAE on the line
 * @param fundings at their places on the line
 * @param ifStopped what it would have come to at the stop that stood; piece after piece
 * @param feed what is known of the prices
 */
public record PnlPath(List<Point> line, List<Step> steps, Optional<Turn> favourable, Optional<Turn> adverse, List<Cost> fundings,
        List<Level> ifStopped, Feed feed) {

    private static final long SHORTEST_GAP_MILLIS = 15_000;
    private static final int MUCH_LONGER = 10;
    /** Of fewer it cannot be said what is long. */
    private static final int FEWEST_SPANS = 8;

    /** Net profit at a moment. */
    public record Point(Instant at, BigDecimal net) {
        public Point {
            requireNonNull(at);
            requireNonNull(net);
        }
    }

    /** An execution at its place on the line. */
    public record Step(Point place, Execution execution) {
    }

    /**
     * The furthest the trade went one way.
     *
     * @param place on the line
     * @param amount open profit, as the journal has it
     */
    public record Turn(Point place, BigDecimal amount) {
    }

    /**
     * Funding that was booked.
     *
     * @param place on the line, after it
     */
    public record Cost(Point place, BigDecimal amount) {
    }

    /** Net profit if the stop were hit, from a moment to another. */
    public record Level(Instant from, Instant to, BigDecimal net) {
    }

    /** How well the prices of its life are known. */
    public enum Feed {
        /** All of them were seen. */
        WHOLE,
        /** Some were missed. */
        GAP,
        /** None was seen. */
        NONE
    }

    public PnlPath {
        line = List.copyOf(line);
        steps = List.copyOf(steps);
        requireNonNull(favourable);
        requireNonNull(adverse);
        fundings = List.copyOf(fundings);
        ifStopped = List.copyOf(ifStopped);
        requireNonNull(feed);
    }

    /**
     * @param marks prices that are known, in any order; those outside the trade's life are left out
     * @param booked fundings, oldest first; those outside the trade's life come with the last point
     * @param now end of the line of an open trade
     */
    public static PnlPath of(Trade trade, List<MarkPoint> marks, List<FundingPoint> booked, Instant now) {
        var end = trade.exit().map(exit -> exit.closedAt()).orElse(now);
        end = end.isBefore(trade.openedAt()) ? trade.openedAt() : end;
        var fundings = within(booked, trade.openedAt(), end);
        var holdings = Holding.of(trade);
        var excursions = trade.excursions();
        var line = new ArrayList<Point>();
        for (var mark : known(marks, trade, end)) {
            held(holdings, mark.at()).map(held -> new Point(mark.at(), net(held, mark, fundings))).ifPresent(line::add);
        }
        var steps = steps(trade, holdings, fundings);
        steps.forEach(step -> line.add(step.place()));
        line.sort(Comparator.comparing(Point::at));
        if (line.isEmpty() || line.getFirst().at().isAfter(trade.openedAt())) {
            line.addFirst(new Point(trade.openedAt(), BigDecimal.ZERO));
        }
        line.add(new Point(end, trade.result().net()));
        var costs = costs(line, fundings);
        return new PnlPath(line, atTheEnd(trade, steps, line.getLast()),
                excursions.favourable().flatMap(far -> turn(holdings, far, fundings)),
                excursions.adverse().flatMap(far -> turn(holdings, far, fundings)), costs, levels(trade, holdings, fundings, end),
                feed(trade));
    }

    /** Pieces of the line over which no price is known here: much longer than between the others. */
    public List<List<Point>> gaps() {
        var spans = new ArrayList<Long>();
        for (int i = 1; i < line.size(); i++) {
            spans.add(span(i));
        }
        var gaps = new ArrayList<List<Point>>();
        if (spans.size() >= FEWEST_SPANS) {
            spans.sort(Comparator.naturalOrder());
            long much = Math.max(SHORTEST_GAP_MILLIS, MUCH_LONGER * spans.get(spans.size() / 2));
            for (int i = 1; i < line.size(); i++) {
                if (span(i) > much) {
                    gaps.add(List.of(line.get(i - 1), line.get(i)));
                }
            }
        }
        return List.copyOf(gaps);
    }

    private long span(int end) {
        return Duration.between(line.get(end - 1).at(), line.get(end).at()).toMillis();
    }

    private static List<MarkPoint> known(List<MarkPoint> marks, Trade trade, Instant end) {
        var turns = Stream.of(trade.excursions().favourable(), trade.excursions().adverse()).flatMap(Optional::stream)
                .map(far -> new MarkPoint(far.at(), far.price()));
        return Stream.concat(marks.stream(), turns)
                .filter(mark -> !mark.at().isBefore(trade.openedAt()) && mark.at().isBefore(end)).toList();
    }

    private static List<FundingPoint> within(List<FundingPoint> booked, Instant from, Instant end) {
        return booked.stream().filter(funding -> !funding.at().isBefore(from) && funding.at().isBefore(end)).toList();
    }

    private static BigDecimal net(Holding held, MarkPoint mark, List<FundingPoint> fundings) {
        return held.netAt(mark.price()).add(FundingPoint.until(fundings, mark.at()));
    }

    /** Puts each funding on the line, as a step where the line is at that moment: no price of it need be known. */
    private static List<Cost> costs(List<Point> line, List<FundingPoint> fundings) {
        var costs = new ArrayList<Cost>();
        for (var funding : fundings) {
            int after = 0;
            while (after < line.size() && !line.get(after).at().isAfter(funding.at())) {
                after++;
            }
            var before = line.get(Math.max(0, after - 1));
            if (before.at().equals(funding.at()) || after == line.size()) {
                costs.add(new Cost(before, funding.amount()));
                continue;
            }
            // between two points of the line, which have the fundings until then in them
            var begin = unfunded(before, fundings);
            long way = Duration.between(before.at(), line.get(after).at()).toMillis();
            var share = BigDecimal.valueOf(Duration.between(before.at(), funding.at()).toMillis()).divide(
                    BigDecimal.valueOf(Math.max(1, way)), MathContext.DECIMAL64);
            var there = begin.add(unfunded(line.get(after), fundings).subtract(begin).multiply(share))
                    .add(FundingPoint.until(fundings, funding.at()));
            costs.add(new Cost(new Point(funding.at(), there), funding.amount()));
            line.addAll(after, List.of(new Point(funding.at(), there.subtract(funding.amount())), costs.getLast().place()));
        }
        return costs;
    }

    private static BigDecimal unfunded(Point point, List<FundingPoint> fundings) {
        return point.net().subtract(FundingPoint.until(fundings, point.at()));
    }

    private static List<Step> steps(Trade trade, TreeMap<Instant, Holding> holdings, List<FundingPoint> fundings) {
        return Holding.inOrder(trade).stream().map(execution -> {
            var held = holdings.get(execution.at());
            var price = execution.price().orElse(held.entry());
            return new Step(new Point(execution.at(), net(held, new MarkPoint(execution.at(), price), fundings)), execution);
        }).toList();
    }

    /** The close stands where the line ends: on the journal's own figure. */
    private static List<Step> atTheEnd(Trade trade, List<Step> steps, Point end) {
        return trade.isOpen() ? steps
                : steps.stream().map(step -> step.execution().kind() == ExecutionKind.CLOSE && step == steps.getLast()
                        ? new Step(end, step.execution()) : step).toList();
    }

    private static Optional<Turn> turn(TreeMap<Instant, Holding> holdings, Excursion far, List<FundingPoint> fundings) {
        var mark = new MarkPoint(far.at(), far.price());
        return held(holdings, far.at()).map(held -> new Turn(new Point(far.at(), net(held, mark, fundings)), far.amount()));
    }

    private static List<Level> levels(Trade trade, TreeMap<Instant, Holding> holdings, List<FundingPoint> fundings, Instant end) {
        var history = new ProtectionHistory(trade);
        var changes = new TreeSet<>(holdings.keySet());
        trade.risk().stopLoss().moves().stream().map(ProtectionMove::at).forEach(changes::add);
        fundings.stream().map(FundingPoint::at).forEach(changes::add);
        changes.add(end);
        var levels = new ArrayList<Level>();
        var moments = List.copyOf(changes.subSet(trade.openedAt(), true, end, true));
        for (int i = 0; i + 1 < moments.size(); i++) {
            var from = moments.get(i);
            var to = moments.get(i + 1);
            history.stopAt(from).flatMap(stop -> held(holdings, from)
                    .map(held -> new Level(from, to, net(held, new MarkPoint(from, stop), fundings)))).ifPresent(levels::add);
        }
        return levels;
    }

    private static Optional<Holding> held(TreeMap<Instant, Holding> holdings, Instant at) {
        return Optional.ofNullable(holdings.floorEntry(at)).map(Map.Entry::getValue).filter(held -> !held.isEmpty());
    }

    private static Feed feed(Trade trade) {
        if (trade.excursions().favourable().isEmpty() && trade.excursions().adverse().isEmpty()) {
            return Feed.NONE;
        }
        return trade.excursions().gap() ? Feed.GAP : Feed.WHOLE;
    }
}
