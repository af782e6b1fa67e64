package org.mirrorbook.cli;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

import org.mirrorbook.exchange.ApiCredential;
import org.mirrorbook.exchange.PracticeExchange;
import org.mirrorbook.exchange.PracticeSettings;
import org.mirrorbook.exchange.PracticeVenue;
import org.mirrorbook.exchange.VenueProblem;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code practice}: the practice exchange alone. Needs no data folder. */
@Command(name = "practice", description = {"Runs the practice exchange alone, on this machine, until it is stopped by SIGTERM or SIGINT.",
        "Prints one line of JSON with its address and key when it listens. Touches no data folder."})
final class PracticeCommand implements Callable<Integer> {

    private static final int HIGHEST_PORT = 65_535;
    private static final int MOST_ACCOUNTS = 1_000;
    private static final BigDecimal FASTEST = new BigDecimal("1000");

    /** A key has three parts. */
    static final class Key {
        @Option(names = "--key", required = true, paramLabel = "K",
                description = "API key of the first account; made from the seed otherwise.")
        private String key;

        @Option(names = "--secret", required = true, paramLabel = "S", description = "Its secret.")
        private String secret;

        @Option(names = "--passphrase", required = true, paramLabel = "P", description = "Its passphrase.")
        private String passphrase;
    }

    private final Product product;
    private final Streams streams;
    private final StopSignal signal;

    @Option(names = "--port", paramLabel = "P", defaultValue = "0", description = "Port to listen on; any free one otherwise.")
    private int port;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1",
            description = "The same seed gives the same story. Usually ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--speed", paramLabel = "X", defaultValue = "1", description = "1 is a human's rhythm, 10 is ten times as fast.")
    private BigDecimal speed;

    @Option(names = "--accounts", paramLabel = "N", defaultValue = "1", description = "How many accounts, each with a trader of its own.")
    private int accounts;

    @Option(names = "--scenario", paramLabel = "FILE",
            description = "What happens, and what goes wrong, as a file of JSON tells it. No trader trades unless the file says so.")
    private Path scenario;

    @ArgGroup(exclusive = false)
    private Key key;

    PracticeCommand(Product product, Streams streams, StopSignal signal) {
        this.product = product;
        this.streams = streams;
        this.signal = signal;
    }

    @Override
    public Integer call() throws InterruptedException {
        require(port >= 0 && port <= HIGHEST_PORT, "The port has to be between 0 and " + HIGHEST_PORT + ".");
        require(accounts >= 1 && accounts <= MOST_ACCOUNTS, "The accounts have to be between 1 and " + MOST_ACCOUNTS + ".");
        require(speed.signum() > 0 && speed.compareTo(FASTEST) <= 0, "The speed has to be more than 0 and at most " + FASTEST + ".");
        var stopped = new CountDownLatch(1);
        signal.whenAsked(stopped::countDown);
        try (var exchange = start()) {
            streams.result(line(exchange));
            stopped.await();
        }
        return ExitCode.DONE;
    }

    private PracticeExchange start() {
        var settings = new PracticeSettings(port, seed, speed, accounts, credential(), Optional.empty(), true);
        try {
            return product.practiceVenue().start(scenario == null ? settings : settings.withScenario(scenario));
        } catch (VenueProblem problem) {
            if (problem.code().filter(PracticeVenue.BAD_SCENARIO::equals).isPresent()) {
                throw CommandProblem.usage(problem.getMessage());
            }
            throw problem;
        }
    }

    private Optional<ApiCredential> credential() {
        return Optional.ofNullable(key).map(given -> new ApiCredential(given.key, given.secret, given.passphrase));
    }

    /** These keys open a practice exchange on this machine and nothing else; that is why they may be shown. */
    private static String line(PracticeExchange exchange) {
        var json = new JsonOutput();
        var credentials = exchange.credentials();
        var line = fields(json.object().text("endpoint", exchange.endpoint().toString()), credentials.getFirst());
        if (credentials.size() > 1) {
            line.objects("accounts", credentials.stream().map(credential -> fields(json.object(), credential)).toList());
        }
        return json.line(line);
    }

    private static JsonOutput.Fields fields(JsonOutput.Fields fields, ApiCredential credential) {
        return fields.text("apiKey", credential.apiKey()).text("secret", credential.secret()).text("passphrase", credential.passphrase());
    }

    private static void require(boolean right, String sentence) {
        if (!right) {
            throw CommandProblem.usage(sentence);
        }
    }
}
