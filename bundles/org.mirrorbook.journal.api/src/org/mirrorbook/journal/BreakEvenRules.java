package org.mirrorbook.journal;

import java.math.BigDecimal;

import org.mirrorbook.domain.risk.BreakEvenRule;

/** The journal's one break-even rule. Blocking; thread-safe. Fails with a {@link JournalProblem}. */
public interface BreakEvenRules {

    /** The rule in force; {@link BreakEvenRule#none()} before anybody set one. */
    BreakEvenRule current();

    /**
     * Puts another rule in force, of the next version, and judges all closed trades by it in the same transaction. Lanes have to be told
     * besides.
     */
    BreakEvenRule change(BigDecimal amount, BigDecimal fractionOfR);
}
