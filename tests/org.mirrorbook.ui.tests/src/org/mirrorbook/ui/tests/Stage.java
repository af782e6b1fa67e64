package org.mirrorbook.ui.tests;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

import org.mirrorbook.credentials.CredentialVault;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.money.Money;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.risk.RiskUnit;
import org.mirrorbook.domain.statistics.Totals;
import org.mirrorbook.exchange.ApiCredential;
import org.mirrorbook.exchange.KeyGate;
import org.mirrorbook.exchange.KeyRights;
import org.mirrorbook.exchange.KeyTrial;
import org.mirrorbook.exchange.LinkHealth;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.exchange.Right;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.journal.Account;
import org.mirrorbook.journal.BreakEvenRules;
import org.mirrorbook.journal.JournalReader;
import org.mirrorbook.journal.ReconciliationRuns;
import org.mirrorbook.journal.TradeEvent;
import org.mirrorbook.journal.TradeQuery;
import org.mirrorbook.journal.TradeSort;
import org.mirrorbook.journal.TradeStatistics;
import org.mirrorbook.mirror.AccountProblem;
import org.mirrorbook.mirror.AccountService;
import org.mirrorbook.mirror.LiveView;
import org.mirrorbook.mirror.MirrorDirectory;
import org.mirrorbook.mirror.MirrorPulse;
import org.mirrorbook.mirror.MirrorTopics;
import org.mirrorbook.mirror.NewAccount;
import org.mirrorbook.mirror.Reconciliation;
import org.mirrorbook.mirror.TradeDesk;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;
import org.osgi.util.tracker.ServiceTracker;

/**
 * The services that the views meet, in memory and steered by a test, so that every state can be put on the screen. While they are
 * registered they outrank the product's own. Long, since all of them show one set of accounts and trades.
 */
final class Stage implements AccountService, MirrorDirectory, JournalReader, CredentialVault, AutoCloseable {

    static final String REFUSED = "wrong";
    static final String TRADING = "may-trade";
    static final String UNREACHABLE = "nobody-there";
    static final String REFUSAL = "The journal cannot be written.";

    final Map<AccountId, Account> accounts = new ConcurrentHashMap<>();
    final Map<AccountId, LinkStatus> links = new ConcurrentHashMap<>();
    final Map<TradeId, Trade> trades = new ConcurrentHashMap<>();
    final Map<TradeId, List<TradeEvent>> events = new ConcurrentHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();
    private final BundleContext context = FrameworkUtil.getBundle(Stage.class).getBundleContext();
    private final Clock clock;
    private volatile LiveView view = new LiveView(0, List.of());
    volatile boolean refusesToSwitch;
    /** What is edited and compared. */
    final StagedBooks books;
    /** What was put into the vault. */
    final Map<AccountId, ApiCredential> vault = new ConcurrentHashMap<>();

    Stage(Clock clock) {
        this.clock = clock;
        this.books = new StagedBooks(this);
    }

    /** From now on the views see this. */
    Stage open() {
        Dictionary<String, Object> rank = new Hashtable<>(Map.of("service.ranking", 1000));
        registrations.add(context.registerService(Clock.class, clock, rank));
        registrations.add(context.registerService(new String[] {AccountService.class.getName(), MirrorDirectory.class.getName(),
                JournalReader.class.getName(), CredentialVault.class.getName()}, this, rank));
        registrations.add(context.registerService(new String[] {TradeDesk.class.getName(), Reconciliation.class.getName(),
                ReconciliationRuns.class.getName(), BreakEvenRules.class.getName()}, books, rank));
        return this;
    }

    @Override
    public void close() {
        registrations.reversed().forEach(ServiceRegistration::unregister);
    }

    Account account(String label, Environment environment, String kind, boolean mirror) {
        var account = new Account(new AccountId(label.toLowerCase(Locale.ROOT)), label, "bitget", environment, Optional.empty(), kind,
                "mark of " + label, mirror,
                false, clock.instant());
        accounts.put(account.id(), account);
        return account;
    }

    void link(Account account, LinkStatus status) {
        links.put(account.id(), status);
        changed();
    }

    void view(LiveView view) {
        this.view = view;
        changed();
    }

    private void changed() {
        listeners.forEach(Runnable::run);
    }

    /** Puts a trade into the journal and says so on the bus. */
    void journal(Trade trade) {
        trades.put(trade.id(), trade);
        post(MirrorTopics.UPDATED, Map.of(MirrorTopics.TRADE, trade.id().value()));
    }

    /** Says something on the bus. */
    void post(String topic, Map<String, ?> properties) {
        var tracker = new ServiceTracker<EventAdmin, EventAdmin>(context, EventAdmin.class, null);
        tracker.open();
        tracker.getService().postEvent(new Event(topic, properties));
        tracker.close();
    }

