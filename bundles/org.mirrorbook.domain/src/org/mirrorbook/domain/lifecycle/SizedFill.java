package org.mirrorbook.domain.lifecycle;

import java.math.BigDecimal;

import org.mirrorbook.domain.lifecycle.Observation.FillSeen;
import org.mirrorbook.domain.position.Fill;

/** A loose fill together with what it would do to a position of one side: positive when it grows it. */
record SizedFill(FillSeen seen, BigDecimal change) {

    Fill fill() {
        return seen.fill();
    }
}
