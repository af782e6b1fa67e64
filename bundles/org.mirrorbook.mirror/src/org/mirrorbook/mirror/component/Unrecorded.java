package org.mirrorbook.mirror.component;

import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.journal.JournalProblem;
import org.mirrorbook.journal.JournalProblem.Remedy;
import org.mirrorbook.journal.LaneInput;
import org.mirrorbook.journal.MessageLog;

/** Stands for the recording where there is none: nothing can be recorded, so nothing may be mirrored, and the user hears why. */
final class Unrecorded implements MessageLog {

    @Override
    public long append(AccountId account, LaneInput input) {
        throw missing();
    }

    @Override
    public void flush(AccountId account) {
        throw missing();
    }

    @Override
    public void release(AccountId account) {
        // nothing is held
    }

    private static JournalProblem missing() {
        return new JournalProblem(Remedy.ASK_USER,
                "The recording of messages is not running, so nothing is mirrored: the journal must not hold what has no record.");
    }
}
