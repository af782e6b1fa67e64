package org.mirrorbook.ui.tests;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.journal.TradeStatus;
import org.mirrorbook.domain.lifecycle.Observation;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.reconciliation.Comparison;
import org.mirrorbook.domain.reconciliation.Difference;
import org.mirrorbook.domain.risk.BreakEvenRule;
import org.mirrorbook.domain.risk.ProtectionKind;
import org.mirrorbook.domain.risk.ProtectionMove;
import org.mirrorbook.domain.risk.ProtectionSource;
import org.mirrorbook.domain.statistics.RiskReading;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.journal.BreakEvenRules;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.ReconciliationRun;
import org.mirrorbook.journal.ReconciliationRun.StartedBy;
import org.mirrorbook.journal.ReconciliationRun.Step;
import org.mirrorbook.journal.ReconciliationRuns;
import org.mirrorbook.mirror.MirrorTopics;
import org.mirrorbook.mirror.Reconciliation;
import org.mirrorbook.mirror.TradeDesk;

/** The part of the stage where trades are edited, judged and compared. What differs is put there by a test and goes by a correction. */
final class StagedBooks implements TradeDesk, Reconciliation, ReconciliationRuns, BreakEvenRules {

    static final String REFUSAL = "The exchange does not answer.";

    final Map<AccountId, List<Difference>> differences = new ConcurrentHashMap<>();
    final List<Difference> corrected = new CopyOnWriteArrayList<>();
    final List<Difference> takenBack = new CopyOnWriteArrayList<>();
    final List<ReconciliationRun> runs = new CopyOnWriteArrayList<>();
    private final Map<AccountId, Comparison> last = new ConcurrentHashMap<>();
    private final Stage stage;
    private volatile BreakEvenRule rule = BreakEvenRule.none();
    volatile boolean refuses;
    /** While it is set, a comparison waits for it. */
    volatile Optional<CompletableFuture<Void>> pause = Optional.empty();

    StagedBooks(Stage stage) {
        this.stage = stage;
    }

