package org.mirrorbook.certification;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.mirrorbook.domain.lifecycle.Observation;
import org.mirrorbook.domain.lifecycle.Observation.ClosingRecordSeen;
import org.mirrorbook.domain.lifecycle.Observation.FillSeen;
import org.mirrorbook.domain.lifecycle.Observation.PositionGone;
import org.mirrorbook.domain.lifecycle.Observation.PositionSeen;
import org.mirrorbook.domain.lifecycle.Observation.SnapshotSeen;
import org.mirrorbook.domain.position.ClosingRecord;
import org.mirrorbook.domain.position.Fill;
import org.mirrorbook.domain.position.IdScope;
import org.mirrorbook.domain.position.LifeMark;
import org.mirrorbook.domain.position.PositionRow;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.exchange.Connector;
import org.mirrorbook.exchange.ConnectorCapabilities.CloseSignal;
import org.mirrorbook.exchange.ConnectorCapabilities.StreamModel;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.ObservationBatch;

/** Whether what is told is true: absent figures, signs, times, evidence, and the connector's own capabilities. */
abstract class TruthStories extends LinkStories {

    @Test
    void whatTheVenueDidNotSayIsAbsentAndNotZero() throws Exception {
        var ear = new Ear();
        connect(ear);
        ear.await(LinkState.LIVE);

        stage().open(stage().symbol(), Side.LONG, stage().size());
        var fresh = awaitRow(ear, Side.LONG, stage().size());
        assertThat(fresh.figures().funding()).isEqualTo(stage().fundingBeforeTheFirst());
        stage().fund(stage().symbol());

        ear.awaitPicture("funding", picture -> picture.row(stage().symbol(), Side.LONG)
                .filter(row -> row.figures().funding().filter(amount -> amount.signum() != 0).isPresent()).isPresent());
    }

    @Test
    void whatIsPaidIsNegativeWhereverItIsTold() throws Exception {
        var ear = new Ear();
        var connector = connect(ear);
        ear.await(LinkState.LIVE);
        live(Side.SHORT, ear);

        var record = closingRecord(connector);
        assertThat(record.openFee()).isNegative();
        assertThat(record.closeFee()).isNegative();
        assertThat(fills(connector)).hasSizeGreaterThanOrEqualTo(3).allSatisfy(fill -> assertThat(fill.fees())
                .isNotEmpty().allSatisfy(fee -> assertThat(fee.amount()).isNegative()));
        assertThat(ear.seen(FillSeen.class)).allSatisfy(seen -> assertThat(seen.fill().fees())
                .allSatisfy(fee -> assertThat(fee.amount()).isNegative()));
        assertThat(ear.seen(ClosingRecordSeen.class)).allSatisfy(seen -> assertThat(BookedLife.of(seen.record()))
                .isEqualTo(stage().endedLives().get(0)));
        var fees = rows(ear).stream().flatMap(row -> row.figures().fees().stream()).toList();
        assertThat(fees).isNotEmpty().allSatisfy(fee -> assertThat(fee).isNegative());
    }

    @Test
    void everythingHasTheVenuesTimeAndOursAndTheMessageItRestsOn() throws Exception {
        var clock = Services.get(Clock.class);
        var from = clock.instant();
        var ear = new Ear();
        connect(ear);
        ear.await(LinkState.LIVE);
        live(Side.LONG, ear);
        var to = clock.instant();

        var batches = ear.told(ObservationBatch.class);
        assertThat(batches).isNotEmpty().allSatisfy(batch -> {
            assertThat(batch.message().receivedAt()).isBetween(from, to.plusSeconds(1));
            assertThat(batch.message().channel()).isNotBlank();
            assertThat(batch.message().text()).isNotBlank();
            assertThat(batch.seen()).allSatisfy(seen -> assertThat(seen.receivedAt()).isEqualTo(batch.message().receivedAt()));
        });
        assertThat(ear.seen(Observation.class)).flatExtracting(TruthStories::venueTimes)
                .allSatisfy(time -> assertThat(time).isBetween(from.minusSeconds(2), to.plusSeconds(2)));
    }

