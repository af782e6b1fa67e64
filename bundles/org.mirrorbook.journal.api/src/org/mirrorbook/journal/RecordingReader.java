package org.mirrorbook.journal;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;

import org.mirrorbook.domain.position.AccountId;

/** Reads recordings back. Blocking; for jobs and commands. Thread-safe. An OSGi service. Fails with a {@link JournalProblem}. */
public interface RecordingReader {

    /**
     * Hands over all inputs of these files, each account's in the order of their numbers, whatever the order of the files. What a kill cut
     * off at the end of the newest file is left out; anything else that is damaged or missing in between is a problem that names the file
     * and the number.
     */
    void read(List<Path> files, Consumer<Recorded> each);

    /** The files of an account's own recording, oldest first. */
    List<Path> files(AccountId account);

    /**
     * A file of an account's own recording.
     *
     * @param first number of its first input
     * @param last number of its last; absent for the file that is being written
     */
    record Segment(Path file, long first, OptionalLong last) {

        /** Whether inputs of this stretch are in it, both ends included. */
        public boolean hasAnyOf(long from, long to) {
            return first <= to && last.orElse(Long.MAX_VALUE) >= from;
        }
    }

    /** The files of an account's own recording with the inputs that are in them, oldest first. Opens none of them. */
    default List<Segment> segments(AccountId account) {
        throw new UnsupportedOperationException("this reader does not know what is in its files");
    }

    /**
     * Hands over the inputs of an account's own recording from one number to another, both included, in order. Files that hold none of them
     * are not opened, and of others no input outside is made. What is not there any more, or not yet, is left out; damage on the way
     * is a problem as in {@link #read(List, Consumer)}.
     *
     * @throws CancellationException soon after it was cancelled
     */
    default void read(AccountId account, long from, long to, Cancellation cancellation, Consumer<Recorded> each) {
        throw new UnsupportedOperationException("this reader reads whole files alone");
    }
}
