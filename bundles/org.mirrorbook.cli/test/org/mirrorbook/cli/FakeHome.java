package org.mirrorbook.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;

import org.mirrorbook.credentials.CredentialVault;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.lifecycle.Observation;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.reconciliation.Comparison;
import org.mirrorbook.domain.reconciliation.Difference;
import org.mirrorbook.domain.risk.BreakEvenRule;
import org.mirrorbook.domain.risk.ProtectionKind;
import org.mirrorbook.domain.risk.RiskUnit;
import org.mirrorbook.exchange.ApiCredential;
import org.mirrorbook.exchange.KeyTrial;
import org.mirrorbook.exchange.LinkHealth;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.journal.Account;
import org.mirrorbook.journal.BreakEvenRules;
import org.mirrorbook.journal.JournalArchive;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.JournalReader;
import org.mirrorbook.journal.TradeEvent;
import org.mirrorbook.journal.TradeQuery;
import org.mirrorbook.mirror.AccountProblem;
import org.mirrorbook.mirror.AccountService;
import org.mirrorbook.mirror.LiveView;
import org.mirrorbook.mirror.MirrorDirectory;
import org.mirrorbook.mirror.MirrorPulse;
import org.mirrorbook.mirror.NewAccount;
import org.mirrorbook.mirror.Reconciliation;
import org.mirrorbook.mirror.TradeDesk;
import org.mirrorbook.runtime.Settings;

/**
 * A home in memory: accounts and trades as given, and a list of what was asked of it. Long, since it is every service that a command asks,
 * over one set of rows.
 */