    @Override
    public CompletionStage<Void> plan(TradeId id, ProtectionKind kind, Optional<BigDecimal> price) {
        if (refuses) {
            return CompletableFuture.failedStage(new JournalProblem(JournalProblem.Remedy.RETRY, Stage.REFUSAL));
        }
        var trade = stage.trades.get(id);
        stage.journal(trade.with(trade.risk().with(kind, new ProtectionMove(stage.now(), ProtectionSource.PLANNED, price))));
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<BreakEvenRule> breakEven(BigDecimal amount, BigDecimal fractionOfR) {
        return refuses ? CompletableFuture.failedStage(new JournalProblem(JournalProblem.Remedy.RETRY, Stage.REFUSAL))
                : CompletableFuture.completedStage(change(amount, fractionOfR));
    }

    @Override
    public BreakEvenRule current() {
        return rule;
    }

    @Override
    public BreakEvenRule change(BigDecimal amount, BigDecimal fractionOfR) {
        rule = new BreakEvenRule(rule.version() + 1, amount, fractionOfR);
        stage.trades.values().stream().filter(trade -> !trade.isOpen()).toList().forEach(trade -> stage.journal(judged(trade)));
        return rule;
    }

    private Trade judged(Trade trade) {
        var net = trade.result().net();
        return trade.with(rule.covers(net, RiskReading.of(trade).riskAmount().map(money -> money.amount())) ? TradeStatus.BE
                : TradeStatus.ofNet(net));
    }

    @Override
    public CompletionStage<Void> tell(AccountId account, Observation edit) {
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<Comparison> compare(AccountId account, Optional<Instant> since) {
        return compare(account, StartedBy.HAND);
    }

    /** As the product's own: what came of it is in the history, and the bus hears of it. */
    private CompletionStage<Comparison> compare(AccountId account, StartedBy startedBy) {
        if (refuses) {
            remember(account, startedBy, List.of(), Optional.of(REFUSAL));
            return CompletableFuture.failedStage(new VenueProblem(VenueProblem.Remedy.RETRY, Optional.of("UNREACHABLE"), REFUSAL));
        }
        return pause.orElseGet(() -> CompletableFuture.completedFuture(null)).thenApply(go -> {
            var found = differences.getOrDefault(account, List.of());
            var off = found.stream().flatMap(difference -> difference.fields().stream()).filter(field -> field.name().equals("netPnl"))
                    .map(field -> field.exchange().orElseThrow().subtract(field.journal().orElseThrow()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            var journal = new BigDecimal("2561.97106011");
            var result = new Comparison(account, stage.now().minus(Duration.ofDays(90)), stage.now().minusSeconds(20), 12, found, 2,
                    List.of(new Comparison.Net("USDT", journal, journal.add(off))));
            last.put(account, result);
            remember(account, startedBy, found, Optional.empty());
            return result;
        });
    }

    private void remember(AccountId account, StartedBy startedBy, List<Difference> found, Optional<String> failure) {
        long number = runs.stream().filter(run -> run.account().equals(account)).count() + 1;
        runs.add(new ReconciliationRun(account, number, stage.now().minusSeconds(20), startedBy,
                failure.isPresent() ? Optional.empty() : Optional.of(stage.now().minus(Duration.ofDays(90))), 12, 2,
                count(found, Difference.Kind.FIGURES), count(found, Difference.Kind.ONLY_EXCHANGE),
                count(found, Difference.Kind.ONLY_JOURNAL), Duration.ofMillis(840), failure, List.of()));
        stage.post(MirrorTopics.COMPARED, Map.of(MirrorTopics.ACCOUNT, account.value()));
    }

    private static int count(List<Difference> found, Difference.Kind kind) {
        return (int) found.stream().filter(difference -> difference.kind() == kind).count();
    }

    @Override
    public Optional<Comparison> last(AccountId account) {
        return Optional.ofNullable(last.get(account));
    }

    @Override
    public CompletionStage<Comparison> correct(AccountId account, List<Difference> wanted) {
        corrected.addAll(wanted);
        note(account, steps(Step.Kind.CORRECTED, wanted));
        differences.computeIfPresent(account, (id, all) -> all.stream().filter(one -> !wanted.contains(one)).toList());
        return compare(account, StartedBy.CORRECTION);
    }

    @Override
    public CompletionStage<Comparison> takeBack(AccountId account, List<Difference> wanted) {
        takenBack.addAll(wanted);
        note(account, steps(Step.Kind.TAKEN_BACK, wanted));
        differences.computeIfPresent(account, (id, all) -> Stream.concat(wanted.stream(), all.stream()).toList());
        return compare(account, StartedBy.CORRECTION);
    }

    private List<Step> steps(Step.Kind kind, List<Difference> wanted) {
        return wanted.stream().map(one -> new Step(stage.now(), kind, one.slot().instrument(), one.slot().side(), one.closedAt(),
                one.fields().stream().map(Difference.Field::name).toList())).toList();
    }

    @Override
    public ReconciliationRun add(ReconciliationRun run) {
        throw new AssertionError("the stage remembers by itself");
    }

    @Override
    public void note(AccountId account, List<Step> steps) {
        runs.stream().filter(run -> run.account().equals(account)).reduce((one, two) -> two).ifPresent(run -> {
            var all = Stream.concat(run.steps().stream(), steps.stream()).toList();
            runs.set(runs.indexOf(run), new ReconciliationRun(run.account(), run.number(), run.at(), run.startedBy(), run.since(),
                    run.compared(), run.open(), run.figures(), run.onlyExchange(), run.onlyJournal(), run.took(), run.failure(), all));
        });
    }

    @Override
    public List<ReconciliationRun> newest(Optional<AccountId> account, int limit) {
        return List.copyOf(runs).reversed().stream().filter(run -> account.isEmpty() || account.get().equals(run.account())).limit(limit)
                .toList();
    }
}
