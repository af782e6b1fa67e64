package org.mirrorbook.cli;

import java.util.function.Supplier;

import org.mirrorbook.journal.Accounts;
import org.mirrorbook.journal.BreakEvenRules;
import org.mirrorbook.journal.JournalStore;
import org.mirrorbook.journal.RecordingReader;

/**
 * What a journal is built from anew, and into.
 *
 * @param rules asked for only where a recording has one
 */
record Rebuilding(RecordingReader recordings, Accounts accounts, JournalStore store, Supplier<BreakEvenRules> rules) {
}
