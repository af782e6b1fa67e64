package org.mirrorbook.domain.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.journal.Certainty;
import org.mirrorbook.domain.journal.Execution;
import org.mirrorbook.domain.journal.Exit;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.lifecycle.Network.Weather;
import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.Slot;

/**
 * Whatever the network did, the journal ends as the venue's own history: every life once, with equal figures. Each history is drawn from a seed,
 * and the laws are checked after each of its observations.
 */
@DisplayName("After any history, journal = books")
class VenueHistoryTest {

    private static final int SEEDS = Integer.getInteger("mirrorbook.seeds", 150);
    private static final List<Slot> SLOTS = List.of(Given.BTC_LONG, Given.BTC_SHORT, Given.ETH_LONG);

    @Test
    @DisplayName("on a calm link, and every fill is an execution")
    void calm() {
        for (int seed = 0; seed < SEEDS; seed++) {
            for (var ids : Venue.Ids.values()) {
                for (var oneWay : List.of(true, false)) {
                    compare(seed, ids, oneWay, Weather.CALM, true);
                }
            }
        }
    }

    @Test
    @DisplayName("where each life has its id, with losses, doubles, disorder and cuts, and every fill is an execution")
    void roughWithIds() {
        for (int seed = 0; seed < SEEDS; seed++) {
            compare(seed, Venue.Ids.OF_LIFE, true, Weather.ROUGH, true);
            compare(seed, Venue.Ids.OF_LIFE, false, Weather.ROUGH, true);
        }
    }

    @Test
    @DisplayName("where each life has its id, in a storm with restarts")
    void stormWithIds() {
        for (int seed = 0; seed < SEEDS; seed++) {
            compare(seed, Venue.Ids.OF_LIFE, true, Weather.STORM, false);
            compare(seed, Venue.Ids.OF_LIFE, false, Weather.STORM, false);
        }
    }

    @Test
    @DisplayName("where there are no ids, with losses, doubles, disorder and cuts")
    void roughWithoutIds() {
        for (int seed = 0; seed < SEEDS; seed++) {
            compare(seed, Venue.Ids.NONE, true, Weather.ROUGH_WITHOUT_IDS, false);
            compare(seed, Venue.Ids.NONE, false, Weather.STORM_WITHOUT_IDS, false);
        }
    }

    @Test
    @DisplayName("where ids are used again, with losses, doubles, disorder and cuts")
    void roughWithReusedIds() {
        for (int seed = 0; seed < SEEDS; seed++) {
            compare(seed, Venue.Ids.REUSED, true, Weather.ROUGH_WITHOUT_IDS, false);
            compare(seed, Venue.Ids.REUSED, false, Weather.STORM_WITHOUT_IDS, false);
        }
    }

    private static void compare(int seed, Venue.Ids ids, boolean oneWay, Weather weather, boolean allFills) {
        var name = "seed " + seed + ", ids " + ids + (oneWay ? ", one way, " : ", hedge, ") + weather;
        try {
            var venue = new Venue(ids, oneWay);
            var network = run(venue, new Random(seed), weather);
            journalEqualsBooks(venue, network, allFills);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(name, e);
        }
    }

    private static Network run(Venue venue, Random random, Weather weather) {
        var network = new Network(venue, random, weather);
        var now = Given.START.plusSeconds(1);
        network.connect(now);
        for (int i = 0; i < 40; i++) {
            now = now.plusMillis(random.nextInt(4) == 0 ? 1 + random.nextInt(200) : 500 + random.nextInt(20_000));
            network.deliver(now);
            now = act(venue, random, now);
            network.push(now);
            network.perhapsCut(now);
            if (!network.isConnected() && random.nextInt(3) == 0) {
                now = now.plusSeconds(1);
                network.connect(now);
            }
        }
        network.deliver(now.plusSeconds(30));
        if (network.isConnected()) {
            network.cut(now.plusSeconds(31));
        }
        network.connect(now.plusSeconds(40));
        return network;
    }

