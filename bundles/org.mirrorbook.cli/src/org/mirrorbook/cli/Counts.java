package org.mirrorbook.cli;

import org.mirrorbook.journal.JournalArchive.Contents;

/** How much an archive holds, in words. */
final class Counts {

    private Counts() {
    }

    static String of(Contents contents) {
        return of(contents.rows("account"), "account") + " and " + of(contents.rows("trade"), "trade");
    }

    static String of(long count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }
}
