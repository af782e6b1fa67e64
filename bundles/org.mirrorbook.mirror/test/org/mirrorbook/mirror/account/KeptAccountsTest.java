package org.mirrorbook.mirror.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.lifecycle.Observation.RiskUnitSet;
import org.mirrorbook.domain.lifecycle.Observation;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.risk.RiskUnit;
import org.mirrorbook.exchange.ApiCredential;
import org.mirrorbook.exchange.LinkHealth;
import org.mirrorbook.journal.Account;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.mirror.AccountProblem;
import org.mirrorbook.mirror.MirrorPulse;
import org.mirrorbook.mirror.NewAccount;
import org.mirrorbook.mirror.component.MirrorSettings;
import org.mirrorbook.mirror.component.RunningLanes;
import org.mirrorbook.mirror.lane.LaneControl;

/** The accounts: what is refused and with which sentence, what is kept where, and which mirrors follow. Long: a story a command. */
class KeptAccountsTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final ApiCredential KEY = new ApiCredential("bg_key", "top-secret", "phrase");

    private final MemoryAccounts rows = new MemoryAccounts();
    private final MemoryVault vault = new MemoryVault();
    private final List<Collection<MirrorSettings>> followed = new ArrayList<>();
    private final List<String> lanes = new ArrayList<>();
    private final Map<AccountId, LaneControl> running = new HashMap<>();
    private int made;
    private final RunningLanes runningLanes = new RunningLanes() {
        @Override
        public Optional<LaneControl> lane(AccountId account) {
            return Optional.ofNullable(running.get(account));
        }

        @Override
        public List<LaneControl> lanes() {
            return List.copyOf(running.values());
        }

        @Override
        public void beginStop() {
            lanes.add("beginStop");
        }

        @Override
        public boolean awaitEmpty(Duration deadline) {
            lanes.add("awaitEmpty " + deadline);
            return true;
        }
    };
    private final KeptAccounts accounts = anotherHome(vault);

    @Test
    void anotherRiskUnitIsKeptAndToldToTheRunningMirrorWhichGoesOn() {
        var added = accounts.add(live("Main"), Optional.of(KEY), "classic");
        accounts.mirrorEnabled();
        int configured = followed.size();
        var lane = new TellingLane();
        running.put(added.id(), lane);
        var unit = Optional.<RiskUnit>of(new RiskUnit.OfEquity(new BigDecimal("1.5")));
        var changed = accounts.setRiskUnit(added.id(), unit);

        assertThat(changed.riskUnit()).isEqualTo(unit);
        assertThat(accounts.accounts()).containsExactly(changed);
        assertThat(lane.told).containsExactly(new RiskUnitSet(added.id(), unit, NOON));
        assertThat(followed).as("no mirror starts again").hasSize(configured);
    }

    @Test
    void anAddedAccountHasItsKeyInTheVaultAndNoSecretInItsRow() {
        var added = accounts.add(live("  Main  "), Optional.of(KEY), "classic");

        assertThat(added).isEqualTo(new Account(new AccountId("a-1"), "Main", "bitget", Environment.LIVE, Optional.empty(), "classic",
                // printf 'bitget|LIVE||bg_key' | sha256sum
                "a228f0a6d03cddb8cdca5e3be7766cfabff676456adcb367f94a3c0b758011b3", true, false, NOON));
        assertThat(vault.keys).containsEntry(added.id(), KEY);
        assertThat(rows.all().toString()).doesNotContain("top-secret").doesNotContain("phrase").doesNotContain("bg_key");
    }

    @Test
    void aLabelIsOneToFortyCharactersOnOneLineAndTakenOnceIgnoringCase() {
        accounts.add(live("Main"), Optional.of(KEY), "");
        assertThatThrownBy(() -> accounts.add(live("  "), Optional.of(KEY), "")).hasMessage("The account needs a label.");
        assertThatThrownBy(() -> accounts.add(live("x".repeat(41)), Optional.of(KEY),
                "")).hasMessage("The label is longer than 40 characters.");
        assertThatThrownBy(() -> accounts.add(live("a\nb"), Optional.of(KEY),
                "")).hasMessage("The label holds a character that cannot be shown.");
        assertThatThrownBy(() -> accounts.add(live("MAIN"), Optional.of(other()), "")).hasMessage("There is an account MAIN already.");
        assertThat(vault.keys).hasSize(1);
    }

    @Test
    void aKeyThatIsHereIsRefusedWithItsLabel() {
        accounts.add(live("Main"), Optional.of(KEY), "");
        assertThatThrownBy(() -> accounts.add(live("Second"), Optional.of(KEY), "")).isInstanceOf(AccountProblem.class)
                .hasMessage("This key is already here as Main.");
    }

    @Test
    void aHomeThatSharesTheJournalIsGivenTheKeyOfAnAccountWhichAnotherOneAdded() {
        var added = accounts.add(live("Main"), Optional.of(KEY), "classic");
        var otherVault = new MemoryVault();
        var elsewhere = anotherHome(otherVault);
        assertThat(elsewhere.awaitsKey(added.id())).isTrue();
        elsewhere.mirrorEnabled();

        assertThatThrownBy(() -> elsewhere.add(live("Mine"), Optional.of(KEY), "classic")).isInstanceOf(AccountProblem.class)
                .hasMessage("The journal has this key's account already, as Main: give the key under that label.");
        assertThat(otherVault.keys).isEmpty();
        var given = elsewhere.add(new NewAccount("MAIN", "bitget", Environment.LIVE, Optional.empty(), false), Optional.of(KEY), "unified");

        assertThat(given).as("the row is everybody's").isEqualTo(added);
        assertThat(rows.all()).containsExactly(added);
        assertThat(otherVault.keys).containsExactly(Map.entry(added.id(), KEY));
        assertThat(elsewhere.awaitsKey(added.id())).isFalse();
        assertThat(followed.getLast()).as("a mirror that had no key starts again").extracting(MirrorSettings::revision).containsExactly(1L);
        assertThatThrownBy(() -> elsewhere.add(live("Main"), Optional.of(KEY), "")).hasMessage("This key is already here as Main.");
    }

    @Test
    void aHomeIsGivenTheKeyThatAnotherOnePutInThePlaceOfTheFormer() {
        var added = accounts.add(live("Main"), Optional.of(KEY), "");
        var otherVault = new MemoryVault();
        var elsewhere = anotherHome(otherVault);
        elsewhere.add(live("Main"), Optional.of(KEY), "");
        accounts.edit(added.id(), "Main", Optional.of(other()));

        assertThat(elsewhere.awaitsKey(added.id())).isTrue();
        elsewhere.add(live("Main"), Optional.of(other()), "");
        assertThat(otherVault.keys).containsExactly(Map.entry(added.id(), other()));
    }

    @Test
    void aKeyThatWasRemovedComesBackAsTheAccountItWas() {
        var first = accounts.add(live("Main"), Optional.of(KEY), "classic");
        accounts.remove(first.id());
        assertThat(accounts.accounts()).isEmpty();
        assertThat(accounts.everyAccount()).hasSize(1);
        assertThat(vault.keys).isEmpty();

        var again = accounts.add(live("Comeback"), Optional.of(KEY), "classic");
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(accounts.find("comeback")).contains(again);
        assertThat(vault.keys).containsKey(first.id());
    }

    @Test
    void aRowThatCannotBeWrittenTakesItsKeyBackOutOfTheVault() {
        rows.failure = new JournalProblem(JournalProblem.Remedy.ASK_USER, "The journal cannot be written.");
        assertThatThrownBy(() -> accounts.add(live("Main"), Optional.of(KEY), "")).isInstanceOf(AccountProblem.class)
                .hasMessage("The journal cannot be written.");
        assertThat(vault.keys).isEmpty();
    }

    @Test
    void anEditThatFailsLeavesTheFormerKey() {
        var account = accounts.add(live("Main"), Optional.of(KEY), "");
        rows.failure = new JournalProblem(JournalProblem.Remedy.ASK_USER, "The journal cannot be written.");
        assertThatThrownBy(() -> accounts.edit(account.id(), "Main", Optional.of(other()))).hasMessage("The journal cannot be written.");
        assertThat(vault.keys).containsEntry(account.id(), KEY);
    }

    @Test
    void aReplacedKeyStartsItsMirrorAgainAndARenamedAccountToo() {
        var account = accounts.add(live("Main"), Optional.of(KEY), "");
        accounts.mirrorEnabled();
        var before = mirrored();
        accounts.edit(account.id(), "Main", Optional.of(new ApiCredential("bg_key", "mended", "phrase")));
        var mended = mirrored();
        accounts.edit(account.id(), "Renamed", Optional.empty());

        assertThat(before).extracting(MirrorSettings::revision).containsExactly(0L);
        assertThat(mended).extracting(MirrorSettings::revision).containsExactly(1L);
        assertThat(mirrored()).extracting(MirrorSettings::label).containsExactly("Renamed");
    }

    @Test
    void nothingIsMirroredUntilSomeoneSaysSo() {
        accounts.add(live("Main"), Optional.of(KEY), "");
        assertThat(mirrored()).isEmpty();
        accounts.mirrorEnabled();
        assertThat(mirrored()).extracting(MirrorSettings::label).containsExactly("Main");
    }

    @Test
    void theToggleStartsAndStopsItsMirrorAtOnce() {
        var account = accounts.add(live("Main"), Optional.of(KEY), "");
        accounts.mirrorEnabled();
        accounts.setMirror(account.id(), false);
        assertThat(mirrored()).isEmpty();
        accounts.setMirror(account.id(), true);
        assertThat(mirrored()).hasSize(1);
    }

    @Test
    void namedAccountsAreMirroredWithoutTouchingTheirToggles() {
        accounts.add(live("Main"), Optional.of(KEY), "");
        var second = accounts.add(new NewAccount("Second", "bitget", Environment.LIVE, Optional.empty(), false), Optional.of(other()), "");
        accounts.mirrorOnly(Set.of(second.id()));

        assertThat(mirrored()).extracting(MirrorSettings::label).containsExactly("Second");
        assertThat(accounts.find("Second").orElseThrow().mirror()).isFalse();
    }

    @Test
    void stoppingAsksAllLanesAtOnceAndWaits() {
        accounts.add(live("Main"), Optional.of(KEY), "");
        accounts.mirrorEnabled();
        accounts.stopMirroring();

        assertThat(mirrored()).isEmpty();
        assertThat(lanes).containsExactly("beginStop", "awaitEmpty PT10S");
    }

    @Test
    void theAccountsOfTheLastReadingAreKnownWhileTheJournalCannotBeRead() {
        assertThat(accounts.known()).isEmpty();
        var added = accounts.add(live("Main"), Optional.of(KEY), "");
        rows.unreadable = new JournalProblem(JournalProblem.Remedy.RETRY, "The database server is not reachable.");

        assertThatThrownBy(accounts::accounts).isInstanceOf(AccountProblem.class);
        assertThat(accounts.known()).containsExactly(added);
    }

    @Test
    void aRemovedAccountIsStoppedForgottenAndHidden() {
        var account = accounts.add(live("Main"), Optional.of(KEY), "");
        accounts.mirrorEnabled();
        accounts.remove(account.id());

        assertThat(mirrored()).isEmpty();
        assertThat(vault.keys).isEmpty();
        assertThat(accounts.everyAccount()).singleElement().satisfies(row -> assertThat(row.removed()).isTrue());
        assertThatThrownBy(() -> accounts.setMirror(account.id(), true)).hasMessage("This account is not here any more.");
    }

    @Test
    void anUnknownExchangeIsNamedWithThoseThatAreKnown() {
        assertThatThrownBy(() -> accounts.add(new NewAccount("Main", "mtgox", Environment.LIVE, Optional.empty(), true), Optional.of(KEY),
                ""))
                .hasMessage("There is no connector for the exchange \"mtgox\" in this installation; there is: bitget.");
    }

    @Test
    void theEmbeddedPracticeExchangeNeedsNoKeyAndIsThereOnce() {
        var practice = new NewAccount("Practice", "bitget", Environment.PRACTICE, Optional.empty(), true);
        accounts.add(practice, Optional.empty(), "");
        assertThat(vault.keys).isEmpty();
        assertThatThrownBy(() -> accounts.add(new NewAccount("Again", "bitget", Environment.PRACTICE, Optional.empty(), true),
                Optional.empty(), ""))
                .hasMessage("This key is already here as Practice.");
    }

    @Test
    void anAccountElsewhereNeedsAKey() {
        assertThatThrownBy(() -> accounts.add(live("Main"), Optional.empty(), "")).hasMessage("This account needs a key.");
        assertThatThrownBy(() -> accounts.add(live("Main"), Optional.of(new ApiCredential("", "top-secret", "")), ""))
                .hasMessage("The key is not complete: API key and secret are needed.");
    }

    @Test
    void clearTextIsSpokenOnlyToThisMachine() {
        assertThat(endpoint("http://127.0.0.1:8080/")).isEqualTo("http://127.0.0.1:8080");
        assertThat(endpoint("HTTP://LocalHost:8080")).isEqualTo("http://localhost:8080");
        assertThat(endpoint("https://exchange.example")).isEqualTo("https://exchange.example");
        assertThatThrownBy(() -> endpoint("http://exchange.example")).hasMessageContaining("Without TLS only this machine");
        assertThatThrownBy(() -> endpoint("http://127.0.0.1.evil.example")).hasMessageContaining("Without TLS only this machine");
        assertThatThrownBy(() -> endpoint("ftp://127.0.0.1")).hasMessageContaining("has to look like");
        assertThatThrownBy(() -> endpoint("http://user@127.0.0.1:80")).hasMessageContaining("only scheme, host and port");
    }

    /** One that shares the rows. */
    private KeptAccounts anotherHome(MemoryVault itsVault) {
        return new KeptAccounts(new AccountRows(rows), itsVault, new OneVenue(), () -> {
            throw new AssertionError("no story here practices");
        }, runningLanes, followed::add, Clock.fixed(NOON, ZoneOffset.UTC), () -> new AccountId("a-" + ++made));
    }

    private static String endpoint(String typed) {
        return Wishes.endpoint(Optional.of(URI.create(typed))).orElseThrow().toString();
    }

    private Collection<MirrorSettings> mirrored() {
        return followed.get(followed.size() - 1);
    }

    private static NewAccount live(String label) {
        return new NewAccount(label, "bitget", Environment.LIVE, Optional.empty(), true);
    }

    private static ApiCredential other() {
        return new ApiCredential("bg_other", "other-secret", "phrase");
    }

    /** A lane that keeps what it is told. */
    private static final class TellingLane implements LaneControl {

        private final List<Observation> told = new ArrayList<>();

        @Override
        public void syncNow() {
            throw new AssertionError("a setting aligns nothing");
        }

        @Override
        public LinkHealth health() {
            return LinkHealth.none();
        }

        @Override
        public MirrorPulse pulse() {
            return MirrorPulse.none();
        }

        @Override
        public CompletionStage<Void> tell(Supplier<Observation> wish) {
            told.add(wish.get());
            return CompletableFuture.completedStage(null);
        }

        @Override
        public void beginStop() {
            throw new AssertionError("a setting ends nothing");
        }
    }
}
