package org.mirrorbook.mirror.account;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.mirrorbook.credentials.CredentialVault;
import org.mirrorbook.credentials.VaultProblem;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.risk.RiskUnit;
import org.mirrorbook.exchange.ApiCredential;
import org.mirrorbook.exchange.KeyTrial;
import org.mirrorbook.journal.Account;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.mirror.AccountProblem;
import org.mirrorbook.mirror.AccountService;
import org.mirrorbook.mirror.NewAccount;
import org.mirrorbook.mirror.component.MirrorRun;
import org.mirrorbook.mirror.component.MirrorSettings;
import org.mirrorbook.mirror.component.RunningLanes;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The accounts as the journal keeps their rows and the vault their keys. One command at a time; only trying a key, which talks to a venue,
 * and waiting for mirrors to end hold nobody up. Immediate, since what is mirrored is known here only.
 *
 * <p>Longer than most classes here: each command is a few lines, and the order in which it writes vault, row and configuration is its
 * point.
 */
@Component(service = AccountService.class, immediate = true)
public final class KeptAccounts implements AccountService {

    private static final Logger LOG = LoggerFactory.getLogger(KeptAccounts.class);
    private static final Duration STOP_DEADLINE = Duration.ofSeconds(10);

    private final AccountRows rows;
    private final CredentialVault vault;
    private final Admission admission;
    private final RunningLanes lanes;
    private final Consumer<Collection<MirrorSettings>> configurations;
    private final Clock clock;
    private final Supplier<AccountId> ids;
    private final Mirroring mirroring = new Mirroring();

    @Activate
    public KeptAccounts(@Reference AccountRows rows, @Reference CredentialVault vault, @Reference Venues venues,
            @Reference PracticeHost practice, @Reference RunningLanes lanes, @Reference ConfigurationAdmin admin, @Reference MirrorRun run,
            @Reference Clock clock) {
        this(rows, vault, venues, practice, lanes, new MirrorConfigurations(admin, run)::become, clock,
                () -> new AccountId(UUID.randomUUID().toString()));
        configurations.accept(List.of());
    }

    KeptAccounts(AccountRows rows, CredentialVault vault, Venues venues, PracticeHost practice, RunningLanes lanes,
            Consumer<Collection<MirrorSettings>> configurations, Clock clock, Supplier<AccountId> ids) {
        this.rows = rows;
        this.vault = vault;
        this.admission = new Admission(venues, practice);
        this.lanes = lanes;
        this.configurations = configurations;
        this.clock = clock;
        this.ids = ids;
    }

    @Override
    public List<Account> accounts() {
        return everyAccount().stream().filter(account -> !account.removed()).toList();
    }

    @Override
    public List<Account> everyAccount() {
        return Sorted.get(rows::all);
    }

    @Override
    public List<Account> known() {
        return rows.newest().stream().filter(account -> !account.removed()).toList();
    }

    @Override
    public Optional<Account> find(String label) {
        return accounts().stream().filter(account -> account.label().equalsIgnoreCase(label.strip())).findFirst();
    }

    @Override
    public KeyTrial tryKey(NewAccount wanted, Optional<ApiCredential> credential) {
        return tryKey(wanted, credential, KeptAccounts::untold);
    }

    @Override
    public KeyTrial tryKey(NewAccount wanted, Optional<ApiCredential> credential, Consumer<KeyTrial.Step> told) {
        return admission.tried(Admission.TRIAL, wanted, credential, told);
    }

    @Override
    public KeyTrial check(AccountId account) {
        return check(account, KeptAccounts::untold);
    }

    @Override
    public KeyTrial check(AccountId account, Consumer<KeyTrial.Step> told) {
        var row = AccountRows.existing(everyAccount(), account);
        return admission.tried(account, wanted(row, row.label(), row.acceptsTradingKey()), keptKey(row), told);
    }

    private static void untold(KeyTrial.Step step) {
        // who asks like this wants the result only
    }

