package org.mirrorbook.mirror.account;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.mirrorbook.credentials.CredentialVault;
import org.mirrorbook.credentials.VaultProblem;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.exchange.ApiCredential;
import org.mirrorbook.exchange.ConnectorFactory;
import org.mirrorbook.exchange.ConnectorSettings;
import org.mirrorbook.exchange.KeyTrial;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.journal.Account;
import org.mirrorbook.journal.Accounts;
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

    private final Accounts rows;
    private final CredentialVault vault;
    private final Venues venues;
    private final PracticeHost practice;
    private final RunningLanes lanes;
    private final Consumer<Collection<MirrorSettings>> configurations;
    private final Clock clock;
    private final Supplier<AccountId> ids;
    private final Mirroring mirroring = new Mirroring();

    @Activate
    public KeptAccounts(@Reference Accounts rows, @Reference CredentialVault vault, @Reference Venues venues,
            @Reference PracticeHost practice, @Reference RunningLanes lanes, @Reference ConfigurationAdmin admin, @Reference MirrorRun run,
            @Reference Clock clock) {
        this(rows, vault, venues, practice, lanes, new MirrorConfigurations(admin, run)::become, clock,
                () -> new AccountId(UUID.randomUUID().toString()));
        configurations.accept(List.of());
    }

    KeptAccounts(Accounts rows, CredentialVault vault, Venues venues, PracticeHost practice, RunningLanes lanes,
            Consumer<Collection<MirrorSettings>> configurations, Clock clock, Supplier<AccountId> ids) {
        this.rows = rows;
        this.vault = vault;
        this.venues = venues;
        this.practice = practice;
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
        return sorted(rows::all);
    }

    @Override
    public Optional<Account> find(String label) {
        return accounts().stream().filter(account -> account.label().equalsIgnoreCase(label.strip())).findFirst();
    }

    @Override
    public KeyTrial tryKey(NewAccount wanted, Optional<ApiCredential> credential) {
        var connectors = connectors(wanted);
        return sorted(() -> {
            if (wanted.isEmbeddedPractice()) {
                var exchange = practice.open();
                return connectors.tryKey(settings(wanted, Optional.of(exchange.endpoint())), exchange.credentials().get(0));
            }
            return connectors.tryKey(settings(wanted, Wishes.endpoint(wanted.endpoint())), needed(credential));
        });
    }

    private static ConnectorSettings settings(NewAccount wanted, Optional<URI> endpoint) {
        return new ConnectorSettings(new AccountId("trial"), wanted.label(), wanted.environment(), endpoint);
    }

    @Override
    public synchronized Account add(NewAccount wanted, Optional<ApiCredential> credential, String kind) {
        var label = Wishes.label(wanted.label());
        connectors(wanted);
        var endpoint = Wishes.endpoint(wanted.endpoint());
        var key = wanted.isEmbeddedPractice() ? Optional.<ApiCredential>empty() : Optional.of(needed(credential));
        var mark = KeyMark.of(wanted.venue(), wanted.environment(), endpoint, key);
        var known = everyAccount();
        refuseKnownKey(known, mark, Optional.empty());
        var former = known.stream().filter(account -> account.removed() && account.keyMark().equals(mark)).findFirst();
        var id = former.map(Account::id).orElseGet(ids);
        refuseTakenLabel(known, label, id);
        var row = new Account(id, label, wanted.venue(), wanted.environment(), endpoint, kind, mark, wanted.mirror(), false,
                former.map(Account::createdAt).orElseGet(clock::instant));
        sorted(() -> {
            key.ifPresent(one -> vault.put(id, one));
            putOr(row, () -> {
                if (key.isPresent()) {
                    vault.remove(id);
                }
            });
        });
        follow();
        return row;
    }

    @Override
    public synchronized Account edit(AccountId account, String label, Optional<ApiCredential> credential) {
        var known = everyAccount();
        var row = existing(known, account);
        var name = Wishes.label(label);
        refuseTakenLabel(known, name, account);
        var key = row.isEmbeddedPractice() ? Optional.<ApiCredential>empty() : credential.map(Wishes::credential);
        var mark = key.isPresent() ? KeyMark.of(row.venue(), row.environment(), row.endpoint(), key) : row.keyMark();
        refuseKnownKey(known, mark, Optional.of(account));
        var edited = new Account(account, name, row.venue(), row.environment(), row.endpoint(), row.kind(), mark, row.mirror(), false,
                row.createdAt());
        sorted(() -> {
            var former = key.flatMap(one -> stored(account));
            key.ifPresent(one -> vault.put(account, one));
            putOr(edited, () -> {
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
        var row = existing(everyAccount(), account).withMirror(on);
        sorted(() -> rows.put(row));
        follow();
        return row;
    }

    @Override
    public synchronized void remove(AccountId account) {
        var row = existing(everyAccount(), account);
        var off = row.withMirror(false);
        sorted(() -> rows.put(off));
        follow();
        sorted(() -> {
            if (!row.isEmbeddedPractice()) {
                vault.remove(account);
            }
            rows.put(new Account(account, row.label(), row.venue(), row.environment(), row.endpoint(), row.kind(), row.keyMark(), false,
                    true, row.createdAt()));
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

    private ConnectorFactory connectors(NewAccount wanted) {
        var connectors = venues.of(wanted.venue()).orElseThrow(() -> new AccountProblem(
                "There is no connector for the exchange \"" + wanted.venue() + "\" in this installation; there is: "
                        + venues.names() + "."));
        if (connectors.capabilities().stream().noneMatch(kind -> kind.environments().contains(wanted.environment()))) {
            var environment = wanted.environment().name().toLowerCase(Locale.ROOT);
            throw new AccountProblem("The exchange " + wanted.venue() + " has no environment " + environment + ".");
        }
        return connectors;
    }

    private static ApiCredential needed(Optional<ApiCredential> credential) {
        return Wishes.credential(credential.orElseThrow(() -> new AccountProblem("This account needs a key.")));
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

    private static Account existing(List<Account> known, AccountId id) {
        return known.stream().filter(account -> !account.removed() && account.id().equals(id)).findFirst()
                .orElseThrow(() -> new AccountProblem("This account is not here any more."));
    }

    private Optional<ApiCredential> stored(AccountId account) {
        try {
            return Optional.of(vault.get(account));
        } catch (VaultProblem none) {
            LOG.debug("there is no former key to go back to", none);
            return Optional.empty();
        }
    }

    private void putOr(Account row, Runnable takeBack) {
        try {
            rows.put(row);
        } catch (JournalProblem problem) {
            try {
                takeBack.run();
            } catch (VaultProblem also) {
                problem.addSuppressed(also);
            }
            throw problem;
        }
    }

    private static void sorted(Runnable step) {
        sorted(() -> {
            step.run();
            return null;
        });
    }

    /** The failures of others are ours too; their sentences are for the user already. */
    private static <T> T sorted(Supplier<T> step) {
        try {
            return step.get();
        } catch (JournalProblem | VaultProblem | VenueProblem problem) {
            throw new AccountProblem(problem.getMessage(), problem);
        } catch (IllegalArgumentException settings) {
            throw new AccountProblem(settings.getMessage(), settings);
        }
    }
}
