package org.mirrorbook.journal;

import java.nio.file.Path;
import java.util.List;
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
}
