package org.mirrorbook.tests.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.journal.JournalReader;
import org.mirrorbook.journal.TradeQuery;
import org.mirrorbook.mirror.MirrorTopics;
import org.mirrorbook.mirror.NewAccount;

/** The whole road with nothing faked on it: practice exchange, sockets, connector, lane, lifecycle, Derby. */
class PracticeMirrorTest {

    @TempDir
    Path home;

    @Test
    void thePracticeExchangeInsideTheProductIsMirroredWithoutAKey() throws Exception {
        try (var product = new RunningProduct(home)) {
            var accounts = product.accounts();
            var wanted = new NewAccount("practice", "bitget", Environment.PRACTICE, Optional.empty(), true);
            assertThat(accounts.tryKey(wanted, Optional.empty()).problem()).isEmpty();
            var account = accounts.add(wanted, Optional.empty(), "");
            accounts.mirrorEnabled();

            product.awaitEvent(MirrorTopics.STARTED);
            var opened = product.awaitEvent(MirrorTopics.OPENED);
            assertThat(product.service(JournalReader.class).trades(TradeQuery.all())).anySatisfy(trade -> {
                assertThat(trade.id().value()).isEqualTo(opened.getProperty(MirrorTopics.TRADE));
                assertThat(trade.slot().scope().account()).isEqualTo(account.id());
            });
            var lane = RunningProduct.lane("practice").orElseThrow();
            accounts.stopMirroring();
            assertThat(lane.join(Duration.ofSeconds(30))).as("the thread ends").isTrue();
        }
    }
}
