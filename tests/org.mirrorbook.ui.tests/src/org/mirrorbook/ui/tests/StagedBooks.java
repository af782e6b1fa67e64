package org.mirrorbook.ui.tests;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

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
import org.mirrorbook.mirror.Reconciliation;
import org.mirrorbook.mirror.TradeDesk;

/** The part of the stage where trades are edited, judged and compared. What differs is put there by a test and goes by a correction. */
final class StagedBooks implements TradeDesk, Reconciliation, BreakEvenRules {

    static final String REFUSAL = "The exchange does not answer.";

    final Map<AccountId, List<Difference>> differences = new ConcurrentHashMap<>();
    final List<Difference> corrected = new CopyOnWriteArrayList<>();
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
        if (refuses) {
            return CompletableFuture.failedStage(new VenueProblem(VenueProblem.Remedy.RETRY, Optional.of("UNREACHABLE"), REFUSAL));
        }
        return pause.orElseGet(() -> CompletableFuture.completedFuture(null)).thenApply(go -> {
            var result = new Comparison(account, stage.now().minus(Duration.ofDays(90)), stage.now().minusSeconds(20), 12,
                    differences.getOrDefault(account, List.of()));
            last.put(account, result);
            return result;
        });
    }

    @Override
    public Optional<Comparison> last(AccountId account) {
        return Optional.ofNullable(last.get(account));
    }

    @Override
    public CompletionStage<Comparison> correct(AccountId account, List<Difference> wanted) {
        corrected.addAll(wanted);
        differences.computeIfPresent(account, (id, all) -> {
            var left = new ArrayList<>(all);
            left.removeAll(wanted);
            return left;
        });
        return compare(account, Optional.empty());
    }
}
