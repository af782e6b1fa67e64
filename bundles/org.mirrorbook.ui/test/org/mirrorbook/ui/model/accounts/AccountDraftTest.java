package org.mirrorbook.ui.model.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.exchange.KeyRights;
import org.mirrorbook.exchange.KeyTrial;
import org.mirrorbook.exchange.Right;
import org.mirrorbook.journal.Account;
import org.mirrorbook.ui.model.AccountForm;
import org.mirrorbook.ui.model.Figures;
import org.mirrorbook.ui.model.RiskUnitForm;

/** What the wizard allows at each moment. */
class AccountDraftTest {

    private static final RiskUnitForm NO_RISK = RiskUnitForm.of(Optional.empty());

    private final Account main = new Account(new AccountId("a-1"), "Main", "bitget", Environment.LIVE, Optional.empty(), "classic", "mark",
            true, true, false, Instant.EPOCH);

    @Test
    void aNewKeyHasToBeTestedBeforeItIsSaved() {
        var draft = adding();
        draft.typed(form("Scalp", "bg_0123456789C41B"));

        assertThat(draft.mayFinish()).isFalse();
        draft.test(KeyTest.begun().ended(trial(Right.NO)));

        assertThat(draft.mayFinish()).isTrue();
        assertThat(draft.kind()).isEqualTo("classic");
        assertThat(draft.subject()).isEqualTo("Bitget, live, key ends in C41B");
    }

    @Test
    void anotherKeyForgetsTheTestAndTheConsentAndAnotherNameDoesNot() {
        var draft = adding();
        draft.typed(form("Scalp", "bg_0123456789C41B"));
        draft.test(KeyTest.begun().ended(trial(Right.YES)));
        assertThat(draft.mayFinish()).isFalse();
        draft.consent(true);
        assertThat(draft.mayFinish()).isTrue();

        draft.typed(form("Bot", "bg_0123456789C41B"));
        assertThat(draft.mayFinish()).as("only the name is another").isTrue();

        draft.typed(form("Bot", "bg_another_key_88D2"));
        assertThat(draft.test().is(KeyTest.State.DUE)).isTrue();
        assertThat(draft.form().acceptsTradingKey()).isFalse();
    }

    @Test
    void aNameThatIsTakenIsSaidBeforeAnythingIsTested() {
        var draft = adding();
        draft.typed(form("main", "bg_0123456789C41B"));

        assertThat(draft.accountProblem()).contains("There is an account Main already: give it another name.");
    }

    @Test
    void anEditedAccountKeepsItsKeyAndItsConsentWhereTheKeyFieldsAreEmpty() {
        var draft = new AccountDraft(Optional.of(main), List.of(main), edited("Main", ""));
        draft.typed(edited("Main", ""));
        assertThat(draft.keyStays()).isTrue();
        assertThat(draft.mayFinish()).as("untested: the key is the one that is kept").isTrue();
        assertThat(draft.changesConnection()).isFalse();

        draft.typed(edited("Main", "bg_new_key_12345678"));
        assertThat(draft.mayFinish()).isFalse();
        assertThat(draft.form().acceptsTradingKey()).as("agreed to for another key").isFalse();

        draft.typed(edited("Main", ""));
        assertThat(draft.form().acceptsTradingKey()).isTrue();
        assertThat(draft.changesConnection()).isFalse();
    }

    @Test
    void a1rThatIsNoneKeepsItFromBeingFinished() {
        var draft = new AccountDraft(Optional.of(main), List.of(main), edited("Main", ""));
        draft.risk(new RiskUnitForm(RiskUnitForm.Kind.PERCENT, "", ""));

        assertThat(draft.accountProblem()).as("the first page has nothing to do with it").isEmpty();
        assertThat(draft.mayFinish()).isFalse();
    }

    @Test
    void aDraftThatIsForgottenHoldsNoKey() {
        var draft = adding();
        draft.typed(form("Scalp", "bg_0123456789C41B"));

        draft.forget();

        assertThat(draft.form().apiKey() + draft.form().secret() + draft.form().passphrase()).isEmpty();
    }

    @Test
    void theUsual1rIsKeptAsTextAndWhatCannotBeReadIsNone() {
        for (var form : List.of(NO_RISK, new RiskUnitForm(RiskUnitForm.Kind.FIXED, "250", "USDT"),
                new RiskUnitForm(RiskUnitForm.Kind.PERCENT, "0.5", ""))) {
            assertThat(UsualRisk.form(UsualRisk.text(form))).isEqualTo(form);
        }
        assertThat(UsualRisk.form("much")).isEqualTo(NO_RISK);
        assertThat(UsualRisk.form("500 %")).isEqualTo(NO_RISK);
    }

    @Test
    void aRemovalSaysWhatGoesAndWhatStaysWithItsFigures() {
        var figures = new Figures(ZoneOffset.UTC);

        assertThat(new Removal(main, 61, 2, Optional.of(18L << 20)).lines(figures)).extracting(Removal.Line::words).containsExactly(
                "its key, deleted from the vault; its connection; its settings. Mirroring of Main stops.",
                "61 trades with their notes, tags and pictures; the history of comparisons; the recording (18 MB). "
                        + "They keep the name Main and can be filtered.",
                "2 trades stay open in the journal and are not watched any more.",
                "nothing changes. Delete the key there as well if you no longer need it.");
        assertThat(new Removal(main, 0, 0, Optional.empty()).lines(figures).get(1).words())
                .isEqualTo("no trade of it is in the journal; the history of comparisons; the recording, if there is one.");
    }

    private AccountDraft adding() {
        return new AccountDraft(Optional.empty(), List.of(main), form("", ""));
    }

    private static AccountForm form(String label, String key) {
        return new AccountForm(label, "bitget", Environment.LIVE, "", key, key, key, true, false, NO_RISK, true);
    }

    private static AccountForm edited(String label, String key) {
        return new AccountForm(label, "bitget", Environment.LIVE, "", key, key, key, true, true, NO_RISK, false);
    }

    private static KeyTrial trial(Right trade) {
        var rights = new KeyRights(Right.YES, trade, Right.NO, Right.NO, Optional.of(Set.of("203.0.113.7")), Optional.empty());
        return new KeyTrial(Optional.of("classic"), Optional.empty(), rights, Optional.empty(),
                List.of(new KeyTrial.Step(KeyTrial.RIGHTS, "told", Duration.ofMillis(70), Optional.empty())));
    }
}
