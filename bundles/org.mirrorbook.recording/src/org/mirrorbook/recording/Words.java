package org.mirrorbook.recording;

import java.util.Map;

import org.mirrorbook.domain.journal.Standing;
import org.mirrorbook.journal.LaneInput;
import org.mirrorbook.recording.codec.Vocabulary;

/** The types that recordings are made of. */
final class Words {

    private Words() {
    }

    /** Found by reflection, so made once for a log or a reader. */
    static Vocabulary ofLaneInputs() {
        return new Vocabulary(LaneInput.class, Map.of(Standing.class, Standing.REPORTED));
    }
}
