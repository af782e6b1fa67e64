package org.mirrorbook.certification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.exchange.LinkState;
import org.mirrorbook.exchange.LinkStatus;

/** How a connector ends. Its threads are looked for among all, so no other story may run beside this one. */
@Isolated
public abstract class StopCertification extends StagedStories {

    @Test
    void stopEndsItForGoodAndLeavesNoThreadOfItsOwn() throws Exception {
        // what is shared by all connectors comes with the first
        var first = new Ear();
        var connector = connect(first);
        first.await(LinkState.LIVE);
        connector.stop().toCompletableFuture().get(30, TimeUnit.SECONDS);
        var before = threads();

        var ear = new Ear();
        var stopped = connect(ear);
        ear.await(LinkState.LIVE);
        stopped.stop().toCompletableFuture().get(30, TimeUnit.SECONDS);

        assertThat(threads()).isSubsetOf(before);
        assertThat(ear.told(LinkStatus.class)).last().extracting(LinkStatus::state).isEqualTo(LinkState.OFF);
        int heard = ear.size();
        // something happens at the venue, and another account hears of it
        var other = new Ear();
        connect(other);
        other.await(LinkState.LIVE);
        stage().open(stage().symbol(), Side.LONG, stage().size());
        other.awaitPicture("the position", picture -> picture.row(stage().symbol(), Side.LONG).isPresent());
        assertThat(ear.size()).isEqualTo(heard);
    }

    /** The names of all threads without the numbers in them, so that a pool may grow. */
    private static List<String> threads() {
        return Thread.getAllStackTraces().keySet().stream().map(thread -> thread.getName().replaceAll("\\d+", "#")).distinct().toList();
    }
}
