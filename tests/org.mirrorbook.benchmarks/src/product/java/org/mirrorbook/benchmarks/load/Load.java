package org.mirrorbook.benchmarks.load;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

import com.sun.management.OperatingSystemMXBean;

import org.mirrorbook.benchmarks.Child;
import org.mirrorbook.benchmarks.CpuTime;
import org.mirrorbook.benchmarks.Folders;
import org.mirrorbook.benchmarks.LoadVenue;

/**
 * How many pushes of many accounts are mirrored in time: the product's own lanes, connectors, journal on Derby and recording in this
 * process, fed over real sockets by a venue in another one. Each push has five rows; once a minute one of an account's changes structure.
 *
 * <p>Arguments: accounts, pushes a second and account (several, with commas, one after the other), seconds each. A rate is held when no
 * push is missing, no connection was made anew, all that was sent was shown, and as fast as it was sent.
 */
public final class Load {

    private static final Duration CALM = Duration.ofSeconds(25);
    /** So many accounts may be on their way at a time; more questions at once than the client lets wait would fail. */
    private static final int ARRIVING = 40;

    private final Child venue;
    private final Mirrors mirrors;
    private final int accounts;
    private final OperatingSystemMXBean machine = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private Load(Child venue, Mirrors mirrors, int accounts) {
        this.venue = venue;
        this.mirrors = mirrors;
        this.accounts = accounts;
    }

    public static void main(String[] given) throws Exception {
        int accounts = Integer.parseInt(given[0]);
        var home = Files.createTempDirectory(Path.of(System.getProperty("java.io.tmpdir")), "mirrorbook-load");
        try (var venue = Child.java(LoadVenue.class, given[0])) {
            var address = venue.line();
            try (var mirrors = new Mirrors(home, address)) {
                var load = new Load(venue, mirrors, accounts);
                load.connect();
                load.go(10, 5);
                load.go(1, 20);
                for (double rate : Arrays.stream(given[1].split(",")).mapToDouble(Double::parseDouble).toArray()) {
                    load.measure(rate, Integer.parseInt(given[2]));
                }
            }
        } finally {
            Folders.delete(home);
        }
        // threads of the network that are no daemons would keep the process for a while
        System.exit(0);
    }

    private void connect() throws IOException {
        long start = System.nanoTime();
        int started = 0;
        for (long live = 0; live < accounts; live = mirrors.live()) {
            for (; started < Math.min(accounts, live + ARRIVING); started++) {
                mirrors.start(started);
            }
            if (System.nanoTime() - start > Duration.ofMinutes(10).toNanos()) {
                throw new IOException("only " + mirrors.live() + " of " + accounts + " accounts are live after ten minutes");
            }
            LockSupport.parkNanos(20_000_000);
        }
        System.out.printf("%d accounts are live after %d s%n", accounts, seconds(start));
        // history is read once more 20 seconds after an alignment, and nothing of the start shall be left
        LockSupport.parkNanos(CALM.toNanos());
    }

    private static long seconds(long start) {
        return (System.nanoTime() - start) / 1_000_000_000;
    }

    private String[] go(double rate, int seconds) throws IOException {
        venue.given("go " + rate + " " + seconds + "\n");
        return venue.line().split(" ");
    }

    private void measure(double rate, int seconds) throws IOException {
        var figures = mirrors.figures();
        go(rate, Math.max(5, seconds / 4));
        settle();
        figures.clear();
        long facts = mirrors.facts();
        int sockets = Integer.parseInt(go(0.02, 1)[4]);
        settle();
        figures.clear();
        long cpu = machine.getProcessCpuTime();
        var venueCpu = CpuTime.of(venue.process());
        long start = System.nanoTime();
        var done = go(rate, seconds);
        double sent = (System.nanoTime() - start) / 1e9;
        double used = (machine.getProcessCpuTime() - cpu) / 1e9 / sent;
        double usedByVenue = CpuTime.of(venue.process()).minus(venueCpu).toMillis() / 1e3 / sent;
        double lag = settle();
        long pushes = Long.parseLong(done[2]);
        long lost = pushes - figures.shown.count();
        int again = Integer.parseInt(done[4]) - sockets;
        boolean late = sent > seconds * 1.02 + 0.5;
        System.out.printf("%n%d accounts, %.1f pushes a second each: %d pushes, %s structural, in %.1f s (%s)%n", accounts, rate, pushes, done[3],
                sent, late ? "LATER THAN WANTED" : "as wanted");
        System.out.printf("  socket to view   p50 %7.1f  p99 %7.1f  p99.9 %7.1f  most %7.1f ms%n", of(figures.shown, .5), of(figures.shown, .99),
                of(figures.shown, .999), of(figures.shown, 1));
        System.out.printf("  structural       p50 %7.1f  p99 %7.1f  (%d, their commit included)%n", of(figures.structural, .5),
                of(figures.structural, .99), figures.structural.count());
        System.out.printf("  venue to socket  p50 %7.1f  p99 %7.1f ms%n", of(figures.wire, .5), of(figures.wire, .99));
        System.out.printf("  not shown %d, missing %d, refused %d, connections made anew %d, behind at the end %.1f s%n", lost,
                figures.missing.sum(), figures.refused.sum(), again, lag);
        System.out.printf("  processors: mirrors %.2f, venue %.2f; facts told %d; positions shown %d; heap in use after a collection %d MB of %d%n",
                used, usedByVenue, mirrors.facts() - facts, mirrors.positions(), heap(), Runtime.getRuntime().maxMemory() >> 20);
        boolean held = !late && lost == 0 && figures.missing.sum() == 0 && figures.refused.sum() == 0 && again == 0
                && of(figures.shown, .99) <= 50;
        System.out.printf("  %s%n", held ? "HELD" : "NOT HELD");
    }

    /** Waits until nothing more is shown, and says how long something was. */
    private double settle() {
        var shown = mirrors.figures().shown;
        long start = System.nanoTime();
        long last = start;
        for (long before = -1, now = shown.count(); System.nanoTime() - last < 2_000_000_000L; now = shown.count()) {
            if (now != before) {
                before = now;
                last = System.nanoTime();
            }
            LockSupport.parkNanos(50_000_000);
        }
        return (last - start) / 1e9;
    }

    private static double of(Delays delays, double share) {
        return delays.percentile(share);
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    }
}
