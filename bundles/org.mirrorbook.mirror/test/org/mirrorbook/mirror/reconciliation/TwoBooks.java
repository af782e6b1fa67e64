package org.mirrorbook.mirror.reconciliation;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.mirrorbook.credentials.CredentialVault;
import org.mirrorbook.credentials.VaultProblem;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.position.IdScope;
import org.mirrorbook.domain.position.LifeMark;
import org.mirrorbook.domain.position.MarginMode;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.Product;
import org.mirrorbook.domain.position.RowFigures;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.domain.position.Slot;
import org.mirrorbook.exchange.ApiCredential;
import org.mirrorbook.exchange.Connector;
import org.mirrorbook.exchange.ConnectorCapabilities;
import org.mirrorbook.exchange.ConnectorCapabilities.CredentialKind;
import org.mirrorbook.exchange.ConnectorCapabilities.HistoryGranularity;
import org.mirrorbook.exchange.ConnectorCapabilities.StreamModel;
import org.mirrorbook.exchange.ConnectorFactory;
import org.mirrorbook.exchange.ConnectorSettings;
import org.mirrorbook.exchange.CredentialSource;
import org.mirrorbook.exchange.KeyTrial;
import org.mirrorbook.exchange.LinkHealth;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.exchange.ObservationSink;
import org.mirrorbook.journal.Account;
import org.mirrorbook.journal.Accounts;
import org.mirrorbook.mirror.LiveView;
import org.mirrorbook.mirror.MirrorDirectory;
import org.mirrorbook.mirror.MirrorPulse;
import org.mirrorbook.mirror.MirrorTopics;
import org.mirrorbook.mirror.account.Venues;
import org.mirrorbook.mirror.lane.Timer;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;

/** A journal and a venue side by side, with the service between them; time passes when the story says so. */
final class TwoBooks implements Accounts, Venues, ConnectorFactory, MirrorDirectory, Timer, EventAdmin {

    static final Instant BEGINNING = Instant.parse("2026-03-01T00:00:00Z");
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final AccountId MAIN = new AccountId("a-1");
    static final Scope USDT = new Scope(MAIN, "test", Environment.LIVE, new Product("USDT-FUTURES", false));

    Instant now = NOON;
    final Clock clock = new Clock() {
        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    };
    final Ledger ledger = new Ledger(BEGINNING, clock);
    final ScriptedVenue venue = new ScriptedVenue(USDT);
    final List<Account> accounts = new ArrayList<>(List.of(new Account(MAIN, "main", "test", Environment.LIVE, Optional.empty(), "", "mark",
            true, false, BEGINNING)));
    /** What the bus was told, save that something was compared. */
    final List<Event> events = new ArrayList<>();
    int compared;
    final MemoryRuns runs = new MemoryRuns();
    /** What was done to mirrors and connections. */
    final List<String> diary = new ArrayList<>();
    final Map<AccountId, LinkStatus> links = new HashMap<>();
    Optional<ApiCredential> key = Optional.of(new ApiCredential("key", "secret", "pass"));
    boolean mirrored = true;
    private final List<Task> tasks = new ArrayList<>();
    final BooksReconciliation books;
    final Rounds rounds;

    private record Task(Instant due, Runnable work) {
    }

    TwoBooks() {
        var later = new Later(this, Runnable::run);
        var access = new VenueAccess(account -> mirrored ? Optional.of(venue) : Optional.empty(), this, vault(), () -> {
            throw new AssertionError("this is no practice account");
        }, later);
        books = new BooksReconciliation(this, access, new Reading(access, ledger, ledger, later, clock),
                new Remedies(ledger, ledger, later, clock), this, later, new Remembering(runs, this, later, clock));
        rounds = new Rounds(books, this, this, new Announcement(this, clock), later, clock);
        links.put(MAIN, LinkStatus.of(LinkState.LIVE, NOON));
    }

    /** Time passes; what is due meanwhile is done in order. */
    void pass(Duration duration) {
        var end = now.plus(duration);
        for (var next = due(end); next.isPresent(); next = due(end)) {
            tasks.remove(next.get());
            now = next.get().due();
            next.get().work().run();
        }
        now = end;
    }

