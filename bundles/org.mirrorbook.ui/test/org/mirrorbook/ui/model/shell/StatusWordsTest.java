package org.mirrorbook.ui.model.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.reconciliation.Comparison;
import org.mirrorbook.exchange.LinkHealth;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.journal.Account;
import org.mirrorbook.mirror.MirrorPulse;
import org.mirrorbook.ui.model.Cell;
import org.mirrorbook.ui.model.Figures;
import org.mirrorbook.ui.model.Shape;
import org.mirrorbook.ui.model.Tone;

class StatusWordsTest {

    private static final Instant NOW = Instant.parse("2026-11-12T14:06:21Z");

    private final StatusWords words = new StatusWords(new Figures(ZoneOffset.UTC));

    @Test
    void everyStateIsToldWithItsShapeAndTheNumberOfAccountsInIt() {
        var accounts = List.of(account("Main"), account("Swing"), account("Demo"), account("Old"));
        var links = Map.of(id("Main"), LinkStatus.of(LinkState.LIVE, NOW), id("Swing"),
                LinkStatus.of(LinkState.RECONNECTING, NOW.minusSeconds(261)), id("Demo"),
                new LinkStatus(LinkState.NEEDS_ATTENTION, Optional.of("40012"), "The key is refused.", NOW, Optional.empty()));

        var items = words.states(accounts, links, NOW);

        // 14:06:21 minus 261 s is 14:02:00
        assertThat(items).extracting(StatusItem::words)
                .containsExactly("1 live", "1 reconnecting since 14:02", "1 needs attention", "1 off");
        assertThat(items).flatExtracting(StatusItem::cells).extracting(Cell::shape, Cell::tone).containsExactly(
                tuple(Shape.DOT, Tone.LIVE), tuple(Shape.RING, Tone.WARN),
                tuple(Shape.ALERT, Tone.ERROR), tuple(Shape.BAR, Tone.TEXT2));
        assertThat(items.get(2).tip()).isEqualTo("Demo: needs attention since 14:06: The key is refused.");
    }

    @Test
    void ofSeveralThatAreLostTheLongestTimeIsTold() {
        var accounts = List.of(account("Main"), account("Swing"));
        var links = Map.of(id("Main"), LinkStatus.of(LinkState.RECONNECTING, NOW.minusSeconds(60)), id("Swing"),
                LinkStatus.of(LinkState.RECONNECTING, NOW.minusSeconds(3600)));

        assertThat(words.states(accounts, links, NOW)).extracting(StatusItem::words).containsExactly("2 reconnecting since 13:06");
    }

    @Test
    void whereNothingIsMirroredThatIsSaidAndNoMessageIsMissed() {
        assertThat(words.states(List.of(), Map.of(), NOW)).extracting(StatusItem::words).containsExactly("nothing mirrored");
        assertThat(words.states(List.of(account("Main")), Map.of(), NOW)).extracting(StatusItem::words)
                .containsExactly("nothing mirrored");
        assertThat(words.message(List.of(account("Main")), Map.of(), id -> Optional.empty(), NOW)).isEmpty();
    }

    @Test
    void theLastMessageIsTheNewestOfAllAndEachIsInTheTip() {
        var accounts = List.of(account("Main"), account("Swing"));
        var links = Map.of(id("Main"), LinkStatus.of(LinkState.LIVE, NOW), id("Swing"), LinkStatus.of(LinkState.RECONNECTING, NOW));
        Function<AccountId, Optional<LinkHealth>> health = id -> Optional.of(heard(NOW.minusMillis(id.equals(id("Main")) ? 340 : 259_000)));

        var item = words.message(accounts, links, health, NOW).orElseThrow();

        assertThat(item.words()).isEqualTo("Last message 0.3 s ago");
        assertThat(item.tip()).isEqualTo("Main: 0.3 s\nSwing: 4m 19s");
    }

    @Test
    void aLinkThatHasHeardNothingYetSaysSoInsteadOfZero() {
        var links = Map.of(id("Main"), LinkStatus.of(LinkState.CONNECTING, NOW));

        assertThat(words.message(List.of(account("Main")), links, id -> Optional.of(LinkHealth.none()), NOW).orElseThrow().words())
                .isEqualTo("No message yet");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"PT0.34S;0.3 s", "PT59.99S;59.9 s", "PT4M19S;4m 19s", "PT2H5M;2h 05m", "PT-1S;0.0 s"})
    void anAgeNamesItsTwoLargestUnits(String age, String shown) {
        assertThat(words.age(Duration.parse(age))).isEqualTo(shown);
    }

    @Test
    void booksThatWereNotComparedAreNotCalledEqual() {
        var accounts = List.of(account("Main"), account("Swing"));
        var equal = new Comparison(id("Main"), NOW.minusSeconds(3600), NOW, 12, List.of());

        assertThat(words.books(accounts, id -> Optional.empty()).orElseThrow().words()).isEqualTo("Books: not compared");
        var item = words.books(accounts, id -> id.equals(id("Main")) ? Optional.of(equal) : Optional.empty()).orElseThrow();
        assertThat(item.words()).isEqualTo("Books: 1 not compared");
        assertThat(item.tip()).isEqualTo("Main: equal\nSwing: not compared");
        assertThat(words.books(List.of(account("Main")), id -> Optional.of(equal)).orElseThrow().words()).isEqualTo("Books: equal");
        assertThat(words.books(List.of(), id -> Optional.empty())).isEmpty();
    }

    @Test
    void theDelayUntilAMessageIsKeptIsThatOfTheSlowestAccountAndIsNotGuessed() {
        var accounts = List.of(account("Main"), account("Swing"), account("Demo"));
        var pulses = Map.of(id("Main"), pulse(Optional.of(Duration.ofMillis(7))), id("Swing"), pulse(Optional.of(Duration.ofMillis(9))),
                id("Demo"), pulse(Optional.empty()));

        var item = words.durable(accounts, id -> Optional.ofNullable(pulses.get(id))).orElseThrow();

        assertThat(item.words()).isEqualTo("Push to durable p99 9 ms");
        assertThat(item.tip()).isEqualTo("Main: 7 ms\nSwing: 9 ms");
        assertThat(words.durable(accounts, id -> Optional.empty())).isEmpty();
    }

    private static MirrorPulse pulse(Optional<Duration> durable) {
        return new MirrorPulse(durable, durable.isPresent() ? 100 : 0, List.of(), Optional.empty());
    }

    private static LinkHealth heard(Instant at) {
        return new LinkHealth(Optional.of(at), Optional.empty(), Optional.empty(), 0, 0, Optional.empty(), List.of());
    }

    private static AccountId id(String label) {
        return new AccountId(label.toLowerCase(Locale.ROOT));
    }

    private static Account account(String label) {
        return new Account(id(label), label, "bitget", Environment.LIVE, Optional.empty(), "classic", "mark", true, false, NOW);
    }
}
