package org.mirrorbook.domain.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.journal.Certainty;
import org.mirrorbook.domain.journal.Execution;
import org.mirrorbook.domain.journal.Exit;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.lifecycle.Network.Weather;
import org.mirrorbook.domain.money.Exact;
import org.mirrorbook.domain.money.Money;
import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.Slot;
import org.mirrorbook.domain.risk.Excursion;
import org.mirrorbook.domain.risk.ProtectionKind;
import org.mirrorbook.domain.risk.ProtectionMove;
import org.mirrorbook.domain.risk.ProtectionSource;
import org.mirrorbook.domain.risk.RiskUnit;

/**
 * Whatever the network did, the journal ends as the venue's own history: every life once, with equal figures. Each history is drawn from
 * a seed, and the laws are checked after each of its observations. Long, since all laws are checked on the same history.
 */
@DisplayName("After any history, journal = books")
class VenueHistoryTest {

    private static final int SEEDS = Integer.getInteger("mirrorbook.laws", 30);
    private static final BigDecimal ONE_R = ((RiskUnit.Fixed) Network.UNIT).amount().amount();
    private static final List<Slot> SLOTS = List.of(Given.BTC_LONG, Given.BTC_SHORT, Given.ETH_LONG);

    /** How the venue tells what is open. */
    private enum Stream {
        LISTS, WORDS,
        /** By lists, until the account is of another kind: by words. */
        CONVERTED
    }

    /** Trades whose executions are their fills, of all trades. */
    private int explained;
    private int trades;

    @Test
    @DisplayName("on a calm link, and where each life has its id every fill is an execution")
    void calm() {
        for (int seed = 0; seed < SEEDS; seed++) {
            compare(seed, Venue.Ids.OF_LIFE, true, Weather.CALM);
            compare(seed, Venue.Ids.OF_LIFE, false, Weather.CALM);
        }
        assertThat(explained).isEqualTo(trades).isPositive();
        for (int seed = 0; seed < SEEDS; seed++) {
            compare(seed, Venue.Ids.NONE, seed % 2 == 0, Weather.CALM);
            compare(seed, Venue.Ids.REUSED, seed % 2 == 0, Weather.CALM);
        }
        assertThat(explained).as("of %s", trades).isGreaterThan(trades * 98 / 100);
    }

    @Test
    @DisplayName("where each life has its id, with losses, doubles, disorder and cuts, and nearly all fills are executions")
    void roughWithIds() {
        for (int seed = 0; seed < SEEDS; seed++) {
            compare(seed, Venue.Ids.OF_LIFE, true, Weather.ROUGH);
            compare(seed, Venue.Ids.OF_LIFE, false, Weather.ROUGH);
        }
        assertThat(explained).as("of %s", trades).isGreaterThan(trades * 98 / 100);
    }

    @Test
    @DisplayName("where each life has its id, in a storm with restarts")
    void stormWithIds() {
        for (int seed = 0; seed < SEEDS; seed++) {
            compare(seed, Venue.Ids.OF_LIFE, true, Weather.STORM);
            compare(seed, Venue.Ids.OF_LIFE, false, Weather.STORM);
        }
    }

    @Test
    @DisplayName("where there are no ids, with losses, doubles, disorder and cuts")
    void roughWithoutIds() {
        for (int seed = 0; seed < SEEDS; seed++) {
            compare(seed, Venue.Ids.NONE, true, Weather.ROUGH_WITHOUT_IDS);
            compare(seed, Venue.Ids.NONE, false, Weather.STORM_WITHOUT_IDS);
        }
    }

    @Test
    @DisplayName("where ids are used again, with losses, doubles, disorder and cuts")
    void roughWithReusedIds() {
        for (int seed = 0; seed < SEEDS; seed++) {
            compare(seed, Venue.Ids.REUSED, true, Weather.ROUGH_WITHOUT_IDS);
            compare(seed, Venue.Ids.REUSED, false, Weather.STORM_WITHOUT_IDS);
        }
    }

    @Test
    @DisplayName("where the stream names only what changed and has no ids, on a calm link, and nearly all fills are executions")
    void wordByWord() {
        for (int seed = 0; seed < SEEDS; seed++) {
            compare(seed, Venue.Ids.OF_RECORDS, true, Weather.CALM, Stream.WORDS);
            compare(seed, Venue.Ids.OF_RECORDS, false, Weather.CALM, Stream.WORDS);
        }
        assertThat(explained).as("of %s", trades).isGreaterThan(trades * 98 / 100);
    }

    @Test
    @DisplayName("where the stream names only what changed and has no ids, with losses, doubles, disorder, cuts and restarts")
    void roughWordByWord() {
        for (int seed = 0; seed < SEEDS; seed++) {
            for (var weather : List.of(Weather.ROUGH_WITHOUT_IDS, Weather.STORM_WITHOUT_IDS)) {
                compare(seed, Venue.Ids.OF_RECORDS, true, weather, Stream.WORDS);
                compare(seed, Venue.Ids.OF_RECORDS, false, weather, Stream.WORDS);
            }
        }
    }

