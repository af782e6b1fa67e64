package org.mirrorbook.journal.jpa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mirrorbook.journal.jpa.CommitsUntilKilled.ACCOUNT;
import static org.mirrorbook.journal.jpa.CommitsUntilKilled.BEGINNING;

import java.nio.file.Path;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

import org.mirrorbook.journal.TradeQuery;

class KilledWhileCommittingTest {

    @TempDir
    Path home;

    @RepeatedTest(2)
    void everyCommitThatReturnedIsThereWholeAndNoneInPart() throws Exception {
        long said = 0;
        try (var other = OtherProcess.run(CommitsUntilKilled.class, home)) {
            while (said < 50) {
                said = Long.parseLong(other.says().readLine());
            }
        }

        try (var journal = Journal.open(home, Editions.TEST)) {
            var stored = journal.store().load(ACCOUNT, BEGINNING);
            // one commit more may have been durable before the process could say so
            assertThat(stored.revision()).isGreaterThanOrEqualTo(said);
            var last = OneLife.at(ACCOUNT, BEGINNING.plusSeconds(stored.revision() - 1));
            assertThat(stored.book().open().values()).singleElement().satisfies(life -> assertThat(life.trade()).isEqualTo(last.trade()));
            var trades = journal.reader().trades(TradeQuery.all());
            assertThat(trades).hasSize((int) stored.revision()).allMatch(trade -> trade.executions().size() == 1);
            assertThat(journal.reader().events(last.trade().id())).hasSize(1);
        }
    }
}
