package org.mirrorbook.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What one push of five open positions costs whose marks, profits and margins move and nothing else: processor time of the whole process,
 * over the same pushes at the same pace, of a bare client, of the product as it mirrors, and of public clients. Each has to show that it
 * heard all of them, on one connection, else there is no figure.
 *
 * <p>Arguments: folder of the unpacked product, folder with the public clients installed or {@code -}, rounds, pushes to measure, pushes a
 * second, and optionally the only contender to run. Prints a table; the ratios are of the medians of the rounds, of which the public
 * clients have one.
 */
public final class PushCost {

    /** So long the venue is quiet, and then who was behind has caught up; what is done meanwhile counts. */
    private static final Duration BEHIND = Duration.ofSeconds(3);

    /** Seconds' worth of pushes to warm up by; after a third of it the compilers still took as much of the processor as the pushes. */
    private static final long WARM = 60;

    private final List<Contender> contenders;
    private final long warm;
    private final long measured;
    private final int rate;

    private PushCost(List<Contender> contenders, long measured, int rate) {
        this.contenders = contenders;
        this.measured = measured;
        this.rate = rate;
        this.warm = Math.max(measured, rate * WARM);
    }

    public static void main(String[] given) throws Exception {
        var contenders = new ArrayList<Contender>();
        contenders.add(new Bare());
        contenders.add(new Mirrorbook(Path.of(given[0])));
        if (!given[1].equals("-")) {
            contenders.add(new PublicClient("ccxt 4.5.84 watchPositions", Path.of(given[1]), "watch-positions.mjs"));
            contenders.add(new PublicClient("bitget-api 3.2.3, no decimals", Path.of(given[1]), "hear-positions.mjs"));
        }
        if (given.length > 5) {
            contenders.removeIf(one -> !one.name().startsWith(given[5]));
        }
        new PushCost(contenders, Long.parseLong(given[3]), Integer.parseInt(given[4])).run(Integer.parseInt(given[2]));
    }

    private void run(int rounds) throws IOException, InterruptedException {
        System.out.printf("%d pushes of %d rows, %d a second, after %d to warm up%n", measured, Positions.ROWS, rate, warm);
        var micros = new LinkedHashMap<String, List<Double>>();
        for (int round = 0; round < rounds; round++) {
            for (var one : contenders) {
                if (round > 0 && one.once()) {
                    continue;
                }
                double cost = measure(one);
                micros.computeIfAbsent(one.name(), name -> new ArrayList<>()).add(cost);
                System.out.printf("round %d  %-34s %7.1f us a push%n", round + 1, one.name(), cost);
            }
        }
        double first = median(micros.values().iterator().next());
        System.out.printf("%n%-34s %12s %8s%n", "median of " + rounds + " rounds", "us a push", "ratio");
        micros.forEach((name, costs) -> System.out.printf("%-34s %12.1f %8.2f%n", name, median(costs), median(costs) / first));
    }

    private double measure(Contender contender) throws IOException, InterruptedException {
        try (var venue = Child.java(PushVenue.class, Integer.toString(rate), Long.toString(warm), Long.toString(measured));
                var client = contender.connect(venue.line())) {
            await(venue, "warm");
            Thread.sleep(BEHIND);
            var before = CpuTime.of(client.process());
            var threads = CpuTime.byThread(client.process());
            var done = await(venue, "done").split(" ");
            Thread.sleep(BEHIND);
            var used = CpuTime.of(client.process()).minus(before);
            var after = CpuTime.byThread(client.process());
            long heard = contender.heard(client);
            long wanted = warm + measured;
            if (Long.parseLong(done[2]) != wanted || !done[3].equals("1") || heard != wanted) {
                throw new IOException(contender.name() + " was sent " + done[2] + " of " + wanted + " pushes over " + done[3]
                        + " sockets and heard " + heard + ": nothing was measured");
            }
            System.out.println("         " + largest(threads, after));
            return used.toNanos() / 1000.0 / measured;
        }
    }

    /** In microseconds a push, by thread. */
    private String largest(Map<String, Long> before, Map<String, Long> after) {
        return after.entrySet().stream().map(one -> Map.entry(one.getKey(), one.getValue() - before.getOrDefault(one.getKey(), 0L)))
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed()).limit(5)
                .map(one -> "%s %.1f".formatted(one.getKey(), one.getValue() / 1000.0 / measured)).collect(Collectors.joining(", "));
    }

    private static String await(Child venue, String word) throws IOException {
        var line = venue.line();
        while (!line.startsWith(word)) {
            line = venue.line();
        }
        return line;
    }

    private static double median(List<Double> costs) {
        return costs.stream().sorted().toList().get(costs.size() / 2);
    }

    /** Who hears the pushes. */
    private interface Contender {

        String name();

        /** Whether one round is enough: what is compared by the hundredth is measured in each. */
        default boolean once() {
            return false;
        }

        /** Connects it to the venue, and returns it running. */
        Child connect(String endpoint) throws IOException, InterruptedException;

        /** Ends it, and tells how many pushes it heard since the snapshot. */
        long heard(Child client) throws IOException, InterruptedException;
    }

    private record Bare() implements Contender {

        @Override
        public String name() {
            return "bare Jetty, Jackson, BigDecimal";
        }

        @Override
        public Child connect(String endpoint) throws IOException {
            return Child.java(BareClient.class, endpoint);
        }

        @Override
        public long heard(Child client) throws IOException {
            return Long.parseLong(await(client.over(), "heard").split(" ")[1]);
        }
    }

    private static final class Mirrorbook implements Contender {

        private final Path folder;
        private PackagedProduct running;

        Mirrorbook(Path folder) {
            this.folder = folder;
        }

        @Override
        public String name() {
            return "mirrorbook mirror";
        }

        @Override
        public Child connect(String endpoint) throws IOException, InterruptedException {
            running = new PackagedProduct(folder);
            return running.mirror(endpoint);
        }

        @Override
        public long heard(Child client) throws InterruptedException, IOException {
            client.stop();
            return running.pushesRecorded();
        }
    }

    private record PublicClient(String name, Path folder, String script) implements Contender {

        @Override
        public boolean once() {
            return true;
        }

        @Override
        public Child connect(String endpoint) throws IOException {
            return Child.start(name, folder.toFile(), Map.of(), List.of("node", script, endpoint));
        }

        @Override
        public long heard(Child client) throws IOException {
            return Long.parseLong(await(client.over(), "heard").split(" ")[1]);
        }
    }
}
