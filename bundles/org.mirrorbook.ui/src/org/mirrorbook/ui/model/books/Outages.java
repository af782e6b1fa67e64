package org.mirrorbook.ui.model.books;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.mirrorbook.domain.lifecycle.Observation.LinkLost;
import org.mirrorbook.domain.lifecycle.Observation.SnapshotSeen;
import org.mirrorbook.journal.LaneInput.Heard;
import org.mirrorbook.journal.LaneInput.Opened;
import org.mirrorbook.journal.Recorded;

/** Finds the outages in a stretch of a recording, input by input. A lane that opens its book begins after one, too. */
public final class Outages {

    private final List<Outage> found = new ArrayList<>();
    private Optional<Instant> lost = Optional.empty();
    private long after;
    private long last;
    private Instant heard = Instant.EPOCH;

    /** The next input, in the order of their numbers. */
    public void see(Recorded recorded) {
        if (recorded.input() instanceof Heard input) {
            if (input.seen().stream().anyMatch(LinkLost.class::isInstance)) {
                begin(input.at());
            } else if (lost.isPresent() && input.seen().stream().anyMatch(SnapshotSeen.class::isInstance)) {
                found.add(new Outage(lost.get(), after, Optional.of(input.at())));
                lost = Optional.empty();
            }
        } else if (recorded.input() instanceof Opened && last > 0) {
            // the mirror was switched off, or the process ended: nothing was heard from its last word on
            begin(heard);
        }
        last = recorded.number();
        heard = recorded.input().at();
    }

    private void begin(Instant at) {
        if (lost.isEmpty()) {
            lost = Optional.of(at);
            after = last;
        }
    }

    /** All of them, oldest first. */
    public List<Outage> all() {
        var all = new ArrayList<>(found);
        lost.ifPresent(at -> all.add(new Outage(at, after, Optional.empty())));
        return all;
    }
}
