package org.mirrorbook.mirror.component;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.lifecycle.Observation;
import org.mirrorbook.domain.lifecycle.Observation.PlanSet;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.risk.BreakEvenRule;
import org.mirrorbook.domain.risk.ProtectionKind;
import org.mirrorbook.journal.Accounts;
import org.mirrorbook.journal.BreakEvenRules;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.JournalProblem.Remedy;
import org.mirrorbook.journal.JournalReader;
import org.mirrorbook.journal.JournalStore;
import org.mirrorbook.journal.MessageLog;
import org.mirrorbook.journal.Ownership;
import org.mirrorbook.mirror.TradeDesk;
import org.mirrorbook.mirror.lane.AccountGates;
import org.mirrorbook.mirror.lane.AccountKinds;
import org.mirrorbook.mirror.lane.IdleLane;
import org.mirrorbook.mirror.lane.LaneAccount;
import org.mirrorbook.mirror.lane.LaneEnded;
import org.mirrorbook.mirror.lane.LiveDesk;
import org.mirrorbook.mirror.lane.MirrorLane;
import org.mirrorbook.mirror.lane.Patience;
import org.mirrorbook.mirror.lane.Timer;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.event.EventAdmin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings edits to the lane of their account. An account without a lane gets one for the time of the edit, on the one thread "journal
 * edits"; a mirror that starts meanwhile waits at the account's gate, and an edit that comes while a mirror starts goes to that mirror.
 */
@Component(service = TradeDesk.class)
public final class EditDesk implements TradeDesk {

    private static final Logger LOG = LoggerFactory.getLogger(EditDesk.class);
    private static final Duration AT_THE_GATE = Duration.ofMillis(100);
    private static final Duration LAST_EDIT = Duration.ofSeconds(5);

    private final RunningLanes lanes;
    private final AccountGates gates;
    private final Accounts accounts;
    private final JournalReader reader;
    private final BreakEvenRules rules;
    private final UserSettings settings;
    private final IdleLane idle;
    private final Clock clock;
    private final ExecutorService edits = Executors.newSingleThreadExecutor(task -> {
        var thread = new Thread(task, "journal edits");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public EditDesk(@Reference RunningLanes lanes, @Reference AccountGates gates, @Reference Accounts accounts,
            @Reference JournalReader reader, @Reference BreakEvenRules rules, @Reference UserSettings settings,
            @Reference JournalStore store, @Reference Ownership ownership, @Reference AccountKinds kinds,
            @Reference(name = "log", cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
            MessageLog log,
            @Reference EventAdmin bus, @Reference LiveDesk desk, @Reference Timer timer, @Reference Clock clock) {
        this.lanes = lanes;
        this.gates = gates;
        this.accounts = accounts;
        this.reader = reader;
        this.rules = rules;
        this.settings = settings;
        this.clock = clock;
        var recording = log == null ? new Unrecorded() : log;
        this.idle = new IdleLane(new MirrorLane.Services(store, ownership, kinds, settings, recording, bus, desk, gates, timer, clock),
                Patience.usual());
    }

    @Override
    public CompletionStage<Void> plan(TradeId trade, ProtectionKind kind, Optional<BigDecimal> price) {
        if (price.filter(wanted -> wanted.signum() <= 0).isPresent()) {
            return CompletableFuture.failedStage(new JournalProblem(Remedy.ASK_USER, "A stop or a target is a price above zero."));
        }
        return asked(() -> trade(trade).slot().scope().account())
                .thenCompose(account -> tell(account, () -> new PlanSet(trade(trade), kind, price, clock.instant())));
    }

    @Override
    public CompletionStage<BreakEvenRule> breakEven(BigDecimal amount, BigDecimal fractionOfR) {
        if (amount.signum() < 0 || fractionOfR.signum() < 0) {
            return CompletableFuture.failedStage(new JournalProblem(Remedy.ASK_USER, "A break-even band is not negative."));
        }
        return asked(() -> rules.change(amount, fractionOfR)).thenCompose(rule -> {
            // read when it is the lane's turn: another change may have come by then. A lane that cannot take it is told when it opens
            var told = lanes.lanes().stream().map(lane -> lane.tell(() -> settings.rule(clock.instant())).exceptionally(refused -> {
                LOG.info("a lane hears of the break-even rule when it opens its book: {}", refused.getMessage());
                return null;
            }).toCompletableFuture()).toArray(CompletableFuture[]::new);
            return CompletableFuture.allOf(told).thenApply(all -> rule);
        });
    }

    @Override
    public CompletionStage<Void> tell(AccountId account, Observation edit) {
        return tell(account, () -> edit);
    }

    @Deactivate
    void end() {
        edits.shutdown();
        try {
            if (!edits.awaitTermination(LAST_EDIT.toNanos(), TimeUnit.NANOSECONDS)) {
                LOG.warn("an edit did not end within {} s and is cut off", LAST_EDIT.toSeconds());
                edits.shutdownNow();
            }
        } catch (InterruptedException cut) {
            edits.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private CompletionStage<Void> tell(AccountId account, Supplier<Observation> edit) {
        var done = new CompletableFuture<Void>();
        onEdits(done, () -> bring(account, edit, done));
        return done;
    }

    private void bring(AccountId account, Supplier<Observation> edit, CompletableFuture<Void> done) {
        var lane = lanes.lane(account);
        if (lane.isPresent()) {
            lane.get().tell(edit).whenComplete((nothing, error) -> onEdits(done, () -> {
                if (cause(error) instanceof LaneEnded) {
                    bring(account, edit, done);
                } else if (error != null) {
                    done.completeExceptionally(cause(error));
                } else {
                    done.complete(null);
                }
            }));
            return;
        }
        try {
            if (!gates.enter(account, AT_THE_GATE)) {
                onEdits(done, () -> bring(account, edit, done));
                return;
            }
        } catch (InterruptedException cut) {
            Thread.currentThread().interrupt();
            done.completeExceptionally(ending());
            return;
        }
        try {
            idle.tell(named(account), edit);
        } finally {
            gates.leave(account);
        }
        done.complete(null);
    }

    private LaneAccount named(AccountId account) {
        return accounts.all().stream().filter(row -> row.id().equals(account)).findFirst()
                .map(row -> new LaneAccount(account, row.label(), row.acceptsTradingKey()))
                .orElseThrow(() -> new JournalProblem(Remedy.ASK_USER, "The journal does not know this account."));
    }

    private Trade trade(TradeId id) {
        return reader.trade(id).orElseThrow(() -> new JournalProblem(Remedy.ASK_USER, "This trade is not in the journal."));
    }

    private <T> CompletionStage<T> asked(Supplier<T> question) {
        var answer = new CompletableFuture<T>();
        onEdits(answer, () -> answer.complete(question.get()));
        return answer;
    }

    private void onEdits(CompletableFuture<?> done, Runnable work) {
        try {
            edits.execute(() -> {
                try {
                    work.run();
                } catch (JournalProblem problem) {
                    done.completeExceptionally(problem);
                } catch (RuntimeException unexpected) {
                    LOG.error("an edit failed in a way it should not", unexpected);
                    done.completeExceptionally(new JournalProblem(Remedy.REPORT,
                            "The edit could not be made; the log of the product tells more.", unexpected));
                }
            });
        } catch (RejectedExecutionException ended) {
            done.completeExceptionally(ending());
        }
    }

    private static JournalProblem ending() {
        return new JournalProblem(Remedy.RETRY, "Mirrorbook is ending; the edit was not made.");
    }

    private static Throwable cause(Throwable error) {
        return error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
    }
}
