package org.mirrorbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;

import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.reconciliation.Comparison;
import org.mirrorbook.domain.reconciliation.Difference;
import org.mirrorbook.exchange.LinkHealth;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.journal.Account;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.mirror.Reconciliation;

/** {@code status}, and {@code mirror} beside a running instance. */
class StatusCommandTest {

    private static final AccountId MAIN = new AccountId("a-1");

    private final Prompt prompt = new Prompt();

    @Test
    void everyAccountIsToldWithItsLinkItsHealthAndItsLastReconciliation() {
        prompt.home.shared = true;
        account(MAIN, "main", true);
        account(new AccountId("a-2"), "side", false);
        prompt.home.links.put(MAIN, new LinkStatus(LinkState.RECONNECTING, Optional.of("UNREACHABLE"), "The exchange is not reachable.",
                Prompt.NOW.minusSeconds(20), Optional.of(Prompt.NOW.plusSeconds(5))));
        prompt.home.healths.put(MAIN, new LinkHealth(Optional.of(Prompt.NOW.minusSeconds(30)), Optional.of(Prompt.NOW.minusSeconds(300)),
                Optional.of(Duration.ofMillis(-12)), 3, 1, Optional.empty(), List.of()));
        prompt.home.reconciliation = Optional.of(compared(new Comparison(MAIN, Instant.EPOCH, Prompt.NOW.minusSeconds(60), 7, List.of())));

        assertThat(prompt.type("status --json")).isZero();

        assertThat(prompt.out.toString()).isEqualTo("""
                [
                {"label":"main","id":"a-1","exchange":"bitget","environment":"demo","kind":"classic","mirror":true,"state":"reconnecting",\
                "reason":"The exchange is not reachable.","since":"2026-03-01T09:59:40.000Z","retryAt":"2026-03-01T10:00:05.000Z",\
                "lastMessage":"2026-03-01T09:59:30.000Z","lastSnapshot":"2026-03-01T09:55:00.000Z","clockOffsetMs":-12,"gaps":3,\
                "unreadable":1,"openPositions":0,"recordingBytes":4096,\
                "reconciliation":{"at":"2026-03-01T09:59:00.000Z","equal":true,"differences":0},"journalProblem":null},
                {"label":"side","id":"a-2","exchange":"bitget","environment":"demo","kind":"classic","mirror":false,"state":"off",\
                "reason":null,"since":null,"retryAt":null,"lastMessage":null,"lastSnapshot":null,"clockOffsetMs":null,"gaps":0,\
                "unreadable":0,"openPositions":0,"recordingBytes":4096,"reconciliation":null,"journalProblem":null}
                ]
                """);
    }

    @Test
    void forPeopleItIsATable() {
        account(MAIN, "main", true);
        prompt.home.links.put(MAIN, LinkStatus.of(LinkState.NEEDS_ATTENTION, Prompt.NOW));
        prompt.home.healths.put(MAIN, new LinkHealth(Optional.of(Prompt.NOW.minusSeconds(30)), Optional.empty(), Optional.empty(), 0, 0,
                Optional.empty(), List.of()));

        assertThat(prompt.type("status")).isZero();

        assertThat(prompt.out.toString().lines()).hasSize(2).first().asString().startsWith("LABEL  MIRROR  STATE            SINCE");
        assertThat(prompt.out.toString()).contains("main   on      needs attention  2026-03-01T10:00:00.000Z  0     30 s ago");
    }

    @Test
    void noAccountIsAnEmptyArray() {
        assertThat(prompt.type("status --json")).isZero();

        assertThat(prompt.out.toString()).isEqualTo("[]\n");
    }

    @Test
    void whereTheJournalCannotBeAskedTheAccountsThatWereKnownAreToldAndWhatFails() {
        prompt.home.shared = true;
        account(MAIN, "main", true);
        prompt.home.links.put(MAIN, LinkStatus.of(LinkState.DEGRADED, Prompt.NOW));
        prompt.home.failure = Optional.of(new JournalProblem(JournalProblem.Remedy.RETRY, "The database server is not reachable."));

        assertThat(prompt.type("status --json")).isZero();

        assertThat(prompt.out.toString()).contains("\"label\":\"main\"", "\"state\":\"degraded\"", "\"openPositions\":null",
                "\"journalProblem\":\"The database server is not reachable.\"");
        assertThat(prompt.err.toString()).startsWith("The database server is not reachable. What is shown");
    }