    @Override
    public List<Account> accounts() {
        return accounts.values().stream().filter(account -> !account.removed()).sorted((a, b) -> a.label().compareTo(b.label())).toList();
    }

    @Override
    public List<Account> known() {
        return accounts();
    }

    @Override
    public List<Account> everyAccount() {
        return List.copyOf(accounts.values());
    }

    @Override
    public Optional<Account> find(String label) {
        return accounts().stream().filter(account -> account.label().equals(label)).findFirst();
    }

    @Override
    public KeyTrial tryKey(NewAccount wanted, Optional<ApiCredential> credential) {
        var connect = new KeyTrial.Step("Connect", "api.bitget.com answers", Duration.ofMillis(182), Optional.empty());
        if (credential.filter(key -> key.apiKey().equals(UNREACHABLE)).isPresent()) {
            var problem = new VenueProblem(VenueProblem.Remedy.RETRY, Optional.of("UNREACHABLE"), "The exchange does not answer.");
            return new KeyTrial(Optional.empty(), Optional.empty(),
                    List.of(new KeyTrial.Step("Connect", "", Duration.ofSeconds(5), Optional.of(problem))));
        }
        if (credential.filter(key -> key.apiKey().equals(REFUSED)).isPresent()) {
            var problem = new VenueProblem(VenueProblem.Remedy.ASK_USER, Optional.of("40012"), "The key or its passphrase is not right.");
            return new KeyTrial(Optional.empty(), Optional.empty(),
                    List.of(connect, new KeyTrial.Step("Sign in", "", Duration.ofMillis(241), Optional.of(problem))));
        }
        boolean trades = credential.filter(key -> key.apiKey().equals(TRADING)).isPresent();
        var rights = new KeyRights(Right.YES, trades ? Right.YES : Right.NO, Right.NO, Right.NO, Optional.of(Set.of("203.0.113.7")),
                Optional.empty());
        var verdict = new KeyGate().judge(rights, wanted.acceptsTradingKey());
        var trial = good(rights);
        if (verdict.refusal().isEmpty()) {
            return trial;
        }
        var refused = new KeyTrial.Step(KeyTrial.RIGHTS, verdict.refusal().get().getMessage(), Duration.ofMillis(61), verdict.refusal());
        return new KeyTrial(trial.kind(), trial.venueAccount(), rights, trial.clockOffset(),
                Stream.concat(trial.steps().stream().limit(4), Stream.of(refused)).toList());
    }

    private static KeyTrial good(KeyRights rights) {
        return new KeyTrial(Optional.of("classic"), Optional.empty(), rights, Optional.of(Duration.ofMillis(12)), List.of(
                new KeyTrial.Step("Connect", "api.bitget.com answers", Duration.ofMillis(182), Optional.empty()),
                new KeyTrial.Step("Clock", "this computer is 12 ms behind", Duration.ofMillis(41), Optional.empty()),
                new KeyTrial.Step("Sign in", "key, secret and passphrase accepted", Duration.ofMillis(236), Optional.empty()),
                new KeyTrial.Step("Account kind", "classic", Duration.ofMillis(88), Optional.empty()),
                new KeyTrial.Step(KeyTrial.RIGHTS, "may read; may not trade, withdraw, transfer", Duration.ofMillis(61),
                        Optional.empty())));
    }

    @Override
    public Account add(NewAccount wanted, Optional<ApiCredential> credential, String kind) {
        if (find(wanted.label()).isPresent()) {
            throw new AccountProblem("There is an account of that name already.");
        }
        var account = account(wanted.label(), wanted.environment(), kind, wanted.mirror());
        return edited(account, wanted.label(), wanted.endpoint(), wanted.acceptsTradingKey());
    }

    @Override
    public boolean awaitsKey(AccountId account) {
        return false;
    }

    @Override
    public boolean holds(AccountId account) {
        return true;
    }

    private Account edited(Account account, String label, Optional<URI> endpoint, boolean acceptsTradingKey) {
        var edited = new Account(account.id(), label, account.venue(), account.environment(), endpoint, account.kind(), account.keyMark(),
                account.mirror(), acceptsTradingKey, account.removed(), account.createdAt());
        accounts.put(account.id(), edited);
        follow(edited);
        return edited;
    }

    @Override
    public KeyTrial check(AccountId id) {
        return good(KeyRights.unknown());
    }

    @Override
    public Account edit(AccountId id, String label, Optional<ApiCredential> credential, boolean acceptsTradingKey) {
        return edited(accounts.get(id), label, accounts.get(id).endpoint(), acceptsTradingKey);
    }

    @Override
    public Account setRiskUnit(AccountId id, Optional<RiskUnit> unit) {
        return accounts.computeIfPresent(id, (key, before) -> before.withRiskUnit(unit));
    }

