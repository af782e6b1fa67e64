package org.mirrorbook.journal.jpa;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.journal.JournalBatch;

/** A second process for the tests: commits trade after trade, and says the revision of each commit that returned. */
final class CommitsUntilKilled {

    static final AccountId ACCOUNT = new AccountId("a1");
    static final Instant BEGINNING = Instant.parse("2026-01-02T03:04:05Z");

    private CommitsUntilKilled() {
    }

    public static void main(String[] arguments) {
        var store = Journal.open(Path.of(arguments[0]), Editions.TEST).store();
        var stored = store.load(ACCOUNT, BEGINNING);
        long revision = stored.revision();
        while (true) {
            var lives = OneLife.at(ACCOUNT, BEGINNING.plusSeconds(revision));
            revision = store.commit(new JournalBatch(revision, lives.bookAfter(stored.book()), List.of(lives.opened()),
                    List.of(lives.trade())));
            System.out.println(revision);
        }
    }
}