final class FakeHome implements OpenHome, OpenFolder, Settings, CredentialVault, AccountService, JournalReader, MirrorDirectory,
        EventStream, Reconciliation, TradeDesk, BreakEvenRules {

    final FakeArchive archive = new FakeArchive();
    final List<Account> accounts = new ArrayList<>();
    final List<Trade> trades = new ArrayList<>();
    final Deque<MirrorEvent> events = new ArrayDeque<>();
    final List<MirrorEvent> late = new ArrayList<>();
    final List<String> asked = new ArrayList<>();
    final List<ApiCredential> keys = new ArrayList<>();
    final Map<AccountId, LinkStatus> links = new LinkedHashMap<>();
    final Map<AccountId, LinkHealth> healths = new LinkedHashMap<>();
    final Map<AccountId, ApiCredential> vault = new LinkedHashMap<>();
    final Map<String, String> settings = new LinkedHashMap<>();
    /** Accounts of which the vault has no key. */
    final List<AccountId> awaited = new ArrayList<>();
    Optional<Reconciliation> reconciliation = Optional.of(this);
    /** Whether another command owns it. */
    boolean shared;
    boolean stays;
    private BreakEvenRule rule = BreakEvenRule.none();
    Optional<Rebuilding> rebuilding = Optional.empty();
    /** Why the journal cannot be read. */
    Optional<JournalProblem> failure = Optional.empty();
    /** What a reader of the journal waits for. */
    CountDownLatch hanging = new CountDownLatch(0);
    Optional<VenueProblem> refusal = Optional.empty();
    Optional<KeyTrial> checked = Optional.empty();
    /** What comes of each comparison; where there is none more, the venue does not answer. */
    final Deque<Comparison> comparisons = new ArrayDeque<>();

    @Override
    public AccountService accountService() {
        return this;
    }

    @Override
    public JournalReader journal() {
        return this;
    }

    @Override
    public MirrorDirectory mirrors() {
        return this;
    }

    @Override
    public Optional<Reconciliation> reconciliation() {
        return reconciliation;
    }

    @Override
    public TradeDesk desk() {
        return this;
    }

    @Override
    public JournalArchive archive() {
        return archive;
    }

    @Override
    public BreakEvenRules breakEvenRules() {
        return this;
    }

    @Override
    public BreakEvenRule current() {
        return rule;
    }

    @Override
    public BreakEvenRule change(BigDecimal amount, BigDecimal fractionOfR) {
        throw new AssertionError("the desk tells the lanes as well");
    }

    @Override
    public CompletionStage<Void> plan(TradeId trade, ProtectionKind kind, Optional<BigDecimal> price) {
        asked.add("plan " + kind + " " + price.map(BigDecimal::toPlainString).orElse("none"));
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<BreakEvenRule> breakEven(BigDecimal amount, BigDecimal fractionOfR) {
        rule = new BreakEvenRule(rule.version() + 1, amount, fractionOfR);
        return CompletableFuture.completedStage(rule);
    }

    @Override
    public CompletionStage<Void> tell(AccountId account, Observation edit) {
        throw new AssertionError("no command tells a lane anything else");
    }

    @Override
    public long recordingBytes(AccountId account) {
        return 4096;
    }

    @Override
    public boolean isShared() {
        return shared;
    }

    @Override
    public void stay() {
        stays = true;
    }

    @Override
    public Settings settings() {
        return this;
    }

    @Override
    public CredentialVault vault() {
        return this;
    }

    @Override
    public Optional<String> get(String key) {
        return Optional.ofNullable(settings.get(key));
    }

    @Override
    public void put(String key, Optional<String> value) {
        value.ifPresentOrElse(text -> settings.put(key, text), () -> settings.remove(key));
    }

    @Override
    public void put(AccountId account, ApiCredential credential) {
        vault.put(account, credential);
    }

    @Override
    public ApiCredential get(AccountId account) {
        return vault.get(account);
    }

    @Override
    public Rebuilding rebuilding() {
        asked.add("rebuild");
        return rebuilding.orElseThrow();
    }

    @Override
    public EventStream events() {
        asked.add("listen");
        return this;
    }

    @Override
    public Optional<MirrorEvent> next(Duration atMost) {
        return Optional.ofNullable(events.poll());
    }

    @Override
    public void end() {
        // it ends by itself once all is told
    }

    @Override
    public List<MirrorEvent> rest() {
        return late;
    }

    @Override
    public void close() {
        asked.add("close");
    }

    @Override
    public List<Account> accounts() {
        return accounts.stream().filter(account -> !account.removed()).toList();
    }

    @Override
    public List<Account> known() {
        return List.copyOf(accounts);
    }

    @Override
    public List<Account> everyAccount() {
        return List.copyOf(accounts);
    }

    @Override
    public Optional<Account> find(String label) {
        return accounts().stream().filter(account -> account.label().equals(label)).findFirst();
    }

    @Override
    public KeyTrial tryKey(NewAccount wanted, Optional<ApiCredential> credential) {
        asked.add("try");
        return new KeyTrial(Optional.of("classic"), Optional.empty(),
                List.of(new KeyTrial.Step("Sign in", refusal.map(Throwable::getMessage).orElse("accepted"), Duration.ofMillis(12),
                refusal)));
    }

    @Override
    public Account add(NewAccount wanted, Optional<ApiCredential> credential, String kind) {
        asked.add("add");
        credential.ifPresent(keys::add);
        var account = new Account(new AccountId("a-" + (accounts.size() + 1)), wanted.label(), wanted.venue(), wanted.environment(),
                wanted.endpoint(), kind,
                "mark", wanted.mirror(), wanted.acceptsTradingKey(), false, Instant.EPOCH);
        accounts.add(account);
        return account;
    }

    @Override
    public boolean awaitsKey(AccountId account) {
        return awaited.contains(account);
    }

    @Override
    public boolean holds(AccountId account) {
        return vault.containsKey(account);
    }

    @Override
    public KeyTrial check(AccountId account) {
        asked.add("check " + account);
        return checked.orElseThrow(() -> new AccountProblem("not asked for"));
    }

    @Override
    public Account edit(AccountId account, String label, Optional<ApiCredential> credential, boolean acceptsTradingKey) {
        throw new AccountProblem("not asked for");
    }

    @Override
    public Account setMirror(AccountId id, boolean on) {
        var changed = accounts.stream().filter(account -> account.id().equals(id)).findFirst().orElseThrow().withMirror(on);
        accounts.replaceAll(account -> account.id().equals(id) ? changed : account);
        return changed;
    }

    @Override
    public Account setRiskUnit(AccountId id, Optional<RiskUnit> unit) {
        var changed = accounts.stream().filter(account -> account.id().equals(id)).findFirst().orElseThrow().withRiskUnit(unit);
        accounts.replaceAll(account -> account.id().equals(id) ? changed : account);
        return changed;
    }

    @Override
    public void remove(AccountId id) {
        vault.remove(id);
        asked.add("remove " + id);
    }

    @Override
    public void mirrorEnabled() {
        asked.add("mirror enabled");
    }

    @Override
    public void mirrorOnly(Set<AccountId> wanted) {
        asked.add("mirror " + wanted);
    }

    @Override
    public void stopMirroring() {
        asked.add("stop");
    }

    private void awaitHanging() {
        try {
            hanging.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public List<Trade> trades(TradeQuery query) {
        awaitHanging();
        failure.ifPresent(problem -> {
            throw problem;
        });
        return trades.stream().filter(trade -> query.account().stream().allMatch(trade.slot().scope().account()::equals))
                .filter(trade -> query.status().stream().allMatch(trade.status()::equals)).toList();
    }

    @Override
    public Optional<Trade> trade(TradeId id) {
        return trades.stream().filter(trade -> trade.id().equals(id)).findFirst();
    }

    @Override
    public List<Trade> lives(AccountId account, Instant closedSince) {
        return trades.stream().filter(trade -> trade.slot().scope().account().equals(account))
                .filter(trade -> trade.exit().map(exit -> !exit.closedAt().isBefore(closedSince)).orElse(true)).toList();
    }

    @Override
    public List<TradeEvent> events(TradeId id) {
        return List.of();
    }

    @Override
    public LiveView view() {
        return new LiveView(0, List.of());
    }

    @Override
    public Map<AccountId, LinkStatus> links() {
        return Map.copyOf(links);
    }

    @Override
    public Optional<LinkHealth> health(AccountId account) {
        return Optional.ofNullable(healths.get(account));
    }

    @Override
    public Optional<MirrorPulse> pulse(AccountId account) {
        return Optional.empty();
    }

    @Override
    public Subscription subscribe(Runnable changed) {
        return () -> {
        };
    }

    @Override
    public void syncNow(AccountId account) {
        throw new AccountProblem("not asked for");
    }

    @Override
    public CompletionStage<Comparison> compare(AccountId account, Optional<Instant> since) {
        asked.add("compare " + account + since.map(at -> " since " + at).orElse(""));
        return next();
    }

    @Override
    public Optional<Comparison> last(AccountId account) {
        return Optional.empty();
    }

    @Override
    public CompletionStage<Comparison> takeBack(AccountId account, List<Difference> corrected) {
        throw new AssertionError("no command takes a correction back");
    }

    @Override
    public CompletionStage<Comparison> correct(AccountId account, List<Difference> differences) {
        asked.add("correct " + account + " " + differences.stream().map(Difference::kind).toList());
        return next();
    }

    private CompletionStage<Comparison> next() {
        return comparisons.isEmpty() ? CompletableFuture.failedFuture(new VenueProblem(VenueProblem.Remedy.RETRY,
                Optional.of("UNREACHABLE"), "The exchange does not answer.")) : CompletableFuture.completedStage(comparisons.remove());
    }
}
