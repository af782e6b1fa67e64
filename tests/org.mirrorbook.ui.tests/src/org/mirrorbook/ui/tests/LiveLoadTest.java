package org.mirrorbook.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Listener;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.mirror.LivePosition;
import org.mirrorbook.mirror.LiveView;

/**
 * Two hundred positions whose prices come fifty times a second, on the whole window. What counts is the time that the UI thread itself
 * works on one event or one message, in processor time, so that a machine that is busy with other things does not decide.
 */
class LiveLoadTest {

    private static final int POSITIONS = 200;
    private static final long TICK = TimeUnit.MILLISECONDS.toNanos(20);
    private static final int WARM_UP_TICKS = 200;
    private static final int TICKS = 300;
    private static final double BOUND_MILLIS = 16;

    private final Stage stage = new Stage(Clock.systemUTC());
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final List<Long> worked = new ArrayList<>();
    private final List<Long> lasted = new ArrayList<>();
    private int depth;
    private int paints;
    private long beganWork;
    private long began;

    @BeforeEach
    void show() {
        Ui.size(1440, 900);
        Ui.showView("org.mirrorbook.ui.livePositions");
        zoom(IWorkbenchPage.STATE_MAXIMIZED);
    }

    @AfterEach
    void close() {
        zoom(IWorkbenchPage.STATE_RESTORED);
        stage.close();
    }

    @Test
    void twoHundredRowsFiftyTimesASecondLeaveTheUiThreadFree() {
        var account = stage.account("Main", Environment.LIVE, "classic", true);
        stage.link(account, LinkStatus.of(LinkState.LIVE, stage.now()));
        var samples = IntStream.range(0, POSITIONS).mapToObj(number -> Sample.of(account, String.format(Locale.ROOT, "S%03dUSDT", number),
                number % 2 == 0 ? Side.LONG : Side.SHORT, "0.2", "103186.44", "20", "1031.86", 30 + number)).toList();
        stage.view(new LiveView(1, positions(samples, 1)));
        stage.open();
        Ui.await("the rows", () -> Ui.rows("Unrealised").size() == POSITIONS + 1);
        Listener before = event -> enter(event.detail);
        Listener after = event -> leave();

        tick(samples, WARM_UP_TICKS, 2);
        Ui.run(() -> {
            Ui.display().addListener(SWT.PreEvent, before);
            Ui.display().addListener(SWT.PostEvent, after);
        });
        tick(samples, TICKS, 2 + WARM_UP_TICKS);
        Ui.run(() -> {
            Ui.display().removeListener(SWT.PreEvent, before);
            Ui.display().removeListener(SWT.PostEvent, after);
        });

        System.out.printf(Locale.ROOT, "%d rows at 50 Hz: the UI thread worked on %d events, %d of them paintings; "
                + "p50 %.2f ms, p99 %.2f ms, longest %.2f ms of "
                + "processor time (by the clock p99 %.2f ms, longest %.2f ms)%n", POSITIONS, worked.size(), paints, millis(worked, 0.5),
                millis(worked, 0.99), millis(worked, 1), millis(lasted, 0.99), millis(lasted, 1));
        Ui.photograph("live-load");
        assertThat(paints).as("paintings that were measured, of a view that paints ten times a second at most").isGreaterThan(20);
        assertThat(millis(worked, 0.99)).as("p99 in ms").isLessThan(BOUND_MILLIS);
    }

    /** Events nest, and a message may dispatch one: the outermost is the stall. On the UI thread. */
    private void enter(int type) {
        paints += type == SWT.Paint ? 1 : 0;
        if (depth++ == 0) {
            beganWork = threads.getCurrentThreadCpuTime();
            began = System.nanoTime();
        }
    }

    private void leave() {
        if (depth > 0 && --depth == 0) {
            worked.add(threads.getCurrentThreadCpuTime() - beganWork);
            lasted.add(System.nanoTime() - began);
        }
    }

    private void tick(List<Sample> samples, int ticks, int first) {
        long next = System.nanoTime();
        for (int tick = 0; tick < ticks; tick++) {
            stage.view(new LiveView(first + tick, positions(samples, first + tick)));
            next += TICK;
            LockSupport.parkNanos(Math.max(0, next - System.nanoTime()));
        }
    }

    /** Every price and every profit is another one at every tick. */
    private static List<LivePosition> positions(List<Sample> samples, int tick) {
        return IntStream.range(0, samples.size()).mapToObj(number -> samples.get(number).live(104_000 + (tick * 7 + number) % 900 + ".5",
                (tick * 13 + number * 31) % 500 - 250 + ".25", "0", LinkState.LIVE, 1)).toList();
    }

    private static double millis(List<Long> nanos, double share) {
        var sorted = nanos.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(share * sorted.size()) - 1) / 1e6;
    }

    private static void zoom(int state) {
        Ui.run(() -> {
            var page = PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage();
            page.setPartState(page.findViewReference("org.mirrorbook.ui.livePositions"), state);
        });
    }
}
