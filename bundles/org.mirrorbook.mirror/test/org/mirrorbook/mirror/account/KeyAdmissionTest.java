package org.mirrorbook.mirror.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.exchange.ApiCredential;
import org.mirrorbook.exchange.KeyRights;
import org.mirrorbook.exchange.KeyTrial;
import org.mirrorbook.exchange.Right;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.exchange.VenueProblem.Remedy;
import org.mirrorbook.mirror.AccountProblem;
import org.mirrorbook.mirror.NewAccount;
import org.mirrorbook.mirror.component.MirrorSettings;
import org.mirrorbook.mirror.component.RunningLanes;
import org.mirrorbook.mirror.lane.LaneControl;

/** Which keys are let in, which are not, and how that is said. */
class KeyAdmissionTest {

    private static final ApiCredential KEY = new ApiCredential("bg_key", "top-secret", "phrase");

    private final MemoryAccounts rows = new MemoryAccounts();
    private final MemoryVault vault = new MemoryVault();
    private final OneVenue venue = new OneVenue();
    private final List<Collection<MirrorSettings>> followed = new ArrayList<>();
    private final AccountRows accountRows = new AccountRows(rows);
    private final KeptAccounts accounts = new KeptAccounts(accountRows, vault, venue, () -> {
        throw new AssertionError("no story here practices");
    }, new NoLanes(), followed::add, Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC), () -> new AccountId("a-1"));

    @Test
    void aKeyThatOnlyReadsIsTakenAndTheTrialSaysWhatItMayDo() {
        var trial = accounts.tryKey(wanted(false), Optional.of(KEY));

        assertThat(trial.problem()).isEmpty();
        assertThat(rightsStep(trial).result()).isEqualTo("may read; may not trade, withdraw, transfer");
        assertThat(accounts.add(wanted(false), Optional.of(KEY), "classic").acceptsTradingKey()).isFalse();
        assertThat(venue.tried).as("tried once, not again when it is added").hasSize(1);
    }

    @Test
    void eachStepIsToldBeforeTheResultWhichHasTheVerdictOfTheGate() {
        var told = new ArrayList<KeyTrial.Step>();
        venue.rights = new KeyRights(Right.YES, Right.YES, Right.NO, Right.NO, Optional.of(Set.of()), Optional.empty());

        var trial = accounts.tryKey(wanted(false), Optional.of(KEY), told::add);

        assertThat(told).extracting(KeyTrial.Step::name).containsExactly("Sign in", "Read the open positions");
        assertThat(trial.problem()).as("judged when all is known").isPresent();
        assertThat(told).allSatisfy(step -> assertThat(step.problem()).isEmpty());
    }

    @Test
    void theVerdictCompletesTheConnectorsOwnStepAndAWarningFollowsIt() {
        venue.ownWords = Optional.of("futures: read");
        venue.rights = new KeyRights(Right.YES, Right.NO, Right.NO, Right.UNKNOWN, Optional.of(Set.of()), Optional.empty());
        var trial = accounts.tryKey(wanted(false), Optional.of(KEY));

        assertThat(trial.steps()).extracting(KeyTrial.Step::name)
                .containsExactly("Sign in", KeyTrial.RIGHTS, "Read the open positions");
        assertThat(rightsStep(trial).result()).isEqualTo("futures: read. The exchange does not tell all that this key may do; look at its "
                + "rights on the exchange's page. This key works from any address; bind it to yours on the exchange's page.");
        assertThat(rightsStep(trial).took()).isEqualTo(Duration.ofMillis(34));
    }

    @Test
    void aKeyThatCanWithdrawIsRefusedWhateverTheUserAcceptsAndNothingIsKept() {
        venue.rights = rights(Right.YES, Right.YES);
        var trial = accounts.tryKey(wanted(true), Optional.of(KEY));

        assertThat(trial.problem()).hasValueSatisfying(problem -> assertThat(problem.code()).contains("KEY_CAN_WITHDRAW"));
        assertThat(trial.steps().getLast()).isEqualTo(rightsStep(trial));
        assertThatThrownBy(() -> accounts.add(wanted(true), Optional.of(KEY), "classic")).isInstanceOf(AccountProblem.class)
                .hasMessageStartingWith("This key can withdraw money.");
        assertThatThrownBy(() -> accounts.add(wanted(true), Optional.of(KEY), "")).as("nor as untried, once it was tried")
                .isInstanceOf(AccountProblem.class);
        assertThat(vault.keys).isEmpty();
        assertThat(rows.all()).isEmpty();
    }

    @Test
    void whatFailedLaterDoesNotWashAKeyClean() {
        venue.rights = rights(Right.YES, Right.YES);
        accounts.tryKey(wanted(false), Optional.of(KEY));
        venue.failure = Optional.of(new VenueProblem(Remedy.RETRY, Optional.of("UNREACHABLE"), "The exchange does not answer."));
        accounts.tryKey(wanted(false), Optional.of(KEY));

        assertThatThrownBy(() -> accounts.add(wanted(false), Optional.of(KEY), "")).isInstanceOf(AccountProblem.class);
    }

    @Test
    void aCallerThatDidNotTryTheKeyFirstHasItTried() {
        venue.rights = rights(Right.YES, Right.NO);
        assertThatThrownBy(() -> accounts.add(wanted(false), Optional.of(KEY), "classic")).isInstanceOf(AccountProblem.class)
                .hasMessageStartingWith("This key can trade.");
        assertThat(vault.keys).isEmpty();
    }

    @Test
    void anAccountAddedOfflineIsNotTried() {
        venue.rights = rights(Right.YES, Right.YES);
        assertThat(accounts.add(wanted(false), Optional.of(KEY), "").kind()).isEmpty();
        assertThat(venue.tried).isEmpty();
    }

    @Test
    void aTradingKeyIsTakenWithTheUsersAgreementWhichIsKeptAndReachesTheConnector() {
        venue.rights = rights(Right.YES, Right.NO);
        var added = accounts.add(wanted(true), Optional.of(KEY), "classic");
        accounts.mirrorEnabled();

        assertThat(added.acceptsTradingKey()).isTrue();
        assertThat(rows.all()).containsExactly(added);
        assertThat(venue.tried.getLast().tradingKeyAccepted()).isTrue();
        assertThat(followed.getLast()).singleElement().satisfies(mirror -> {
            assertThat(mirror.acceptsTradingKey()).isTrue();
            assertThat(mirror.properties("run")).containsEntry("key.trading.accepted", true);
        });
        assertThat(followed.getLast().toString()).doesNotContain("top-secret").doesNotContain("phrase");
    }

    @Test
    void anAgreementThatChangesChangesTheConfigurationOfTheMirror() {
        var added = accounts.add(wanted(false), Optional.of(KEY), "classic");
        accounts.mirrorEnabled();
        accounts.edit(added.id(), "Main", Optional.empty(), true);
        assertThat(followed.getLast()).extracting(MirrorSettings::acceptsTradingKey).containsExactly(true);

        accounts.edit(added.id(), "Renamed", Optional.empty());
        assertThat(accounts.find("Renamed").orElseThrow().acceptsTradingKey()).as("a new name alone leaves it").isTrue();
        accounts.setMirror(added.id(), false);
        accounts.remove(added.id());
        assertThat(rows.all()).singleElement().satisfies(row -> assertThat(row.acceptsTradingKey()).isTrue());
    }

    @Test
    void aNewKeyOfAnAccountIsJudgedBeforeItTakesThePlaceOfTheFormer() {
        var added = accounts.add(wanted(false), Optional.of(KEY), "classic");
        venue.rights = rights(Right.YES, Right.NO);
        var trading = new ApiCredential("bg_other", "other-secret", "phrase");
        assertThatThrownBy(() -> accounts.edit(added.id(), "Main", Optional.of(trading))).isInstanceOf(AccountProblem.class)
                .hasMessageStartingWith("This key can trade.");
        assertThat(vault.keys).containsEntry(added.id(), KEY);

        accounts.edit(added.id(), "Main", Optional.of(trading), true);
        assertThat(vault.keys).containsEntry(added.id(), trading);
        assertThat(venue.tried).as("each key once").hasSize(2);
    }

    @Test
    void aNewKeyIsKeptWhereTheVenueCannotBeAsked() {
        var added = accounts.add(wanted(false), Optional.of(KEY), "");
        venue.failure = Optional.of(new VenueProblem(Remedy.RETRY, Optional.of("UNREACHABLE"), "The exchange does not answer."));
        var other = new ApiCredential("bg_other", "other-secret", "phrase");
        accounts.edit(added.id(), "Main", Optional.of(other));

        assertThat(vault.keys).containsEntry(added.id(), other);
    }

    @Test
    void aKeptKeyIsCheckedWithTheKeptAgreementAndNothingIsWritten() {
        venue.rights = rights(Right.YES, Right.NO);
        var added = accounts.add(wanted(true), Optional.of(KEY), "");
        var before = rows.all();
        var trial = accounts.check(added.id());

        assertThat(trial.problem()).isEmpty();
        assertThat(trial.kind()).contains("classic");
        assertThat(trial.clockOffset()).contains(Duration.ofMillis(-7));
        assertThat(rightsStep(trial).result()).endsWith("This key can trade, which you accepted.");
        assertThat(venue.tried.getLast().account()).isEqualTo(added.id());
        assertThat(rows.all()).isEqualTo(before);
        assertThatThrownBy(() -> accounts.check(new AccountId("nobody"))).hasMessage("This account is not here any more.");
    }

    @Test
    void aRemovedAccountThatComesBackKeepsItsKindSoThatItsMirrorNoticesAChange() {
        var added = accounts.add(wanted(false), Optional.of(KEY), "classic");
        accounts.remove(added.id());

        assertThat(accounts.add(wanted(false), Optional.of(KEY), "unified").kind()).isEqualTo("classic");
    }

    @Test
    void aKindThatAMirrorFoundOutAndACommandOfTheUserDoNotOverwriteEachOther() {
        var added = accounts.add(wanted(false), Optional.of(KEY), "");
        accountRows.become(added.id(), "unified");
        accounts.setMirror(added.id(), false);

        assertThat(accounts.find("Main").orElseThrow().kind()).isEqualTo("unified");
        assertThat(accounts.find("Main").orElseThrow().mirror()).isFalse();
    }

    private static KeyTrial.Step rightsStep(KeyTrial trial) {
        return trial.steps().stream().filter(step -> step.name().endsWith("hat the key may do")).findFirst().orElseThrow();
    }

    private static KeyRights rights(Right trade, Right withdraw) {
        return new KeyRights(Right.YES, trade, withdraw, Right.NO, Optional.of(Set.of("203.0.113.7")), Optional.empty());
    }

    private static NewAccount wanted(boolean acceptsTradingKey) {
        return new NewAccount("Main", "bitget", Environment.LIVE, Optional.empty(), true, acceptsTradingKey);
    }

    private static final class NoLanes implements RunningLanes {

        @Override
        public Optional<LaneControl> lane(AccountId account) {
            return Optional.empty();
        }

        @Override
        public List<LaneControl> lanes() {
            return List.of();
        }

        @Override
        public void beginStop() {
            // nothing is running
        }

        @Override
        public boolean awaitEmpty(Duration deadline) {
            return true;
        }
    }
}
