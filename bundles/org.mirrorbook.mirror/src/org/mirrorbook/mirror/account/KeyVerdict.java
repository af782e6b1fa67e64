package org.mirrorbook.mirror.account;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.mirrorbook.exchange.KeyGate;
import org.mirrorbook.exchange.KeyRights;
import org.mirrorbook.exchange.KeyTrial;
import org.mirrorbook.exchange.Right;
import org.mirrorbook.exchange.VenueProblem;

/** What the gate says of a tried key, as the step of the trial that tells what the key may do. */
final class KeyVerdict {

    private final KeyGate gate = new KeyGate();

    /** Why the key is not taken, if it is not. */
    Optional<VenueProblem> refusal(KeyRights rights, boolean tradingAccepted) {
        return gate.judge(rights, tradingAccepted).refusal();
    }

    /**
     * The trial with the verdict: in the connector's own step about rights where it has one, else in a last one. A trial that failed
     * before is left as it is, since its last step is the first that failed.
     */
    KeyTrial completed(KeyTrial trial, boolean tradingAccepted) {
        if (trial.problem().isPresent()) {
            return trial;
        }
        var verdict = gate.judge(trial.rights(), tradingAccepted);
        var told = trial.steps().stream().filter(step -> step.name().equals(KeyTrial.RIGHTS)).findFirst();
        var result = told.map(KeyTrial.Step::result).filter(words -> !words.isBlank()).orElseGet(() -> words(trial.rights()));
        var said = verdict.refusal().map(refusal -> List.of(refusal.getMessage())).orElse(verdict.warnings());
        var step = new KeyTrial.Step(KeyTrial.RIGHTS, sentences(result, said),
                told.map(KeyTrial.Step::took).orElse(Duration.ZERO), verdict.refusal());
        var steps = new ArrayList<>(trial.steps());
        told.ifPresentOrElse(old -> steps.set(steps.indexOf(old), step), () -> steps.add(step));
        // what the connector tried after its step about rights is not told of a key that is refused for them
        int last = verdict.refusal().isPresent() ? steps.indexOf(step) + 1 : steps.size();
        return new KeyTrial(trial.kind(), trial.venueAccount(), trial.rights(), trial.clockOffset(), steps.subList(0, last));
    }

    private static String sentences(String result, List<String> said) {
        var first = result.isEmpty() || result.endsWith(".") || said.isEmpty() ? result : result + ".";
        return Stream.concat(Stream.of(first).filter(words -> !words.isEmpty()), said.stream()).collect(Collectors.joining(" "));
    }

    private static String words(KeyRights rights) {
        return Stream.of(list("may ", rights, Right.YES), list("may not ", rights, Right.NO), list("not told: ", rights, Right.UNKNOWN))
                .filter(words -> !words.isEmpty()).collect(Collectors.joining("; "));
    }

    private static String list(String words, KeyRights rights, Right which) {
        var named = new ArrayList<String>();
        name(named, "read", rights.read(), which);
        name(named, "trade", rights.trade(), which);
        name(named, "withdraw", rights.withdraw(), which);
        name(named, "transfer", rights.transfer(), which);
        return named.isEmpty() ? "" : words + String.join(", ", named);
    }

    private static void name(List<String> named, String word, Right right, Right which) {
        if (right == which) {
            named.add(word);
        }
    }
}
