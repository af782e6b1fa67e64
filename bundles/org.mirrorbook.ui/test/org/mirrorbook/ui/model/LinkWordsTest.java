package org.mirrorbook.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.LinkStatus;

class LinkWordsTest {

    private final LinkWords words = new LinkWords(new Figures(ZoneOffset.UTC));

    @Test
    void aLinkThatIsTriedAgainSaysSinceWhenWhyAndWhenNext() {
        var lost = new LinkStatus(LinkState.RECONNECTING, Optional.of("UNREACHABLE"), "The exchange does not answer.",
                Example.NOW.minusSeconds(261), Optional.of(Example.NOW.plusMillis(7500)));

        assertThat(words.stateAndReason(Optional.of(lost), Example.NOW).text())
                .isEqualTo("reconnecting since 14:02: next try in 8 s; The exchange does not answer.");
    }

    @Test
    void aRefusedKeyNeedsAttentionAndSaysWhatTheExchangeSaid() {
        var refused = new LinkStatus(LinkState.NEEDS_ATTENTION, Optional.of("40012"), "The key is refused.", Example.NOW, Optional.empty());

        assertThat(words.stateAndReason(Optional.of(refused), Example.NOW)).extracting(Cell::text, Cell::shape, Cell::tone)
                .containsExactly("needs attention since 14:06: The key is refused.", Shape.ALERT, Tone.ERROR);
    }

    @Test
    void aLiveLinkWhoseListsDifferFromTheJournalSaysSo() {
        var outOfStep = new LinkStatus(LinkState.LIVE, Optional.of("OUT_OF_STEP"), "The exchange lists other positions.",
                Example.NOW.minusSeconds(261), Optional.empty());

        assertThat(words.stateAndReason(Optional.of(outOfStep), Example.NOW)).extracting(Cell::text, Cell::tone)
                .containsExactly("live since 14:02: The exchange lists other positions.", Tone.WARN);
    }

    @Test
    void anAccountThatIsNotMirroredIsOff() {
        assertThat(words.stateAndReason(Optional.empty(), Example.NOW).text()).isEqualTo("off");
    }

    @Test
    void anAccountThatCannotKeepWhatItHearsIsDegradedAndSaysWhy() {
        var degraded = new LinkStatus(LinkState.DEGRADED, Optional.of("DISK"), "No space is left.", Example.NOW.minusSeconds(261),
                Optional.empty());

        assertThat(words.stateAndReason(Optional.of(degraded), Example.NOW)).extracting(Cell::text, Cell::shape, Cell::tone)
                .containsExactly("degraded since 14:02: No space is left.", Shape.ALERT, Tone.WARN);
    }
}
