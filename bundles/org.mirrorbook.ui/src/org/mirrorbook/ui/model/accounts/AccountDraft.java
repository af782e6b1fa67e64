package org.mirrorbook.ui.model.accounts;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;
import org.mirrorbook.exchange.KeyTrial;
import org.mirrorbook.journal.Account;
import org.mirrorbook.ui.model.AccountForm;
import org.mirrorbook.ui.model.RiskUnitForm;

/**
 * An account as it is made or changed, page by page, and what may be done with it now. Holds a key as long as its wizard is open. Not
 * thread-safe: for the UI thread.
 */
public final class AccountDraft {

    private final Optional<Account> edited;
    private final List<Account> known;
    private AccountForm form;
    private KeyTest test = KeyTest.due();

    /**
     * @param edited absent to add one
     * @param known all accounts that are there
     * @param form as the fields begin
     */
    public AccountDraft(Optional<Account> edited, List<Account> known, AccountForm form) {
        this.edited = requireNonNull(edited);
        this.known = List.copyOf(known);
        this.form = requireNonNull(form);
    }

    public Optional<Account> edited() {
        return edited;
    }

    public AccountForm form() {
        return form;
    }

    public KeyTest test() {
        return test;
    }

    /** The account fields were changed. The test of another connection counts no more, nor does what was agreed to for another key. */
    public void typed(AccountForm newest) {
        boolean same = newest.connectsAs(form);
        boolean kept = edited.filter(account -> newest.credential().isEmpty() && account.acceptsTradingKey()).isPresent();
        form = newest.with(same ? form.acceptsTradingKey() : kept, form.risk(), form.mirror());
        if (!same) {
            test = KeyTest.due();
        }
    }

    /** The user agrees to a key that can trade, or no more. */
    public void consent(boolean agreed) {
        form = form.with(agreed, form.risk(), form.mirror());
    }

    public void risk(RiskUnitForm risk) {
        form = form.with(form.acceptsTradingKey(), risk, form.mirror());
    }

    public void mirror(boolean atOnce) {
        form = form.with(form.acceptsTradingKey(), form.risk(), atOnce);
    }

    public void test(KeyTest newest) {
        test = newest;
    }

    /** Whether the key that is kept stays. */
    public boolean keyStays() {
        return edited.isPresent() && (form.isEmbeddedPractice() || form.credential().isEmpty());
    }

    /** What is wrong with name, exchange or key, as a sentence. */
    public Optional<String> accountProblem() {
        var none = form.with(form.acceptsTradingKey(), RiskUnitForm.of(Optional.empty()), form.mirror());
        return none.problem().or(this::taken);
    }

    private Optional<String> taken() {
        return known.stream().filter(account -> !account.removed() && account.label().equalsIgnoreCase(form.label()))
                .filter(account -> edited.filter(own -> own.id().equals(account.id())).isEmpty()).findFirst()
                .map(account -> NLS.bind(Messages.Draft_taken, account.label()));
    }

    /** What the test came to, once it ended. */
    public Optional<KeyFinding> finding() {
        return test.trial().map(trial -> KeyFinding.of(trial, form.acceptsTradingKey(), form.isEmbeddedPractice()));
    }

    /** Whether the page about the key is done with. */
    public boolean keyIsFine() {
        return keyStays() || finding().filter(KeyFinding::mayKeep).isPresent();
    }

    /** Whether all is said. */
    public boolean mayFinish() {
        return accountProblem().isEmpty() && keyIsFine() && form.risk().problem().isEmpty();
    }

    /** Which kind of account the test found; empty where it came to nothing. */
    public String kind() {
        return finding().filter(KeyFinding::mayKeep).flatMap(found -> test.trial()).flatMap(KeyTrial::kind).orElse("");
    }

    /** Whether name, key or agreement differ from what is kept: a change of 1R alone does not start the mirror again. */
    public boolean changesConnection() {
        return edited.filter(account -> account.label().equals(form.label()) && form.credential().isEmpty()
                && account.acceptsTradingKey() == form.acceptsTradingKey()).isEmpty();
    }

    /** What is tested, for its headline: {@code Bitget, live, key ends in C41B}. */
    public String subject() {
        return AccountWords.subject(form, keyStays());
    }

    /** What will be done when all is said, as a sentence. */
    public String summary() {
        return AccountWords.summary(this);
    }

    /** The key is needed no more. */
    public void forget() {
        form = form.withoutKey();
        test = KeyTest.due();
    }
}
