package org.mirrorbook.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.risk.RiskUnit;
import org.mirrorbook.exchange.ApiCredential;
import org.mirrorbook.exchange.KeyTrial;
import org.mirrorbook.exchange.LinkHealth;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.journal.Account;
import org.mirrorbook.journal.JournalReader;
import org.mirrorbook.journal.TradeEvent;
import org.mirrorbook.journal.TradeQuery;
import org.mirrorbook.mirror.AccountProblem;
import org.mirrorbook.mirror.AccountService;
import org.mirrorbook.mirror.LiveView;
import org.mirrorbook.mirror.MirrorDirectory;
import org.mirrorbook.mirror.NewAccount;

/** A home in memory: accounts and trades as given, and a list of what was asked of it. */
final class FakeHome implements OpenHome, AccountService, JournalReader, MirrorDirectory, EventStream {

    final List<Account> accounts = new ArrayList<>();
    final List<Trade> trades = new ArrayList<>();
    final Deque<MirrorEvent> events = new ArrayDeque<>();
    final List<MirrorEvent> late = new ArrayList<>();
    final List<String> asked = new ArrayList<>();
    final List<ApiCredential> keys = new ArrayList<>();
    Optional<Rebuilding> rebuilding = Optional.empty();
    Optional<VenueProblem> refusal = Optional.empty();
    Optional<KeyTrial> checked = Optional.empty();

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
    public KeyTrial check(AccountId account) {
        asked.add("check " + account);
        return checked.orElseThrow(() -> new AccountProblem("not asked for"));
    }

    @Override
    public Account edit(AccountId account, String label, Optional<ApiCredential> credential, boolean acceptsTradingKey) {
        throw new AccountProblem("not asked for");
    }

    @Override
    public Account setRiskUnit(AccountId id, Optional<RiskUnit> unit) {
        throw new AssertionError("no command sets 1R");
    }

    @Override
    public Account setMirror(AccountId id, boolean on) {
        var changed = accounts.stream().filter(account -> account.id().equals(id)).findFirst().orElseThrow().withMirror(on);
        accounts.replaceAll(account -> account.id().equals(id) ? changed : account);
        return changed;
    }

    @Override
    public void remove(AccountId id) {
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

    @Override
    public List<Trade> trades(TradeQuery query) {
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
        return Map.of();
    }

    @Override
    public Optional<LinkHealth> health(AccountId account) {
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
}
