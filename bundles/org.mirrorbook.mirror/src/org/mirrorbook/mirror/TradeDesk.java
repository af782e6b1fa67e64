package org.mirrorbook.mirror;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.lifecycle.Observation;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.risk.BreakEvenRule;
import org.mirrorbook.domain.risk.ProtectionKind;

/**
 * Where the user's edits of trades go: each through the lane of its account, mirrored or not, so that nothing is written twice at a time.
 * An OSGi service. Every method returns at once; thread-safe. The stages fail with a {@link org.mirrorbook.journal.JournalProblem}.
 */
public interface TradeDesk {

    /**
     * Sets the planned stop or target of a trade.
     *
     * @param price positive; absent to take it away
     */
    CompletionStage<Void> plan(TradeId trade, ProtectionKind kind, Optional<BigDecimal> price);

    /** Puts another break-even rule in force and judges every closed trade by it. */
    CompletionStage<BreakEvenRule> breakEven(BigDecimal amount, BigDecimal fractionOfR);

    /** Has an account's lane record, fold and commit an edit; the stage completes after its commit. */
    CompletionStage<Void> tell(AccountId account, Observation edit);
}
