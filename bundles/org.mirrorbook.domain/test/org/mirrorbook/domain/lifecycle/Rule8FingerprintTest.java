package org.mirrorbook.domain.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mirrorbook.domain.lifecycle.Given.BTC_LONG;
import static org.mirrorbook.domain.lifecycle.Given.BTC_SHORT;
import static org.mirrorbook.domain.lifecycle.Given.ETH_LONG;
import static org.mirrorbook.domain.lifecycle.Given.at;
import static org.mirrorbook.domain.lifecycle.Given.life;
import static org.mirrorbook.domain.lifecycle.Given.record;
import static org.mirrorbook.domain.lifecycle.Given.recordOnly;
import static org.mirrorbook.domain.lifecycle.Given.row;
import static org.mirrorbook.domain.lifecycle.Given.slotId;
import static org.mirrorbook.domain.lifecycle.Given.unmarked;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A trade is named by its slot and start, and never renamed. */
@DisplayName("Rule 8: fingerprint")
class Rule8FingerprintTest {

    @Test
    @DisplayName("where ids are of lives, the start is the creation time")
    void ofLife() {
        var story = Story.flat().snapshot(12, row(BTC_LONG, life("1049", 10.123), "2", "100", 11));

        // 2026-03-02T08:00:10.123Z in milliseconds
        assertThat(story.open(BTC_LONG).fingerprint().value()).isEqualTo("live|bitget|1049|BTCUSDT|1772438410123");
        assertThat(story.open(BTC_LONG).openedAt()).isEqualTo(at(10.123));
    }

    @Test
    @DisplayName("without an id the field is empty, and the start is first sight, never the creation time of the account")
    void unmarkedLife() {
        var story = Story.flat().snapshot(12, row(ETH_LONG, unmarked(), "2", "100", 11));

        assertThat(story.open(ETH_LONG).fingerprint().value()).isEqualTo("live|bitget||ETHUSDT|1772438411000");
    }

    @Test
    @DisplayName("an id that comes later is not filled in")
    void neverFilledIn() {
        var story = Story.flat().snapshot(12, row(ETH_LONG, unmarked(), "2", "100", 11));
        var before = story.open(ETH_LONG);

        story.snapshot(20, row(ETH_LONG, life("1050", 11), "2", "100", 15)).snapshot(30)
                .record(record(ETH_LONG, life("1050", 11), 29, "2", "100", "101"));

        var confirmed = story.confirmed().getFirst();
        assertThat(confirmed.fingerprint()).isEqualTo(before.fingerprint());
        assertThat(confirmed.positionId()).isEmpty();
        assertThat(confirmed.id()).isEqualTo(before.id());
    }

    @Test
    @DisplayName("a slot id is part of the name, though the start is first sight")
    void slotIdIsNamed() {
        var story = Story.flat().snapshot(12, row(ETH_LONG, slotId("s9"), "2", "100", 11));

        assertThat(story.open(ETH_LONG).fingerprint().value()).isEqualTo("live|bitget|s9|ETHUSDT|1772438411000");
    }

    @Test
    @DisplayName("the same life gets the same ids, whenever it is seen first")
    void derived() {
        var one = Story.flat().snapshot(12, row(BTC_LONG, life("1049", 10), "2", "100", 11));
        var two = Story.flat().snapshot(60, row(BTC_LONG, life("1049", 10), "5", "103", 50));

        assertThat(two.open(BTC_LONG).id()).isEqualTo(one.open(BTC_LONG).id());
        assertThat(two.open(BTC_LONG).fingerprint()).isEqualTo(one.open(BTC_LONG).fingerprint());
    }

    @Test
    @DisplayName("without ids, two sides first seen with rows of one moment, as funding leaves them, have two fingerprints")
    void rowsOfOneMoment() {
        var story = Story.unseen().snapshot(20, row(BTC_LONG, unmarked(), "2", "100", 10), row(BTC_SHORT, unmarked(), "1", "100", 10));

        assertThat(story.open(BTC_LONG).fingerprint()).isNotEqualTo(story.open(BTC_SHORT).fingerprint());
        assertThat(story.open(BTC_LONG).openedAt()).isEqualTo(at(10));
        assertThat(story.open(BTC_SHORT).openedAt()).as("it was there at 10, so that it began before").isEqualTo(at(9.999));
    }

    @Test
    @DisplayName("a found life without a start does not get the id of another that is long confirmed")
    void foundAfterARestart() {
        var story = Story.flat().record(record(BTC_LONG, recordOnly("1"), 10, "2", "100", "101"))
                .record(record(BTC_LONG, recordOnly("3"), 30, "2", "100", "101"));
        var known = story.confirmed().getLast();
        assertThat(known.openedAt()).isEqualTo(at(10.001));

        story.restartedLongAfter().record(record(BTC_LONG, recordOnly("2"), 20, "2", "100", "101"));

        assertThat(story.confirmed()).singleElement().satisfies(found -> assertThat(found.id()).isNotEqualTo(known.id()));
    }
}
