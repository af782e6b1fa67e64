package org.mirrorbook.ui.model.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class NewsDigestTest {

    @Test
    void oneThingIsToldByItsOwnTitle() {
        var digest = NewsDigest.of(List.of(new News(News.Kind.OPENED, "Opened: BTCUSDT long, Main")));

        assertThat(digest.title()).isEqualTo("Position opened");
        assertThat(digest.lines()).containsExactly("Opened: BTCUSDT long, Main");
    }

    @Test
    void manyAtOnceAreThreeLinesWithTheNewestFirstAndTheRestCounted() {
        var many = IntStream.rangeClosed(1, 40).mapToObj(number -> new News(News.Kind.OPENED, "position " + number)).toList();

        // two lines are told, 40 - 2 are counted
        assertThat(NewsDigest.of(many).lines()).containsExactly("position 40", "position 39", "and 38 more");
        assertThat(NewsDigest.of(many.subList(0, 3)).lines()).containsExactly("position 3", "position 2", "position 1");
    }

    @Test
    void whatNeedsAttentionIsToldFirstHoweverOldItIs() {
        var digest = NewsDigest.of(List.of(News.attention("Demo", Optional.of("The key is refused.")),
                new News(News.Kind.OPENED, "one"), new News(News.Kind.CLOSED, "two"), new News(News.Kind.CLOSED, "three")));

        assertThat(digest.title()).isEqualTo("Mirrorbook");
        assertThat(digest.lines()).containsExactly("Demo needs attention: The key is refused.", "three", "and 2 more");
    }

    @Test
    void anAttentionWithoutReasonStillNamesTheAccount() {
        assertThat(News.attention("Demo", Optional.empty()).words()).isEqualTo("Demo needs attention");
    }
}
