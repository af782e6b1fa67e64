package org.mirrorbook.exchange.bitget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.exchange.VenueProblem.Remedy;

class QuestionThreadsTest {

    private final QuestionThreads threads = new QuestionThreads();
    private final Logger log = Logger.getLogger(QuestionThreads.class.getName());

    @BeforeEach
    void quiet() {
        log.setLevel(Level.OFF);
    }

    @AfterEach
    void loud() throws Exception {
        log.setLevel(null);
        threads.end().get(20, TimeUnit.SECONDS);
    }

    @Test
    void whoeverWaitsHearsOfAQuestionThatBrokeDownAltogether() {
        var answer = threads.ask("much", () -> {
            throw new OutOfMemoryError("for the test");
        });
        assertThatThrownBy(() -> answer.toCompletableFuture().get(20, TimeUnit.SECONDS)).isInstanceOf(ExecutionException.class).cause()
                .isInstanceOfSatisfying(VenueProblem.class, problem -> assertThat(problem.remedy())
                        .isEqualTo(Remedy.REPORT));
    }

    @Test
    void afterTheEndNothingIsAsked() throws Exception {
        threads.end().get(20, TimeUnit.SECONDS);
        assertThatThrownBy(() -> threads.ask("more", () -> "never").toCompletableFuture().get(20, TimeUnit.SECONDS))
                .cause().isInstanceOfSatisfying(VenueProblem.class, problem -> assertThat(problem.code())
                        .contains("STOPPED"));
    }
}