    private Optional<Task> due(Instant end) {
        return tasks.stream().filter(task -> !task.due().isAfter(end)).min(Comparator.comparing(Task::due));
    }

    static Slot slot(String symbol) {
        return new Slot(USDT, symbol, Side.LONG, MarginMode.CROSSED, "USDT");
    }

    /** A long of 2 from 100 to 110: gross 2 * 10 = 20, fees -0.12 and -0.132, funding -0.5, net 19.248. */
    static ClosingRecord life(String symbol, Instant closedAt) {
        return new ClosingRecord(slot(symbol), mark(symbol, closedAt.minusSeconds(600)), closedAt, number("100"), number("110"),
                number("2"), number("2"), number("20"), number("-0.12"), number("-0.132"), number("-0.5"), Optional.of(number("19.248")));
    }

    static PositionRow open(String symbol, String size, Instant openedAt) {
        return new PositionRow(slot(symbol), mark(symbol, openedAt), number(size), number("100"), RowFigures.none(), openedAt);
    }

    private static LifeMark mark(String symbol, Instant openedAt) {
        return new LifeMark(Optional.of(symbol + "-" + openedAt.getEpochSecond()), IdScope.LIFE, Optional.of(openedAt), true);
    }

    static BigDecimal number(String text) {
        return new BigDecimal(text);
    }

    private CredentialVault vault() {
        return new CredentialVault() {
            @Override
            public void put(AccountId account, ApiCredential credential) {
                throw new AssertionError("a comparison keeps no key");
            }

            @Override
            public ApiCredential get(AccountId account) {
                return key.orElseThrow(() -> new VaultProblem("There is no key of this account."));
            }

            @Override
            public boolean holds(AccountId account) {
                return key.isPresent();
            }

            @Override
            public void remove(AccountId account) {
                throw new AssertionError("a comparison forgets no key");
            }
        };
    }

    @Override
    public List<Account> all() {
        return List.copyOf(accounts);
    }

    @Override
    public void put(Account account) {
        throw new AssertionError("a comparison changes no account");
    }

    @Override
    public Optional<ConnectorFactory> of(String name) {
        return name.equals("test") ? Optional.of(this) : Optional.empty();
    }

    @Override
    public String names() {
        return "test";
    }

    @Override
    public List<ConnectorCapabilities> capabilities() {
        return List.of(new ConnectorCapabilities("test", "", StreamModel.FULL_PER_PUSH, true, Set.of(), IdScope.LIFE, IdScope.NONE,
                IdScope.LIFE, true, false, HistoryGranularity.LIFE, Duration.ofDays(90), Duration.ofDays(90), false,
                CredentialKind.KEY_SECRET, Set.of(Environment.LIVE)));
    }

    @Override
    public Connector connector(ConnectorSettings settings, CredentialSource credentials, ObservationSink sink) {
        diary.add("a connection of its own for " + settings.label());
        venue.signing = credentials::credential;
        venue.whenStopped = () -> diary.add("ended");
        return venue;
    }

    @Override
    public KeyTrial tryKey(ConnectorSettings settings, ApiCredential credential) {
        throw new AssertionError("a comparison tries no key");
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
        return Optional.empty();
    }

    @Override
    public Optional<MirrorPulse> pulse(AccountId account) {
        return Optional.empty();
    }

    @Override
    public Subscription subscribe(Runnable changed) {
        throw new AssertionError("a comparison looks at no view");
    }

    @Override
    public void syncNow(AccountId account) {
        diary.add("sync");
        ledger.snapshot(USDT, venue.open);
    }

    @Override
    public void later(Duration delay, Runnable task) {
        tasks.add(new Task(now.plus(delay), task));
    }

    @Override
    public void postEvent(Event event) {
        if (event.getTopic().equals(MirrorTopics.COMPARED)) {
            compared++;
        } else {
            events.add(event);
        }
    }

    @Override
    public void sendEvent(Event event) {
        throw new AssertionError("would block on its receivers");
    }
}