    @Test
    @DisplayName("where the account becomes of another kind in between, with losses, doubles, disorder, cuts and restarts")
    void converted() {
        for (int seed = 0; seed < SEEDS; seed++) {
            for (var weather : List.of(Weather.CALM, Weather.ROUGH_WITHOUT_IDS, Weather.STORM_WITHOUT_IDS)) {
                compare(seed, Venue.Ids.OF_LIFE, seed % 2 == 0, weather, Stream.CONVERTED);
            }
        }
    }

    @Test
    @DisplayName("what happens in one instrument and what happens in another may change places")
    void independentSlotsCommute() {
        var lifecycle = new PositionLifecycle();
        var swapped = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            var wordByWord = seed % 4 < 2;
            var seen = run(new Venue(wordByWord ? Venue.Ids.OF_RECORDS : Venue.Ids.OF_LIFE, seed % 2 == 0), seed,
                    wordByWord ? Weather.ROUGH_WITHOUT_IDS : Weather.ROUGH,
                    wordByWord ? Stream.WORDS : Stream.LISTS).delivered();
            var book = Book.empty(Given.ACCOUNT, Given.START);
            for (int i = 0; i + 1 < seen.size(); i++) {
                var one = instrument(seen.get(i));
                var two = instrument(seen.get(i + 1));
                if (one.isPresent() && two.isPresent() && !one.equals(two)) {
                    var forth = lifecycle.apply(lifecycle.apply(book, seen.get(i)).after(), seen.get(i + 1)).after();
                    var back = lifecycle.apply(lifecycle.apply(book, seen.get(i + 1)).after(), seen.get(i)).after();
                    assertThat(back).as("seed %s, observation %s", seed, i).isEqualTo(forth);
                    swapped++;
                }
                book = lifecycle.apply(book, seen.get(i)).after();
            }
        }
        assertThat(swapped).isGreaterThan(SEEDS);
    }

    private static Optional<String> instrument(Observation seen) {
        return switch (seen) {
            case Observation.FillSeen fill -> Optional.of(fill.fill().instrument());
            case Observation.PositionSeen changed -> Optional.of(changed.row().slot().instrument());
            case Observation.ProtectionSeen order -> Optional.of(order.order().instrument());
            case Observation.PlanSet plan -> Optional.of(plan.trade().slot().instrument());
            case Observation.PositionGone gone -> Optional.of(gone.slot().instrument());
            case Observation.ClosingRecordSeen record -> Optional.of(record.record().slot().instrument());
            default -> Optional.empty();
        };
    }

    private void compare(int seed, Venue.Ids ids, boolean oneWay, Weather weather) {
        compare(seed, ids, oneWay, weather, Stream.LISTS);
    }

    private void compare(int seed, Venue.Ids ids, boolean oneWay, Weather weather, Stream stream) {
        var name = "seed " + seed + ", ids " + ids + (oneWay ? ", one way, " : ", hedge, ")
                + stream + ", " + weather;
        try {
            var venue = new Venue(ids, oneWay);
            var network = run(venue, seed, weather, stream);
            journalEqualsBooks(venue, network);
            journalEqualsTheNaiveOne(network);
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError(name, e);
        }
    }

    private static Network run(Venue venue, int seed, Weather weather, Stream stream) {
        var random = new Random(seed);
        var network = new Network(venue, random, new Random(seed * 31L + 3), weather, stream == Stream.WORDS);
        var extra = new Random(seed * 31L + 7);
        var now = Given.START.plusSeconds(1);
        network.connect(now);
        for (int i = 0; i < 40; i++) {
            if (i == 20 && stream == Stream.CONVERTED) {
                network.deliver(now);
                network.convert(now);
            }
            now = now.plusMillis(random.nextInt(4) == 0 ? 1 + random.nextInt(200) : 500 + random.nextInt(20_000));
            network.deliver(now);
            now = act(venue, random, now);
            protect(venue, extra, now);
            network.push(now);
            network.perhapsMore(now);
            network.perhapsHandOver(now);
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

    /** Stops and targets of what is open are set, moved and taken back. */
    private static void protect(Venue venue, Random random, Instant now) {
        for (var slot : List.copyOf(venue.open().keySet())) {
            var kind = random.nextBoolean() ? ProtectionKind.STOP_LOSS : ProtectionKind.TAKE_PROFIT;
            switch (random.nextInt(6)) {
                case 0, 1 -> venue.protect(slot, kind, BigDecimal.valueOf(80_000 + random.nextInt(40_000), 3), now);
                case 2 -> venue.unprotect(slot, kind, now);
                default -> {
                }
            }
        }
    }

    /** The journal, beside what the observations must come to whoever folds them. */
    private static void journalEqualsTheNaiveOne(Network network) {
        var naive = new NaiveJournal(network.delivered());
        var closed = network.journal().values().stream().filter(trade -> !trade.isOpen())
                .collect(Collectors.toMap(trade -> NaiveJournal.key(trade.slot(), trade.exit().orElseThrow().closedAt()), trade -> trade));
        assertThat(closed.keySet()).isEqualTo(naive.ended().keySet());
        naive.ended().forEach((key, record) -> {
            var trade = closed.get(key);
            figuresAreEqual(trade, record);
            var live = live(trade, ProtectionKind.STOP_LOSS);
            assertThat(live).as("no live stop is younger than the close").noneMatch(move -> move.at().isAfter(record.closedAt()));
            var first = live.stream().flatMap(move -> move.price().stream()).findFirst();
            assertThat(trade.status()).as("judged by the last rule: %s", trade).isEqualTo(naive.status(trade, record, first, ONE_R));
        });
        var open = network.journal().values().stream().filter(Trade::isOpen).toList();
        assertThat(open).extracting(Trade::slot).containsExactlyInAnyOrderElementsOf(naive.open().keySet());
        for (var trade : open) {
            assertThat(trade.terms().quantity()).isEqualByComparingTo(naive.open().get(trade.slot()).size());
            for (var kind : ProtectionKind.values()) {
                var live = live(trade, kind);
                assertThat(live.isEmpty() ? Optional.empty() : live.getLast().price()).as("%s of %s", kind, trade)
                        .isEqualTo(Exact.of(naive.liveNow(trade.slot(), kind)));
            }
        }
        for (var trade : network.journal().values()) {
            for (var kind : ProtectionKind.values()) {
                assertThat(trade.risk().of(kind).moves().stream().filter(move -> move.source() == ProtectionSource.PLANNED)
                        .map(move -> move.price().map(BigDecimal::toPlainString).orElse("-")).toList())
                        .isEqualTo(naive.plans(trade.id(), kind).stream().map(VenueHistoryTest::exact).toList());
            }
            assertThat(trade.risk().oneR()).contains(new Money(ONE_R, "USDT"));
            assertThat(trade.excursions().favourable().map(Excursion::amount)).isEqualTo(naive.reached(trade.id(), true));
            assertThat(trade.excursions().adverse().map(Excursion::amount)).isEqualTo(naive.reached(trade.id(), false));
            assertThat(trade.excursions().gap()).as("whoever was found has a part that nobody watched")
                    .isEqualTo(naive.hasGap(trade.id()) || trade.found());
        }
    }

    private static String exact(String price) {
        return price.equals("-") ? price : Exact.of(new BigDecimal(price)).toPlainString();
    }

    private static List<ProtectionMove> live(Trade trade, ProtectionKind kind) {
        return trade.risk().of(kind).moves().stream().filter(move -> move.source() == ProtectionSource.LIVE).toList();
    }

    /** One order, filled in one to three pieces, or funding. Returns the time of the last piece. */
    private static Instant act(Venue venue, Random random, Instant now) {
        var slot = venue.of(SLOTS.get(random.nextInt(SLOTS.size())));
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
            var price = BigDecimal.valueOf(90_000 + random.nextInt(20_000), 3);
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

    private void journalEqualsBooks(Venue venue, Network network) {
        var closed = network.journal().values().stream().filter(trade -> !trade.isOpen()).toList();
        assertThat(closed).as("every close is confirmed")
                .extracting(Trade::certainty).allMatch(Certainty.CONFIRMED::equals);
        assertThat(network.book().awaiting()).isEmpty();
        var byClose = closed.stream().collect(Collectors.groupingBy(trade -> key(trade.slot(), trade.exit().orElseThrow().closedAt())));
        assertThat(byClose.keySet()).as("every life once").containsExactlyInAnyOrderElementsOf(
                venue.ended().stream().map(ended -> key(ended.record().slot(), ended.record().closedAt())).toList());
        for (var ended : venue.ended()) {
            var found = byClose.get(key(ended.record().slot(), ended.record().closedAt()));
            assertThat(found).hasSize(1);
            figuresAreEqual(found.getFirst(), ended.record());
            count(found.getFirst(), ended.fillIds());
        }
        var open = network.journal().values().stream().filter(Trade::isOpen).toList();
        assertThat(open).extracting(Trade::slot).containsExactlyInAnyOrderElementsOf(venue.open().keySet());
        for (var trade : open) {
            var position = venue.open().get(trade.slot());
            assertThat(trade.terms().quantity()).isEqualByComparingTo(position.size());
            assertThat(trade.terms().effectiveEntry()).isEqualByComparingTo(position.row().entryPrice());
            assertThat(trade.result().fees()).isEqualByComparingTo(position.row().figures().fees().orElseThrow());
            count(trade, position.fillIds());
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

    /** An execution that is no fill says so, and then it is only one of a few; one that says it is a fill must be of this life. */
    private void count(Trade trade, List<String> fillIds) {
        trades++;
        var ids = trade.executions().stream().flatMap(step -> step.fillId().stream()).sorted().toList();
        if (ids.equals(fillIds.stream().sorted().toList()) && trade.executions().stream().noneMatch(Execution::inferred)) {
            explained++;
        }
    }
}
