package org.mirrorbook.ui.accounts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.core.runtime.jobs.ISchedulingRule;
import org.eclipse.osgi.util.NLS;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.risk.RiskUnit;
import org.mirrorbook.exchange.ApiCredential;
import org.mirrorbook.exchange.KeyTrial;
import org.mirrorbook.journal.Account;
import org.mirrorbook.journal.Cancellation;
import org.mirrorbook.journal.FilterTotals;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.JournalReader;
import org.mirrorbook.journal.TradeFilter;
import org.mirrorbook.mirror.AccountProblem;
import org.mirrorbook.mirror.AccountService;
import org.mirrorbook.mirror.NewAccount;
import org.mirrorbook.ui.Errand;
import org.mirrorbook.ui.model.accounts.Removal;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * The one way from the parts of the workbench to the account service: every call is an errand in a job, changes go one after the other,
 * and after each the accounts are read again for all who watch. Methods return at once; outcomes are told on the job's thread.
 * Thread-safe.
 */
@Component(service = AccountDesk.class, enabled = false)
public final class AccountDesk {

    private final AccountService accounts;
    private final JournalReader reader;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final ISchedulingRule oneAfterTheOther = new OneAfterTheOther();
    private final Map<AccountId, KeyTrial> tested = new ConcurrentHashMap<>();
    private volatile Optional<List<Account>> known = Optional.empty();
    private volatile Optional<String> failure = Optional.empty();

    @Activate
    public AccountDesk(@Reference(policyOption = ReferencePolicyOption.GREEDY) AccountService accounts,
            @Reference(policyOption = ReferencePolicyOption.GREEDY) JournalReader reader) {
        this.accounts = accounts;
        this.reader = reader;
        read();
    }

    /** Reads the accounts again. */
    public void read() {
        change(Messages.AccountDesk_read, () -> true, done -> {
        }, failed -> {
        });
    }

    /** Why the accounts could not be read last; nothing when they were. */
    public Optional<String> failure() {
        return failure;
    }

    /** The accounts as they were read last; none before {@link #isReady()}. */
    public List<Account> known() {
        return known.orElse(List.of());
    }

    /** Whether the accounts were read. */
    public boolean isReady() {
        return known.isPresent();
    }

    /**
     * Calls back after each change of the accounts, on any thread.
     *
     * @return ends the subscription
     */
    public Runnable subscribe(Runnable changed) {
        listeners.add(changed);
        return () -> listeners.remove(changed);
    }

    /**
     * Tries a key without keeping anything. The errand can be cancelled: its outcome is then forgotten.
     *
     * @param told of each step as soon as it ended, also after it was cancelled
     */
    public Errand<KeyTrial> tryKey(NewAccount wanted, Optional<ApiCredential> credential, Consumer<KeyTrial.Step> told,
            Consumer<KeyTrial> done, Consumer<String> failed) {
        return begun(new Errand<>(NLS.bind(Messages.AccountDesk_try, wanted.label()), () -> accounts.tryKey(wanted, credential, told),
                done, failed));
    }

    /** Tries the key that is kept for an account. */
    public Errand<KeyTrial> tryKey(Account account, Consumer<KeyTrial.Step> told, Consumer<KeyTrial> done, Consumer<String> failed) {
        return begun(new Errand<>(NLS.bind(Messages.AccountDesk_try, account.label()), () -> accounts.check(account.id(), told), trial -> {
            tested(account, trial);
            done.accept(trial);
        }, failed));
    }

    public void add(NewAccount wanted, Optional<ApiCredential> credential, String kind, Consumer<Account> done, Consumer<String> failed) {
        change(NLS.bind(Messages.AccountDesk_add, wanted.label()), () -> accounts.add(wanted, credential, kind), done, failed);
    }

    public void edit(Account account, String label, Optional<ApiCredential> credential, boolean acceptsTradingKey, Consumer<Account> done,
            Consumer<String> failed) {
        change(NLS.bind(Messages.AccountDesk_edit, account.label()),
                () -> accounts.edit(account.id(), label, credential, acceptsTradingKey), done, failed);
    }

    /** Says what 1R is in the account. */
    public void setRiskUnit(Account account, Optional<RiskUnit> unit, Consumer<Account> done, Consumer<String> failed) {
        change(NLS.bind(Messages.AccountDesk_risk, account.label()), () -> accounts.setRiskUnit(account.id(), unit), done, failed);
    }

    public void setMirror(Account account, boolean on, Consumer<Account> done, Consumer<String> failed) {
        change(NLS.bind(on ? Messages.AccountDesk_on : Messages.AccountDesk_off, account.label()),
                () -> accounts.setMirror(account.id(), on), done, failed);
    }

    public void remove(Account account, Consumer<Account> done, Consumer<String> failed) {
        change(NLS.bind(Messages.AccountDesk_remove, account.label()), () -> {
            accounts.remove(account.id());
            return account;
        }, done, failed);
    }

    /**
     * What a removal of the account would take away and what it would leave.
     *
     * @param recordings the folder above the accounts' recordings, where it is known
     */
    void removal(Account account, Optional<Path> recordings, Consumer<Removal> done, Consumer<String> failed) {
        begun(new Errand<>(Messages.AccountDesk_count, () -> {
            var totals = reader.totals(TradeFilter.none().withAccount(account.id()), new Cancellation());
            long open = totals.stream().mapToLong(FilterTotals::open).sum();
            long closed = totals.stream().mapToLong(one -> one.closed().closed()).sum();
            return new Removal(account, open + closed, open, recordings.flatMap(folder -> size(folder.resolve(account.id().value()))));
        }, done, failed));
    }

    /** How many bytes the files in it have; nothing where they cannot be looked at, which is said as not known. */
    private static Optional<Long> size(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Optional.of(0L);
        }
        try (var files = Files.list(folder)) {
            long sum = 0;
            for (var file : files.filter(Files::isRegularFile).toList()) {
                sum += Files.size(file);
            }
            return Optional.of(sum);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** What the last test of the account's key in this run told; absent before the first one. */
    Optional<KeyTrial> tested(Account account) {
        return Optional.ofNullable(tested.get(account.id()));
    }

    /** The key of the account was tested by the wizard. */
    void tested(Account account, KeyTrial trial) {
        tested.put(account.id(), trial);
        listeners.forEach(Runnable::run);
    }

    private <T> void change(String name, Supplier<T> work, Consumer<T> done, Consumer<String> failed) {
        var errand = new Errand<T>(name, () -> {
            try {
                return work.get();
            } finally {
                // also after a failure: it may have come half way
                readAgain();
            }
        }, done, failed);
        errand.setRule(oneAfterTheOther);
        begun(errand);
    }

    private void readAgain() {
        try {
            known = Optional.of(List.copyOf(accounts.accounts()));
            failure = Optional.empty();
        } catch (JournalProblem | AccountProblem problem) {
            failure = Optional.of(problem.getMessage());
        }
        listeners.forEach(Runnable::run);
    }

    private static <T> Errand<T> begun(Errand<T> errand) {
        errand.schedule();
        return errand;
    }

    private static final class OneAfterTheOther implements ISchedulingRule {
        @Override
        public boolean contains(ISchedulingRule rule) {
            return rule == this;
        }

        @Override
        public boolean isConflicting(ISchedulingRule rule) {
            return rule == this;
        }
    }
}
