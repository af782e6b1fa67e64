package org.mirrorbook.ui.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.mirrorbook.exchange.LinkHealth;

class HealthWordsTest {

    private final HealthWords words = new HealthWords(new Figures(ZoneOffset.UTC));

    @Test
    void aLinkThatHeardNothingHasNothingToSay() {
        assertThat(words.text(LinkHealth.none(), Example.NOW)).isEmpty();
    }

    @Test
    void agesClocksGapsAndStrangeMessagesAreTold() {
        // the exchange's clock minus ours is +12 ms: ours is behind
        var health = new LinkHealth(Optional.of(Example.NOW.minusSeconds(3)), Optional.of(Example.NOW.minusSeconds(4 * 60 + 20)),
                Optional.of(Duration.ofMillis(12)), 2, 1, Optional.empty(), List.of());

        assertThat(words.text(health, Example.NOW))
                .isEqualTo("last message 3s ago; last full list 4m ago; this computer\u2019s clock 12 ms "
                + "behind; 2 gaps, healed; 1 message not understood");
    }

    @Test
    void whatDidNotHappenIsNotCounted() {
        var health = new LinkHealth(Optional.of(Example.NOW), Optional.empty(), Optional.of(Duration.ZERO), 0, 0,
                Optional.empty(), List.of());

        assertThat(words.text(health, Example.NOW)).isEqualTo("last message 0s ago; clocks equal");
    }
}
