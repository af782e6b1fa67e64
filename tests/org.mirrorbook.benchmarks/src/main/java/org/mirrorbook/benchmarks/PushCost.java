package org.mirrorbook.benchmarks;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one push of five open positions costs whose marks, profits and margins move and nothing else: processor time of the whole process,
 * over the same pushes at the same pace, of a bare client, of the product as it mirrors, and of a public client.
 *
 * <p>Arguments: folder of the unpacked product, folder with ccxt installed or {@code -}, rounds, pushes to measure, pushes a second. Prints a
 * table; the ratios are of the medians of the rounds.
 */
public final class PushCost {

    private final Path product;
    private final Optional<Path> clients;
    private final long measured;
    private final int rate;

    private PushCost(Path product, Optional<Path> clients, long measured, int rate) {
        this.product = product;
        this.clients = clients;
        this.measured = measured;
        this.rate = rate;
    }

    /** Connects a client to the venue, and returns it running. */
    private interface Connecting {
        Child to(String endpoint) throws IOException, InterruptedException;
    }

    public static void main(String[] given) throws Exception {
        var cost = new PushCost(Path.of(given[0]), Optional.of(given[1]).filter(path -> !path.equals("-")).map(Path::of),
                Long.parseLong(given[3]), Integer.parseInt(given[4]));
        cost.run(Integer.parseInt(given[2]));
    }

    private void run(int rounds) throws IOException, InterruptedException {
        var contenders = new LinkedHashMap<String, Connecting>();
        contenders.put("bare Jetty, Jackson, BigDecimal", endpoint -> Child.java(BareClient.class, endpoint).unread());
        contenders.put("mirrorbook mirror", this::mirrorbook);
        clients.ifPresent(folder -> contenders.put("ccxt watchPositions", endpoint -> Child.start("ccxt", folder.toFile(), Map.of(),
                List.of("node", "watch-positions.mjs", endpoint)).unread()));
        var micros = new LinkedHashMap<String, double[]>();
        for (int round = 0; round < rounds; round++) {
            for (var one : contenders.entrySet()) {
                double cost = measure(one.getValue());
                micros.computeIfAbsent(one.getKey(), name -> new double[rounds])[round] = cost;
                System.out.printf("round %d  %-34s %7.1f us a push%n", round + 1, one.getKey(), cost);
            }
        }
        double bare = median(micros.values().iterator().next());
        System.out.printf("%n%-34s %12s %8s%n", "median of " + rounds + " rounds", "us a push", "ratio");
        micros.forEach((name, costs) -> System.out.printf("%-34s %12.1f %8.2f%n", name, median(costs), median(costs) / bare));
    }

    private double measure(Connecting connecting) throws IOException, InterruptedException {
        long warm = Math.max(measured / 2, rate * 20L);
        try (var venue = Child.java(PushVenue.class, Integer.toString(rate), Long.toString(warm), Long.toString(measured));
                var client = connecting.to(venue.line())) {
            await(venue, "warm");
            var before = CpuTime.of(client.process());
            await(venue, "done");
            return micros(CpuTime.of(client.process()).minus(before)) / measured;
        }
    }

    private static void await(Child venue, String word) throws IOException {
        while (!venue.line().startsWith(word)) {
            // passes over what came before
        }
    }

    private static double micros(Duration time) {
        return time.toNanos() / 1000.0;
    }

    private static double median(double[] costs) {
        var sorted = costs.clone();
        java.util.Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** The packaged product on a new home, as a user would run it on a server. */
    private Child mirrorbook(String endpoint) throws IOException, InterruptedException {
        var home = Files.createTempDirectory("mirrorbook-cost");
        home.toFile().deleteOnExit();
        var password = home.resolve("password");
        Files.writeString(password, "measured in public\n");
        var start = List.of(product.resolve("mirrorbook").toString(), "--home", home.resolve("home").toString(), "--password-file",
                password.toString());
        var variables = Map.of("JAVA_HOME", System.getProperty("java.home"), "DBUS_SESSION_BUS_ADDRESS", "disabled:");
        try (var added = Child.start("accounts add", new File("."), variables, with(start, "accounts", "add", "bench", "--exchange", "bitget",
                "--environment", "live", "--endpoint", endpoint, "--mirror"))) {
            added.given("{\"apiKey\":\"k\",\"secret\":\"s\",\"passphrase\":\"p\"}\n").process().getOutputStream().close();
            if (added.unread().end() != 0) {
                throw new IOException("the account could not be added");
            }
        }
        return Child.start("mirror", new File("."), variables, with(start, "mirror", "--json")).unread();
    }

    private static List<String> with(List<String> start, String... more) {
        var all = new java.util.ArrayList<>(start);
        all.addAll(List.of(more));
        return all;
    }
}
