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
 * @param trader whether scripted traders trade
 * @param kind of all accounts: {@link #CLASSIC} or {@link #UNIFIED}; an account that its memory knows as unified stays so
 * @param scenario the file that says what happens, where wanted (docs/practice.md); it decides itself about trader and unified accounts
 */
public record PracticeSettings(int port, long seed, BigDecimal speed, int accounts, Optional<ApiCredential> credential,
        Optional<Path> memory, boolean trader, String kind, Optional<Path> scenario) {

    /** The word for accounts that speak the older protocol, v2. */
    public static final String CLASSIC = "classic";

    /** The word for accounts that speak the newer protocol, v3. */
    public static final String UNIFIED = "unified";

    /**
     * Checks the kind.
     *
     * @throws IllegalArgumentException when the kind is neither of the two words
     */
    public PracticeSettings {
        if (!kind.equals(CLASSIC) && !kind.equals(UNIFIED)) {
            throw new IllegalArgumentException("The kind of an account is classic or unified, not " + kind);
        }
    }

    /** An exchange with classic accounts. */
    public PracticeSettings(int port, long seed, BigDecimal speed, int accounts, Optional<ApiCredential> credential,
            Optional<Path> memory, boolean trader) {
        this(port, seed, speed, accounts, credential, memory, trader, CLASSIC, Optional.empty());
    }

    /** The same with accounts of that kind. */
    public PracticeSettings ofKind(String wanted) {
        return new PracticeSettings(port, seed, speed, accounts, credential, memory, trader, wanted, scenario);
    }

    /** The same with what the scenario file tells. */
    public PracticeSettings withScenario(Path file) {
        return new PracticeSettings(port, seed, speed, accounts, credential, memory, trader, kind, Optional.of(file));
    }
}