    @Test
    void whereNothingIsKnownEitherItFailsAndSaysWhy() {
        prompt.home.failure = Optional.of(new JournalProblem(JournalProblem.Remedy.RETRY, "The database server is not reachable."));

        assertThat(prompt.type("status --json")).isEqualTo(1);

        assertThat(prompt.out.toString()).isEmpty();
        assertThat(prompt.err.toString()).startsWith("The database server is not reachable.");
    }

    @Test
    void aJournalThatHangsIsNotWaitedForForEver() {
        account(MAIN, "main", true);
        prompt.home.hanging = new CountDownLatch(1);
        try {
            var answer = JournalAnswer.of(prompt.home, Duration.ofSeconds(1));

            assertThat(answer.accounts()).extracting(Account::label).containsExactly("main");
            assertThat(answer.problem()).contains("The journal has not answered for 1 seconds.");
        } finally {
            prompt.home.hanging.countDown();
        }
    }

    @Test
    void theMirrorOfAnOwnerStaysInItsHome() {
        account(MAIN, "main", true);

        assertThat(prompt.type("mirror --json")).isZero();

        assertThat(prompt.home.stays).isTrue();
    }

    @Test
    void besideARunningInstanceMirrorTellsTheNamedAccountsAndChangesNothing() {
        account(MAIN, "main", true);
        account(new AccountId("a-2"), "side", true);
        prompt.home.shared = true;
        prompt.home.links.put(MAIN, LinkStatus.of(LinkState.LIVE, Prompt.NOW));
        prompt.home.links.put(new AccountId("a-2"), LinkStatus.of(LinkState.LIVE, Prompt.NOW));
        event("opened", "main", "a-1");
        event("opened", "side", "a-2");
        event("closed", "main", "a-1");
        prompt.home.late.add(new MirrorEvent("confirmed", "side", "a-2", Optional.empty(), Optional.empty(), Optional.empty(), Prompt.NOW));

        assertThat(prompt.type("mirror main --json")).isZero();

        assertThat(prompt.out.toString().lines()).hasSize(2).allMatch(line -> line.contains("\"account\":\"main\""));
        assertThat(prompt.home.asked).containsExactly("listen", "close", "close");
        assertThat(prompt.home.stays).isFalse();
    }

    @Test
    void anAccountThatIsNotMirroredThereIsSaidSoAndFails() {
        account(MAIN, "main", true);
        prompt.home.shared = true;

        assertThat(prompt.type("mirror main")).isEqualTo(1);
        assertThat(prompt.err.toString()).contains("does not mirror \"main\"");
        assertThat(prompt.type("mirror")).isEqualTo(1);
        assertThat(prompt.err.toString()).contains("mirrors nothing at the moment");
        assertThat(prompt.home.asked).doesNotContain("listen");
    }

    private void account(AccountId id, String label, boolean mirror) {
        prompt.home.accounts.add(new Account(id, label, "bitget", Environment.DEMO, Optional.empty(), "classic", "mark", mirror, false,
                Prompt.NOW));
    }

    private void event(String name, String label, String id) {
        prompt.home.events.add(new MirrorEvent(name, label, id, Optional.of("t-1"), Optional.empty(), Optional.empty(), Prompt.NOW));
    }

    private static Reconciliation compared(Comparison last) {
        return new Reconciliation() {
            @Override
            public CompletionStage<Comparison> takeBack(AccountId account, List<Difference> corrected) {
                throw new AssertionError("status takes nothing back");
            }

            @Override
            public CompletionStage<Comparison> compare(AccountId account, Optional<Instant> since) {
                throw new AssertionError("status asks no exchange");
            }

            @Override
            public Optional<Comparison> last(AccountId account) {
                return Optional.of(last).filter(known -> known.account().equals(account));
            }

            @Override
            public CompletionStage<Comparison> correct(AccountId account, List<Difference> differences) {
                throw new AssertionError("status corrects nothing");
            }
        };
    }
}