    @Test
    void pagesOfAnAnswerAreHandedOverAsBatchesBeforeIt() throws Exception {
        var ear = new Ear();
        var connector = connect(ear);
        ear.await(LinkState.LIVE);
        live(Side.LONG, ear);
        closingRecord(connector);
        int heard = ear.size();

        var record = closingRecord(connector);

        var pages = ear.told().subList(heard, ear.size()).stream().filter(ObservationBatch.class::isInstance)
                .map(ObservationBatch.class::cast).filter(batch -> batch.seen().isEmpty()).toList();
        assertThat(pages).isNotEmpty();
        assertThat(pages).anySatisfy(page -> assertThat(page.message().text()).contains(record.life().id().orElse(""))
                .contains(Long.toString(record.closedAt().toEpochMilli())));
    }

    @Test
    void whatIsAskedForIsWhatTheVenuesBooksSay() throws Exception {
        var ear = new Ear();
        var connector = connect(ear);
        ear.await(LinkState.LIVE);
        live(Side.LONG, ear);
        stage().open(stage().neighbour(), Side.LONG, BigDecimal.ONE);

        assertThat(BookedLife.of(closingRecord(connector))).isEqualTo(stage().endedLives().get(0));
        var scope = scope(connector);
        assertThat(answer(connector.openPositions(scope))).extracting(BookedPosition::of).isEqualTo(stage().openPositions());
        assertThat(answer(connector.closingRecords(scope, soon()))).isEmpty();
        assertThat(fills(connector)).extracting(Fill::fillId).doesNotHaveDuplicates();
        assertThat(fills(connector)).extracting(Fill::at).isSorted();
    }

    @Test
    void theCapabilitiesAreTrueToWhatIsSeen() throws Exception {
        var ear = new Ear();
        var connector = connect(ear);
        ear.await(LinkState.LIVE);
        stage().open(stage().neighbour(), Side.LONG, BigDecimal.ONE);
        ear.awaitPicture("the neighbour", picture -> picture.row(stage().neighbour(), Side.LONG).isPresent());
        int opening = ear.size();
        stage().open(stage().symbol(), Side.LONG, stage().size());
        var first = awaitRow(ear, Side.LONG, stage().size()).life();
        int closing = ear.size();
        stage().close(stage().symbol(), Side.LONG);
        ear.awaitPicture("the close", picture -> picture.row(stage().symbol(), Side.LONG).isEmpty());
        stage().open(stage().symbol(), Side.LONG, stage().size());
        var second = awaitRow(ear, Side.LONG, stage().size()).life();

        var can = capabilities();
        var opened = ear.told().subList(opening, closing);
        if (can.streamModel() == StreamModel.FULL_PER_PUSH) {
            assertThat(Ear.seen(opened, PositionSeen.class)).isEmpty();
            assertThat(Ear.seen(opened, SnapshotSeen.class)).anySatisfy(all -> assertThat(all.rows()).hasSize(2));
        } else {
            assertThat(Ear.seen(opened, PositionSeen.class)).isNotEmpty().allSatisfy(one -> assertThat(one.row().slot().instrument())
                    .isEqualTo(stage().symbol()));
        }
        assertMark(first, can.streamIds(), can.startTimeReliable());
        if (can.streamIds() == IdScope.LIFE) {
            assertThat(second.id()).isNotEqualTo(first.id());
        }
        assertThat(can.closeSignals().contains(CloseSignal.ABSENCE))
                .isEqualTo(Ear.seen(ear.told().subList(closing, ear.size()), PositionGone.class).isEmpty());
        if (can.closeSignals().contains(CloseSignal.EVENT)) {
            ear.awaitSeen(ClosingRecordSeen.class, seen -> seen.record().slot().instrument().equals(stage().symbol()));
        }
        var record = closingRecord(connector);
        assertThat(record.life().idScope()).isEqualTo(can.historyIds());
        assertThat(answer(connector.openPositions(scope(connector)))).allSatisfy(row -> assertThat(row.life().idScope())
                .isEqualTo(can.openListIds()));
        assertThat(can.environments()).contains(stage().environment());
        assertThat(can.venue()).isEqualTo(stage().venue());
    }