    /** One order, filled in one to three pieces, or funding. Returns the time of the last piece. */
    private static Instant act(Venue venue, Random random, Instant now) {
        var slot = SLOTS.get(random.nextInt(SLOTS.size()));
        if (venue.isOneWay() && venue.open().containsKey(slot.opposite())) {
            slot = slot.opposite();
        }
        var position = venue.open().get(slot);
        if (position != null && random.nextInt(8) == 0) {
            venue.settleFunding(slot, BigDecimal.valueOf(random.nextInt(21) - 10, 2), now);
            return now;
        }
        var grows = position == null || random.nextInt(3) == 0;
        var quantity = BigDecimal.valueOf(1 + random.nextInt(5));
        if (!grows) {
            var most = venue.isOneWay() ? position.size().add(BigDecimal.valueOf(random.nextInt(4))) : position.size();
            quantity = random.nextBoolean() ? most : quantity.min(most);
        }
        return fill(venue, random, slot, grows, quantity, now);
    }

    private static Instant fill(Venue venue, Random random, Slot slot, boolean grows, BigDecimal quantity, Instant now) {
        var left = quantity;
        var at = now;
        while (left.signum() > 0) {
            var piece = random.nextInt(3) == 0 ? left.min(BigDecimal.ONE) : left;
            var price = BigDecimal.valueOf(90 + random.nextInt(20));
            if (!grows && !venue.open().containsKey(slot)) {
                // the order went through zero with its last piece: what is left opens the other side
                venue.trade(slot.opposite(), true, piece, price, at);
            } else {
                venue.trade(slot, grows, piece, price, at);
            }
            left = left.subtract(piece);
            at = left.signum() > 0 ? at.plusMillis(random.nextInt(3)) : at;
        }
        return at;
    }

    private static void journalEqualsBooks(Venue venue, Network network, boolean allFills) {
        var closed = network.journal().values().stream().filter(trade -> !trade.isOpen()).toList();
        assertThat(closed).as("every close is confirmed")
                .extracting(Trade::certainty).allMatch(Certainty.CONFIRMED::equals);
        assertThat(network.book().awaiting()).isEmpty();
        var byClose = closed.stream().collect(Collectors.groupingBy(trade -> key(trade.slot(), trade.exit().orElseThrow().closedAt())));
        assertThat(byClose.keySet()).as("every life once").containsExactlyInAnyOrderElementsOf(
                venue.ended().stream().map(ended -> key(ended.record().slot(), ended.record().closedAt())).toList());
        for (var ended : venue.ended()) {
            var trades = byClose.get(key(ended.record().slot(), ended.record().closedAt()));
            assertThat(trades).hasSize(1);
            figuresAreEqual(trades.getFirst(), ended.record());
            if (allFills) {
                fillsAreEqual(trades.getFirst(), ended.fillIds());
            }
        }
        var open = network.journal().values().stream().filter(Trade::isOpen).toList();
        assertThat(open).extracting(Trade::slot).containsExactlyInAnyOrderElementsOf(venue.open().keySet());
        for (var trade : open) {
            var position = venue.open().get(trade.slot());
            assertThat(trade.terms().quantity()).isEqualByComparingTo(position.size());
            assertThat(trade.terms().effectiveEntry()).isEqualByComparingTo(position.row().entryPrice());
            assertThat(trade.result().fees()).isEqualByComparingTo(position.row().figures().fees().orElseThrow());
            if (allFills) {
                fillsAreEqual(trade, position.fillIds());
            }
        }
    }

    private static String key(Slot slot, Instant closedAt) {
        return slot.instrument() + " " + slot.side() + " " + closedAt;
    }

    private static void figuresAreEqual(Trade trade, ClosingRecord record) {
        assertThat(trade.terms().effectiveEntry()).isEqualByComparingTo(record.openAverage());
        assertThat(trade.terms().quantity()).isEqualByComparingTo(record.openSize());
        assertThat(trade.exit().orElseThrow().price().orElseThrow()).isEqualByComparingTo(record.closeAverage());
        assertThat(trade.exit().orElseThrow().basis()).isEqualTo(Exit.Basis.RECORD);
        assertThat(trade.result().realised()).isEqualByComparingTo(record.gross());
        assertThat(trade.result().funding()).isEqualByComparingTo(record.funding());
        assertThat(trade.result().net()).isEqualByComparingTo(record.reportedNet().orElseThrow());
    }

    private static void fillsAreEqual(Trade trade, List<String> fillIds) {
        assertThat(trade.executions()).as("each execution is a fill: %s", trade.executions()).noneMatch(Execution::inferred);
        assertThat(trade.executions().stream().map(step -> step.fillId().orElseThrow()).sorted(Comparator.naturalOrder()).toList())
                .isEqualTo(fillIds.stream().sorted().toList());
    }
}
