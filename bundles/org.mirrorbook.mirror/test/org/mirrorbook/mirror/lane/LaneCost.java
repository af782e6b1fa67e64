package org.mirrorbook.mirror.lane;

import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.mirrorbook.domain.lifecycle.Book;
import org.mirrorbook.domain.lifecycle.Observation;
import org.mirrorbook.domain.lifecycle.Observation.SnapshotSeen;
import org.mirrorbook.domain.lifecycle.PositionLifecycle;
import org.mirrorbook.domain.position.LifeMark;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.RowFigures;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.ObservationBatch;
import org.mirrorbook.exchange.RawMessage;

/**
 * What a push of five rows costs that changes nothing structural, from the queue to the view, with a journal in memory: run by hand, prints
 * nanoseconds of CPU a push, and how many of them are the lifecycle's.
 */
final class LaneCost {

    private static final int PUSHES = 50_000;
    private static final int ROUNDS = 8;

    private LaneCost() {
    }

    public static void main(String[] args) {
        var stage = new Stage(Optional.empty());
        var pushes = pushes();
        stage.start();
        stage.lane.accept(pushes.get(0));
        stage.link(LinkState.LIVE);
        stage.turn();
        for (int round = 0; round < ROUNDS; round++) {
            long lane = time(pushes, push -> {
                stage.lane.accept(push);
                stage.turn();
            });
            // what waits for a second is written, and the recording of the last round forgotten
            stage.pass(Duration.ofSeconds(2));
            stage.journal.inputs.clear();
            stage.journal.messages.clear();
            stage.journal.recordedAnew();
            System.out.println("lane " + lane + " ns a push, of which the lifecycle " + time(pushes, new Folding()::fold) + " ns");
        }
    }

    private static long time(List<ObservationBatch> pushes, Consumer<ObservationBatch> work) {
        var cpu = ManagementFactory.getThreadMXBean();
        long begun = cpu.getCurrentThreadCpuTime();
        for (int i = 0; i < PUSHES; i++) {
            work.accept(pushes.get(i % pushes.size()));
        }
        return (cpu.getCurrentThreadCpuTime() - begun) / PUSHES;
    }

    /** Pushes that differ in mark, profit and margin, each of a moment of its own. */
    private static List<ObservationBatch> pushes() {
        var pushes = new ArrayList<ObservationBatch>();
        for (int i = 0; i < 1000; i++) {
            var rows = new ArrayList<PositionRow>();
            for (int row = 0; row < 5; row++) {
                rows.add(row(row, i));
            }
            var seen = new SnapshotSeen(Stage.USDT, 1, Stage.NOON, Stage.NOON, rows);
            pushes.add(new ObservationBatch(new RawMessage(Stage.NOON, "positions", "{}"), List.of(seen)));
        }
        return pushes;
    }

    private static PositionRow row(int instrument, int tick) {
        var mark = new BigDecimal("60000.1").add(BigDecimal.valueOf(tick % 100));
        var figures = new RowFigures(Optional.of(BigDecimal.TEN), Optional.of(new BigDecimal("3000.25").add(BigDecimal.valueOf(tick))),
                Optional.of(mark), Optional.of(new BigDecimal("51234.5")), Optional.of(mark.subtract(new BigDecimal("60000"))),
                Optional.of(BigDecimal.ZERO), Optional.of(BigDecimal.ONE.negate()), Optional.of(BigDecimal.ZERO));
        Instant at = Stage.NOON;
        return new PositionRow(Stage.slot(Stage.USDT, "SYM" + instrument + "USDT", Side.LONG), LifeMark.ofLife("p-" + instrument, at),
                new BigDecimal("0.5"), new BigDecimal("60000"), figures, at);
    }

    /** The lifecycle alone. */
    private static final class Folding {

        private final PositionLifecycle lifecycle = new PositionLifecycle();
        private Book book = Book.empty(Stage.ACCOUNT, Stage.NOON);

        void fold(ObservationBatch push) {
            for (Observation seen : push.seen()) {
                book = lifecycle.apply(book, seen).after();
            }
        }
    }
}