    @Override
    public Account add(NewAccount wanted, Optional<ApiCredential> credential, String kind) {
        var label = Wishes.label(wanted.label());
        admission.connectors(wanted);
        var endpoint = Wishes.endpoint(wanted.endpoint());
        var key = wanted.isEmbeddedPractice() ? Optional.<ApiCredential>empty() : Optional.of(Admission.needed(credential));
        var mark = KeyMark.of(wanted.venue(), wanted.environment(), endpoint, key);
        withoutKey(everyAccount(), label, mark);
        key.ifPresent(one -> admission.admit(wanted, one, mark, !kind.isEmpty()));
        return keep(wanted, label, endpoint, key, mark, kind);
    }

    @Override
    public boolean awaitsKey(AccountId account) {
        var row = AccountRows.existing(everyAccount(), account);
        return !row.isEmbeddedPractice() && Sorted.get(() -> !vault.holds(account)
                || !KeyMark.of(row.venue(), row.environment(), row.endpoint(), Optional.of(vault.get(account))).equals(row.keyMark()));
    }

    /** The account of that key which another home added, where this home's vault has the key not yet; fails where it is no news. */
    private Optional<Account> withoutKey(List<Account> known, String label, String mark) {
        var shared = known.stream().filter(account -> !account.removed() && account.keyMark().equals(mark)).findFirst();
        if (shared.filter(account -> !awaitsKey(account.id())).isPresent()) {
            refuseKnownKey(known, mark, Optional.empty());
        }
        shared.filter(account -> !account.label().equalsIgnoreCase(label)).ifPresent(account -> {
            throw new AccountProblem("The journal has this key's account already, as " + account.label()
                    + ": give the key under that label.");
        });
        return shared;
    }

    /** The row is everybody's who shares the journal, and stays as it is. */
    private Account keepKey(Account shared, ApiCredential key) {
        Sorted.run(() -> vault.put(shared.id(), key));
        mirroring.keyReplaced(shared.id());
        follow();
        return shared;
    }

    private synchronized Account keep(NewAccount wanted, String label, Optional<URI> endpoint, Optional<ApiCredential> key, String mark,
            String kind) {
        var known = everyAccount();
        var shared = withoutKey(known, label, mark);
        if (shared.isPresent()) {
            return keepKey(shared.get(), key.orElseThrow());
        }
        var former = known.stream().filter(account -> account.removed() && account.keyMark().equals(mark)).findFirst();
        var id = former.map(Account::id).orElseGet(ids);
        refuseTakenLabel(known, label, id);
        // the kind of before stays: where it changed, its mirror has to find that out, for the positions that are open in its book
        var knownKind = former.map(Account::kind).filter(before -> !before.isEmpty()).orElse(kind);
        var row = new Account(id, label, wanted.venue(), wanted.environment(), endpoint, knownKind, mark, wanted.mirror(),
                wanted.acceptsTradingKey(), false, former.map(Account::createdAt).orElseGet(clock::instant));
        Sorted.run(() -> {
            key.ifPresent(one -> vault.put(id, one));
            writeOr(() -> rows.add(row), () -> {
                if (key.isPresent()) {
                    vault.remove(id);
                }
            });
        });
        follow();
        return row;
    }

    @Override
    public Account edit(AccountId account, String label, Optional<ApiCredential> credential, boolean acceptsTradingKey) {
        var row = AccountRows.existing(everyAccount(), account);
        var name = Wishes.label(label);
        var key = row.isEmbeddedPractice() ? Optional.<ApiCredential>empty() : credential.map(Wishes::credential);
        var mark = key.isPresent() ? KeyMark.of(row.venue(), row.environment(), row.endpoint(), key) : row.keyMark();
        refuseKnownKey(everyAccount(), mark, Optional.of(account));
        key.ifPresent(one -> admission.admit(wanted(row, name, acceptsTradingKey), one, mark, true));
        return keep(account, name, key, mark, acceptsTradingKey);
    }

