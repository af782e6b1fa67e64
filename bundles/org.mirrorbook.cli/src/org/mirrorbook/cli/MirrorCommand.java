package org.mirrorbook.cli;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.journal.Account;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code mirror}: mirrors in the foreground, and tells what happens, until it is stopped. */
@Command(name = "mirror", description = {"Mirrors accounts until it is stopped by SIGTERM or SIGINT, and tells what happens.",
        "Without labels those whose Live Mirror is on."})
final class MirrorCommand extends HomeCommand {

    private static final Duration NO_END = Duration.ofDays(365_000);

    private final Streams streams;
    private final StopSignal signal;
    private final Product product;
    private final CompletableFuture<Void> stopped = new CompletableFuture<>();

    @Parameters(paramLabel = "LABEL", arity = "0..*", description = "Mirrors these, and leaves their toggles as they are.")
    private List<String> labels = List.of();

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean asJson;

    @Option(names = "--for", paramLabel = "SECONDS", description = "Ends by itself after so long.")
    private BigDecimal seconds;

    MirrorCommand(Product product, HomeOptions options, Streams streams, StopSignal signal) {
        super(product, options);
        this.streams = streams;
        this.signal = signal;
        this.product = product;
    }

    @Override
    void before() {
        if (seconds != null && (seconds.signum() <= 0 || seconds.compareTo(BigDecimal.valueOf(NO_END.toSeconds())) > 0)) {
            throw CommandProblem.usage("The seconds of --for have to be more than zero.");
        }
        // opening may take a while, and a stop that comes meanwhile is as good as a later one
        signal.whenAsked(() -> stopped.complete(null));
    }

    @Override
    int run(OpenHome home) throws InterruptedException {
        if (stopped.isDone()) {
            return ExitCode.DONE;
        }
        var named = labels.stream().map(label -> account(home, label)).toList();
        if (home.isShared()) {
            return attach(home, named);
        }
        var mirrored = named.isEmpty() ? home.accountService().accounts().stream().filter(Account::mirror).toList() : named;
        if (mirrored.isEmpty()) {
            throw CommandProblem.failed("There is nothing to mirror: no account has its Live Mirror on."
                    + " Switch one on with: accounts mirror LABEL on");
        }
        try (var events = home.events()) {
            stopped.thenRun(events::end);
            home.stay();
            streams.remark("Mirroring " + String.join(", ", mirrored.stream().map(Account::label).toList()) + ".");
            if (named.isEmpty()) {
                home.accountService().mirrorEnabled();
            } else {
                home.accountService().mirrorOnly(ids(named));
            }
            var line = asJson ? new EventJson() : new EventText(home.journal());
            tell(events, line, product.clock(), event -> true);
            home.accountService().stopMirroring();
            events.rest().forEach(event -> streams.result(line.of(event)));
        }
        return ExitCode.DONE;
    }

    /** Only tells what the owner of the home mirrors, and leaves all of it as it is. */
    private int attach(OpenHome home, List<Account> named) throws InterruptedException {
        var mirrored = home.mirrors().links().keySet();
        named.stream().filter(account -> !mirrored.contains(account.id())).findFirst().ifPresent(account -> {
            throw CommandProblem.failed("The instance that runs on this data folder does not mirror \"" + account.label() + "\".");
        });
        if (mirrored.isEmpty()) {
            throw CommandProblem.failed("The instance that runs on this data folder mirrors nothing at the moment.");
        }
        Set<String> wanted = named.stream().map(account -> account.id().value()).collect(Collectors.toSet());
        Predicate<MirrorEvent> isWanted = event -> wanted.isEmpty() || wanted.contains(event.accountId());
        try (var events = home.events()) {
            stopped.thenRun(events::end);
            streams.remark("An instance mirrors here already; this command tells what it does.");
            var line = asJson ? new EventJson() : new EventText(home.journal());
            tell(events, line, product.clock(), isWanted);
            events.rest().stream().filter(isWanted).forEach(event -> streams.result(line.of(event)));
        }
        return ExitCode.DONE;
    }

    private void tell(EventStream events, EventLine line, Clock clock, Predicate<MirrorEvent> wanted) throws InterruptedException {
        var end = clock.instant().plus(seconds == null ? NO_END : Duration.ofMillis(seconds.movePointRight(3).longValue()));
        for (var next = events.next(until(end, clock)); next.isPresent() && !streams.isClosed(); next = events.next(until(end, clock))) {
            if (wanted.test(next.get())) {
                streams.result(line.of(next.get()));
            }
        }
    }

    private static Duration until(Instant end, Clock clock) {
        var left = Duration.between(clock.instant(), end);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private static Set<AccountId> ids(List<Account> accounts) {
        var ids = new LinkedHashSet<AccountId>();
        accounts.forEach(account -> ids.add(account.id()));
        return ids;
    }
}