    private static void assertMark(LifeMark mark, IdScope ids, boolean reliable) {
        assertThat(mark.idScope()).isEqualTo(ids);
        assertThat(mark.startReliable()).isEqualTo(reliable);
    }

    /** One whole life, from first to last heard by the ear: opened, grown, reduced, closed. */
    private void live(Side side, Ear ear) throws InterruptedException {
        var size = stage().size();
        var quarter = size.divide(BigDecimal.valueOf(4));
        stage().open(stage().symbol(), side, size);
        awaitRow(ear, side, size);
        stage().open(stage().symbol(), side, quarter);
        awaitRow(ear, side, size.add(quarter));
        stage().reduce(stage().symbol(), side, quarter);
        awaitRow(ear, side, size);
        stage().close(stage().symbol(), side);
        ear.awaitPicture("the close", picture -> picture.row(stage().symbol(), side).isEmpty());
    }

    private PositionRow awaitRow(Ear ear, Side side, BigDecimal size) throws InterruptedException {
        return ear.awaitPicture(side + " " + size, picture -> picture.row(stage().symbol(), side)
                .filter(row -> row.size().compareTo(size) == 0).isPresent()).row(stage().symbol(), side).orElseThrow();
    }

    private static List<PositionRow> rows(Ear ear) {
        var rows = new HashSet<PositionRow>();
        ear.seen(SnapshotSeen.class).forEach(all -> rows.addAll(all.rows()));
        ear.seen(PositionSeen.class).forEach(one -> rows.add(one.row()));
        return List.copyOf(rows);
    }

    /** The scope of the stage's symbols. */
    private Scope scope(Connector connector) throws Exception {
        for (var scope : connector.scopes()) {
            if (answer(connector.fills(scope, longAgo(), soon())).stream().anyMatch(fill -> fill.instrument().equals(stage().symbol()))) {
                return scope;
            }
        }
        throw new AssertionError("no scope has fills of " + stage().symbol());
    }

    private List<Fill> fills(Connector connector) throws Exception {
        return answer(connector.fills(scope(connector), longAgo(), soon()));
    }

    /** The record of the one ended life; history may show it late, and the connector's own limits pace the questions. */
    private ClosingRecord closingRecord(Connector connector) throws Exception {
        var scope = scope(connector);
        for (;;) {
            var records = answer(connector.closingRecords(scope, longAgo()));
            if (!records.isEmpty()) {
                assertThat(records).hasSize(1);
                return records.get(0);
            }
        }
    }

    private static Instant longAgo() throws InterruptedException {
        return Services.get(Clock.class).instant().minus(Duration.ofHours(1));
    }

    private static Instant soon() throws InterruptedException {
        return Services.get(Clock.class).instant().plus(Duration.ofMinutes(1));
    }

    private static <T> T answer(CompletionStage<T> question) throws Exception {
        return question.toCompletableFuture().get(30, TimeUnit.SECONDS);
    }

    private static Set<Instant> venueTimes(Observation seen) {
        return switch (seen) {
            case SnapshotSeen all -> Set.of(all.venueTime());
            case PositionSeen one -> Set.of(one.venueTime());
            case PositionGone gone -> Set.of(gone.venueTime());
            case FillSeen fill -> Set.of(fill.fill().at());
            case ClosingRecordSeen record -> Set.of(record.record().closedAt());
            default -> Set.of();
        };
    }
}