    private synchronized Account keep(AccountId account, String name, Optional<ApiCredential> key, String mark, boolean acceptsTradingKey) {
        var known = everyAccount();
        refuseTakenLabel(known, name, account);
        refuseKnownKey(known, mark, Optional.of(account));
        var edited = Sorted.get(() -> {
            var former = key.flatMap(one -> stored(account));
            key.ifPresent(one -> vault.put(account, one));
            return writeOr(() -> rows.change(account, row -> row.edited(name, mark, acceptsTradingKey)), () -> {
                if (key.isPresent()) {
                    former.ifPresentOrElse(one -> vault.put(account, one), () -> vault.remove(account));
                }
            });
        });
        if (key.isPresent()) {
            mirroring.keyReplaced(account);
        }
        follow();
        return edited;
    }

    @Override
    public synchronized Account setMirror(AccountId account, boolean on) {
        var row = Sorted.get(() -> rows.change(account, before -> before.withMirror(on)));
        follow();
        return row;
    }

    @Override
    public synchronized Account setRiskUnit(AccountId account, Optional<RiskUnit> unit) {
        var row = Sorted.get(() -> rows.change(account, before -> before.withRiskUnit(unit)));
        // read when it is the lane's turn: it may have been changed again by then. A lane that cannot take it is told when it opens
        lanes.lane(account).ifPresent(lane -> lane.tell(() -> rows.riskUnit(account, clock.instant())).exceptionally(refused -> {
            LOG.info("{}: the mirror hears of 1R when it opens its book: {}", row.label(), refused.getMessage());
            return null;
        }));
        return row;
    }

    @Override
    public synchronized void remove(AccountId account) {
        var off = Sorted.get(() -> rows.change(account, row -> row.withMirror(false)));
        follow();
        Sorted.run(() -> {
            if (!off.isEmbeddedPractice()) {
                vault.remove(account);
            }
            rows.change(account, Account::gone);
        });
        follow();
    }

    @Override
    public synchronized void mirrorEnabled() {
        mirroring.enabled();
        follow();
    }

    @Override
    public synchronized void mirrorOnly(Set<AccountId> accounts) {
        mirroring.only(accounts);
        follow();
    }

    @Override
    public void stopMirroring() {
        synchronized (this) {
            mirroring.nobody();
            lanes.beginStop();
            configurations.accept(List.of());
        }
        if (!lanes.awaitEmpty(STOP_DEADLINE)) {
            LOG.warn("not every mirror ended within {} s", STOP_DEADLINE.toSeconds());
        }
    }

    private void follow() {
        configurations.accept(mirroring.of(everyAccount()));
    }

    private static NewAccount wanted(Account row, String label, boolean acceptsTradingKey) {
        return new NewAccount(label, row.venue(), row.environment(), row.endpoint(), row.mirror(), acceptsTradingKey);
    }

    private Optional<ApiCredential> keptKey(Account row) {
        return row.isEmbeddedPractice() ? Optional.empty() : Optional.of(Sorted.get(() -> vault.get(row.id())));
    }

    private static void refuseKnownKey(List<Account> known, String mark, Optional<AccountId> but) {
        known.stream().filter(account -> !account.removed() && account.keyMark().equals(mark) && !but.equals(Optional.of(account.id())))
                .findFirst().ifPresent(account -> {
                    throw new AccountProblem("This key is already here as " + account.label() + ".");
                });
    }

    private static void refuseTakenLabel(List<Account> known, String label, AccountId but) {
        if (known.stream()
                .anyMatch(account -> !account.removed() && account.label().equalsIgnoreCase(label) && !account.id().equals(but))) {
            throw new AccountProblem("There is an account " + label + " already.");
        }
    }

    private Optional<ApiCredential> stored(AccountId account) {
        try {
            return Optional.of(vault.get(account));
        } catch (VaultProblem none) {
            LOG.debug("there is no former key to go back to", none);
            return Optional.empty();
        }
    }

    private static <T> T writeOr(Supplier<T> write, Runnable takeBack) {
        try {
            return write.get();
        } catch (JournalProblem problem) {
            try {
                takeBack.run();
            } catch (VaultProblem also) {
                problem.addSuppressed(also);
            }
            throw problem;
        }
    }

    private static void writeOr(Runnable write, Runnable takeBack) {
        writeOr(() -> {
            write.run();
            return null;
        }, takeBack);
    }
}
