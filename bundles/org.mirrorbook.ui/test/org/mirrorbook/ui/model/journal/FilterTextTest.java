package org.mirrorbook.ui.model.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.journal.Certainty;
import org.mirrorbook.domain.journal.TradeStatus;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.domain.risk.ProtectionSource;
import org.mirrorbook.journal.Range;
import org.mirrorbook.journal.TradeFilter;
import org.mirrorbook.ui.model.journal.FilterText.Meaning;

class FilterTextTest {

    private static final Meaning HERE = new Meaning(Map.of(new AccountId("a1"), "Main", new AccountId("a2"), "Swing"),
            ZoneId.of("Europe/Berlin"), Instant.parse("2026-11-12T13:06:21Z"));

    @Test
    void termsNarrowWhatTheirWordsSay() {
        var filter = understood("btc, long, r>1, tag:news");

        assertThat(filter).isEqualTo(TradeFilter.none().withText("btc").withSide(Side.LONG)
                .withRMultiple(Range.from(new BigDecimal("1.0001"))).withTags(Set.of("news")));
    }

    @Test
    void choicesOfOneKindUnite() {
        assertThat(understood("win, be").statuses()).containsExactlyInAnyOrder(TradeStatus.WIN, TradeStatus.BE);
        assertThat(understood("closed").statuses()).doesNotContain(TradeStatus.OPEN).hasSize(3);
        assertThat(understood("account:main, Account: Swing").accounts()).hasSize(2);
        assertThat(understood("demo, practice").environments()).containsExactlyInAnyOrder(Environment.DEMO, Environment.PRACTICE);
        assertThat(understood("source:est, source:plan").riskSources())
                .containsExactlyInAnyOrder(ProtectionSource.ESTIMATED, ProtectionSource.PLANNED);
    }

    @Test
    void rangesOfOneKindNarrowEachOther() {
        assertThat(understood("net>=-50, net<=100, net>=0").net()).isEqualTo(Range.between(BigDecimal.ZERO, new BigDecimal("100")));
        assertThat(understood("r:-1..2.5").rMultiple()).isEqualTo(Range.between(new BigDecimal("-1"), new BigDecimal("2.5")));
        assertThat(understood("r<\u22121").rMultiple()).isEqualTo(new Range<>(Optional.empty(), Optional.of(new BigDecimal("-1.0001"))));
    }

    @Test
    void daysAreThoseOfTheUsersZone() {
        // Berlin is an hour ahead in November, and two at the end of October
        assertThat(understood("opened:2026-11-01").opened()).isEqualTo(Range.between(Instant.parse("2026-10-31T23:00:00Z"),
                Instant.parse("2026-11-01T22:59:59.999999Z")));
        assertThat(understood("opened>=2026-10-20").opened()).isEqualTo(Range.from(Instant.parse("2026-10-19T22:00:00Z")));
        assertThat(understood("closed<2026-11-02").closed().to()).contains(Instant.parse("2026-11-01T22:59:59.999999Z"));
        assertThat(understood("today").opened()).isEqualTo(Range.from(Instant.parse("2026-11-11T23:00:00Z")));
    }

    @Test
    void certaintyAndCorrectionAreWordsOfTheirOwn() {
        assertThat(understood("provisional").certainty()).contains(Certainty.PROVISIONAL);
        assertThat(understood("corrected").corrected()).isTrue();
        assertThat(understood("symbol:btcusdt").symbol()).contains("BTCUSDT");
        assertThat(understood("setup:Failed high").setups()).containsExactly("Failed high");
    }

    @Test
    void whatIsTypedTakesThePlaceOfWhatWasChosenOfTheSameKind() {
        var chosen = TradeFilter.none().withStatuses(Set.of(TradeStatus.OPEN)).withSide(Side.SHORT);

        assertThat(FilterText.read("win", chosen, HERE).filter()).isEqualTo(chosen.withStatuses(Set.of(TradeStatus.WIN)));
    }

    @Test
    void aTermThatIsNotUnderstoodIsSaidAndLeftOut() {
        for (String term : Set.of("r>much", "account:Nobody", "colour:red", "opened:yesterday", "source:guess")) {
            var read = FilterText.read("btc, " + term, TradeFilter.none(), HERE);
            assertThat(read.filter()).as(term).isEqualTo(TradeFilter.none().withText("btc"));
            assertThat(read.problem()).isEqualTo("Not understood, and left out: " + term);
        }
        assertThat(FilterText.read("btc, breakout", TradeFilter.none(), HERE).problem())
                .isEqualTo("Only one text is looked for: btc. breakout was left out.");
    }

    private static TradeFilter understood(String text) {
        var read = FilterText.read(text, TradeFilter.none(), HERE);
        assertThat(read.problem()).isEmpty();
        return read.filter();
    }
}
