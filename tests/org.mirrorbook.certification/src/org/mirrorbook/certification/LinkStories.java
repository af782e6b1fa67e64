package org.mirrorbook.certification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mirrorbook.domain.lifecycle.Observation.SnapshotSeen;
import org.mirrorbook.domain.position.Scope;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.exchange.AccountFacts;
import org.mirrorbook.exchange.ApiCredential;
import org.mirrorbook.exchange.Connector;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.LinkStatus;
import org.mirrorbook.exchange.ObservationBatch;

/** How a link comes up, is lost, comes back and ends: stories of the contract of {@link Connector} and its sink. */
abstract class LinkStories extends StagedStories {

    @Test
    void beforeItIsLiveEveryScopeIsAlignedByACompleteSnapshot() throws Exception {
        stage().open(stage().symbol(), Side.LONG, stage().size());
        var ear = new Ear();
        var connector = connect(ear);

        var live = ear.await(LinkState.LIVE);

        assertThat(connector.scopes()).isNotEmpty();
        assertThat(alignedBefore(ear, live, 0)).isEqualTo(connector.scopes());
        assertThat(ear.picture().rows()).extracting(BookedPosition::of).isEqualTo(stage().openPositions());
        assertThat(ear.told(LinkStatus.class)).extracting(LinkStatus::state).startsWith(LinkState.CONNECTING).endsWith(LinkState.LIVE)
                .containsOnlyOnce(LinkState.LIVE).containsOnly(LinkState.CONNECTING, LinkState.LIVE);
    }

    @Test
    void whatWasFoundOutAboutTheAccountIsToldBeforeItsBatches() throws Exception {
        var ear = new Ear();
        connect(ear);
        ear.await(LinkState.LIVE);

        var facts = ear.told(AccountFacts.class).get(0);
        assertThat(facts.kind().orElse("")).isEqualTo(stage().kind());
        assertThat(ear.before(facts)).noneMatch(ObservationBatch.class::isInstance);
    }

    @ParameterizedTest
    @EnumSource(CutPhase.class)
    void aCutInAnyPhaseIsHealedByAligningOnANewConnection(CutPhase phase) throws Exception {
        var ear = new Ear();
        if (phase != CutPhase.LIVE) {
            stage().cut(phase);
        }
        var connector = connect(ear);
        long first = 0;
        if (phase == CutPhase.LIVE) {
            ear.await(LinkState.LIVE);
            first = ear.seen(SnapshotSeen.class).get(0).connection();
            stage().cut(phase);
        }

        var lost = ear.await(LinkState.RECONNECTING, 0);
        stage().open(stage().symbol(), Side.LONG, stage().size());
        int heard = ear.before(lost).size();
        var live = ear.await(LinkState.LIVE, heard);

        assertThat(lost.reason()).isNotBlank();
        assertThat(lost.retryAt()).isPresent();
        assertThat(alignedBefore(ear, live, first)).isEqualTo(connector.scopes());
        ear.awaitPicture("the position", picture -> picture.row(stage().symbol(), Side.LONG).isPresent());
        assertThat(connector.health().gaps()).isEqualTo(phase == CutPhase.LIVE ? 1 : 0);
    }

    @Test
    void aReconnectOnDemandAlignsEveryScopeAgainAndSaysSoFirst() throws Exception {
        var ear = new Ear();
        var connector = connect(ear);
        ear.await(LinkState.LIVE);
        int heard = ear.size();
        long first = ear.seen(SnapshotSeen.class).stream().mapToLong(SnapshotSeen::connection).max().orElseThrow();

        connector.reconnect();
        var other = ear.await(LinkStatus.class, status -> status.state() != LinkState.LIVE, heard);
        var live = ear.await(LinkState.LIVE, ear.before(other).size());

        assertThat(alignedBefore(ear, live, first)).isEqualTo(connector.scopes());
        assertThat(Ear.seen(ear.before(other), SnapshotSeen.class)).allMatch(snapshot -> snapshot.connection() <= first);
    }

    @Test
    void aKeyThatIsRefusedNeedsAttentionAndIsNotTriedAgain() throws Exception {
        var ear = new Ear();
        connect(ear, new ApiCredential(stage().credential().apiKey(), "not-the-secret-of-this-key", stage().credential().passphrase()));

        var refused = ear.await(LinkState.NEEDS_ATTENTION);
        assertThat(refused.reason()).isNotBlank();
        // another account comes to life meanwhile, so there was time for a second try
        var other = new Ear();
        connect(other);
        other.await(LinkState.LIVE);
        assertThat(ear.told(LinkStatus.class)).extracting(LinkStatus::state).containsExactly(LinkState.CONNECTING,
                LinkState.NEEDS_ATTENTION);
        assertThat(ear.told(ObservationBatch.class)).allMatch(batch -> batch.seen().isEmpty());
    }

    @Test
    void aVenueWhoseClockIsAheadIsMirroredByItsOwnTimes() throws Exception {
        stage().begin(Fault.CLOCK_SKEW);
        var ear = new Ear();
        var connector = connect(ear);

        ear.await(LinkState.LIVE);

        assertThat(connector.health().clockOffset()).hasValueSatisfying(offset -> assertThat(offset).isCloseTo(stage().skew(),
                Duration.ofSeconds(2)));
        assertThat(ear.seen(SnapshotSeen.class)).allSatisfy(snapshot -> assertThat(Duration.between(snapshot.receivedAt(),
                snapshot.venueTime())).isCloseTo(stage().skew(), Duration.ofSeconds(2)));
    }

    @Test
    void nothingThatIsToldHoldsASecret() throws Exception {
        var ear = new Ear();
        var connector = connect(ear);
        ear.await(LinkState.LIVE);
        stage().open(stage().symbol(), Side.LONG, stage().size());
        ear.awaitPicture("the position", picture -> picture.row(stage().symbol(), Side.LONG).isPresent());
        stage().cut(CutPhase.LIVE);
        var lost = ear.await(LinkState.RECONNECTING);
        ear.await(LinkState.LIVE, ear.before(lost).size());
        var scope = connector.scopes().iterator().next();
        connector.closingRecords(scope, lost.since()).toCompletableFuture().get(30, TimeUnit.SECONDS);

        var key = stage().credential();
        assertThat(ear.told()).extracting(Object::toString).allSatisfy(text -> assertThat(text)
                .doesNotContain(key.apiKey(), key.secret(), key.passphrase())
                // what HMAC-SHA256 looks like in Base64
                .doesNotContainPattern("[A-Za-z0-9+/]{43}="));
    }

    /** The scopes that a later connection than this one aligned before that was told. */
    private static Set<Scope> alignedBefore(Ear ear, LinkStatus live, long connection) {
        return Ear.seen(ear.before(live), SnapshotSeen.class).stream().filter(snapshot -> snapshot.connection() > connection)
                .map(SnapshotSeen::scope).collect(Collectors.toSet());
    }
}
