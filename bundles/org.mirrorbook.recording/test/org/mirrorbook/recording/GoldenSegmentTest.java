package org.mirrorbook.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import org.mirrorbook.domain.lifecycle.Observation;
import org.mirrorbook.journal.LaneInput;
import org.mirrorbook.journal.Recorded;

/** A recording that was ever written can be read by every later version. */
class GoldenSegmentTest {

    @Test
    void theFirstSegmentOfFormat1IsReadAsItWasWritten() {
        var read = TestLog.read(Path.of("nowhere"), Path.of("test", "golden", "format-1.mbr"));

        assertThat(read).extracting(Recorded::input).isEqualTo(GoldenInputs.all());
        assertThat(read).extracting(Recorded::number).containsExactly(1L, 2L, 3L);
        assertThat(read).extracting(Recorded::account).containsOnly(GoldenInputs.ACCOUNT);
    }

    @Test
    void itHoldsEveryKindOfObservation() {
        var kinds = GoldenInputs.all().stream().filter(LaneInput.Heard.class::isInstance)
                .flatMap(input -> ((LaneInput.Heard) input).seen().stream()).map(Object::getClass).collect(Collectors.toSet());

        assertThat(kinds).as("a new kind gets a new golden segment").isEqualTo(Set.of(Observation.class.getPermittedSubclasses()));
    }
}
