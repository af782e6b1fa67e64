package org.mirrorbook.exchange.practice.trader;

import java.math.BigDecimal;
import java.util.List;

/** Where a trader stands in his script, to go on from after a restart. */
public record TraderState(BigDecimal elapsed, long plansWritten, long nextPlan, List<Plan> plans) {
}