    @Override
    public Account setMirror(AccountId id, boolean on) {
        if (refusesToSwitch) {
            throw new AccountProblem(REFUSAL);
        }
        var account = accounts.computeIfPresent(id, (key, before) -> before.withMirror(on));
        follow(account);
        return account;
    }

    private void follow(Account account) {
        if (account.mirror()) {
            links.put(account.id(), LinkStatus.of(LinkState.LIVE, clock.instant()));
        } else {
            links.remove(account.id());
            view = new LiveView(view.version() + 1,
                    view.positions().stream().filter(p -> !p.trade().slot().scope().account().equals(account.id())).toList());
        }
        changed();
    }

    @Override
    public void remove(AccountId id) {
        vault.remove(id);
        if (!accounts.containsKey(id)) {
            return;
        }
        follow(accounts.get(id).withMirror(false));
        accounts.computeIfPresent(id, (key, a) -> new Account(a.id(), a.label(), a.venue(), a.environment(), a.endpoint(), a.kind(),
                a.keyMark(),
                false, true, a.createdAt()));
    }

    @Override
    public void mirrorEnabled() {
        accounts().stream().filter(Account::mirror).forEach(account -> links.putIfAbsent(account.id(),
                LinkStatus.of(LinkState.LIVE, clock.instant())));
    }

    @Override
    public void mirrorOnly(Set<AccountId> only) {
        links.keySet().retainAll(only);
    }

    @Override
    public void stopMirroring() {
        links.clear();
    }

    @Override
    public LiveView view() {
        return view;
    }

    @Override
    public Map<AccountId, LinkStatus> links() {
        return Map.copyOf(links);
    }

    @Override
    public Optional<LinkHealth> health(AccountId account) {
        return Optional.ofNullable(links.get(account)).map(link -> new LinkHealth(Optional.of(clock.instant().minusSeconds(3)),
                Optional.of(clock.instant().minusSeconds(260)), Optional.of(Duration.ofMillis(12)), 1, 0, Optional.empty(),
                List.of(clock.instant().minusSeconds(261))));
    }

    @Override
    public Optional<MirrorPulse> pulse(AccountId account) {
        return Optional.ofNullable(links.get(account)).map(link -> new MirrorPulse(Optional.of(Duration.ofMillis(7)), 840,
                List.of(new Money(new BigDecimal("25418.36"), "USDT")), Optional.of(clock.instant())));
    }

    @Override
    public Subscription subscribe(Runnable changed) {
        listeners.add(changed);
        return () -> listeners.remove(changed);
    }

    @Override
    public void syncNow(AccountId account) {
        changed();
    }

    @Override
    public List<Trade> trades(TradeQuery query) {
        var filter = query.filter();
        var order = new TradeSort(TradeSort.Key.OPENED, query.newestFirst()).comparator();
        return trades.values().stream().filter(trade -> filter.accounts().isEmpty()
                || filter.accounts().contains(trade.slot().scope().account()))
                .filter(trade -> filter.statuses().isEmpty() || filter.statuses().contains(trade.status()))
                .filter(trade -> filter.side().isEmpty() || filter.side().get() == trade.slot().side())
                .filter(trade -> filter.environments().isEmpty() || filter.environments().contains(trade.slot().scope().environment()))
                .filter(trade -> trade.slot().instrument().toLowerCase(Locale.ROOT).contains(filter.text().toLowerCase(Locale.ROOT)))
                .filter(trade -> query.after().map(place -> query.newestFirst() ? trade.openedAt().isBefore(place.openedAt())
                        : trade.openedAt().isAfter(place.openedAt())).orElse(true))
                .sorted(order).limit(query.limit().orElse(Integer.MAX_VALUE)).toList();
    }

    @Override
    public long count() {
        return trades.size();
    }

    @Override
    public Optional<Trade> trade(TradeId id) {
        return Optional.ofNullable(trades.get(id));
    }

    @Override
    public List<Trade> lives(AccountId account, Instant closedSince) {
        return trades.values().stream().filter(trade -> trade.slot().scope().account().equals(account))
                .filter(trade -> trade.exit().map(exit -> !exit.closedAt().isBefore(closedSince)).orElse(true)).toList();
    }

    @Override
    public List<TradeEvent> events(TradeId id) {
        return events.getOrDefault(id, List.of());
    }

    @Override
    public void put(AccountId account, ApiCredential credential) {
        vault.put(account, credential);
    }

    @Override
    public ApiCredential get(AccountId account) {
        return vault.getOrDefault(account, new ApiCredential("key", "secret", "passphrase"));
    }

    @Override
    public List<TradeStatistics> statistics(Optional<AccountId> account) {
        var none = new TradeStatistics.RSum(BigDecimal.ZERO, 0);
        return Totals.byPurse(trades.values()).values().stream().map(totals -> new TradeStatistics(new AccountId("all"), "USDT", totals,
                BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, none, none)).toList();
    }

    Instant now() {
        return clock.instant();
    }
}
