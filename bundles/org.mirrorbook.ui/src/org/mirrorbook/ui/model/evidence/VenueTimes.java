package org.mirrorbook.ui.model.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * When the exchange sent a message: the time of its envelope (protocol notes, Bitget 3.2), which stands at the end of a push and at the
 * beginning of an answer.
 */
final class VenueTimes {

    private static final Pattern PUSH = Pattern.compile("\"ts\"\\s*:\\s*\"?(\\d{13})\"?\\s*\\}\\s*$");
    private static final Pattern ANSWER = Pattern.compile("\"requestTime\"\\s*:\\s*\"?(\\d{13})");
    private static final int NEAR = 200;

    private VenueTimes() {
    }

    static Optional<Instant> of(Step step) {
        return ofPush(step).or(() -> step.text().flatMap(text -> found(ANSWER, text.substring(0, Math.min(NEAR, text.length())))));
    }

    /** From the exchange's sending to receiving here, by both clocks as they are. Answers to questions are no measure of it. */
    static Optional<Duration> delayOfPush(Step step) {
        return ofPush(step).map(sent -> Duration.between(sent, step.receivedAt()));
    }

    private static Optional<Instant> ofPush(Step step) {
        return step.text().flatMap(text -> found(PUSH, text.substring(Math.max(0, text.length() - NEAR))));
    }

    private static Optional<Instant> found(Pattern pattern, String text) {
        var found = pattern.matcher(text);
        return found.find() ? Optional.of(Instant.ofEpochMilli(Long.parseLong(found.group(1)))) : Optional.empty();
    }
}
