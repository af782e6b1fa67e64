package org.mirrorbook.exchange;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How a practice exchange is run.
 *
 * @param port 0 for any free one
 * @param seed of prices and trader: the same seed gives the same story
 * @param speed 1 is a human's rhythm, 10 is ten times as fast
 * @param accounts how many, each with a trader of its own
 * @param credential of the first account; made from the seed where absent
 * @param memory the file in which the books outlive the process, where wanted
 * @param trader whether scripted traders trade; a scenario decides that itself
 * @param scenario the file that says what happens, where wanted (docs/practice.md)
 */
public record PracticeSettings(int port, long seed, BigDecimal speed, int accounts, Optional<ApiCredential> credential,
        Optional<Path> memory, boolean trader, Optional<Path> scenario) {

    /** Without a scenario. */
    public PracticeSettings(int port, long seed, BigDecimal speed, int accounts, Optional<ApiCredential> credential,
            Optional<Path> memory, boolean trader) {
        this(port, seed, speed, accounts, credential, memory, trader, Optional.empty());
    }
}
