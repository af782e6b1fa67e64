package org.mirrorbook.ui.model.accounts;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.osgi.util.NLS;
import org.mirrorbook.exchange.KeyGate;
import org.mirrorbook.exchange.KeyRights;
import org.mirrorbook.exchange.KeyTrial;
import org.mirrorbook.exchange.Right;
import org.mirrorbook.exchange.VenueProblem;
import org.mirrorbook.ui.model.Tone;

/**
 * What the test of a key means to the user. Whether a key is taken is decided by the {@link KeyGate}; this puts it into words.
 *
 * @param message what it comes to, for the head of a page
 * @param bold the first words of the remark; empty for no remark
 * @param words the rest of it: why, and what to do
 */
public record KeyFinding(Verdict verdict, String message, String bold, String words) {

    /** What it comes to. */
    public enum Verdict {
        /** Taken, and nothing to be said against it. */
        GOOD,
        /** Taken, with advice. */
        ADVICE,
        /** Can trade: taken when the user agrees. */
        CONSENT,
        /** Can trade, and the user agreed. */
        CONSENTED,
        /** Can move money: never taken. */
        DANGEROUS,
        /** The exchange does not take it. */
        REFUSED,
        /** The exchange cannot be asked now: may be kept, and is tried again. */
        UNREACHABLE,
        /** The exchange said what nobody understands. */
        STRANGE
    }

    public KeyFinding {
        requireNonNull(verdict);
        requireNonNull(message);
        requireNonNull(bold);
        requireNonNull(words);
    }

    /** Whether the key may be kept. */
    public boolean mayKeep() {
        return switch (verdict) {
            case GOOD, ADVICE, CONSENTED, UNREACHABLE -> true;
            case CONSENT, DANGEROUS, REFUSED, STRANGE -> false;
        };
    }

    public Tone tone() {
        return switch (verdict) {
            case GOOD -> Tone.LIVE;
            case ADVICE, CONSENT, CONSENTED, UNREACHABLE -> Tone.WARN;
            case DANGEROUS, REFUSED, STRANGE -> Tone.ERROR;
        };
    }

    /**
     * @param consent whether the user agreed to a key that can trade
     * @param embedded whether it is the practice exchange inside this product, whose key is nobody's
     */
    public static KeyFinding of(KeyTrial trial, boolean consent, boolean embedded) {
        var failed = trial.steps().stream().filter(step -> !step.name().equals(KeyTrial.RIGHTS)).flatMap(step -> step.problem().stream())
                .findFirst();
        if (failed.isPresent()) {
            return unsuccessful(failed.get());
        }
        if (embedded) {
            return new KeyFinding(Verdict.GOOD, Messages.Finding_practice, "", "");
        }
        var rights = trial.rights();
        var refusal = new KeyGate().judge(rights, consent).refusal();
        if (refusal.isPresent()) {
            return refused(refusal.get());
        }
        // asking for the rights failed, and not because of them
        var other = trial.problem().filter(problem -> !isGate(problem));
        return other.map(KeyFinding::unsuccessful).orElseGet(() -> taken(rights));
    }

    private static boolean isGate(VenueProblem problem) {
        return problem.code().filter(Set.of(KeyGate.CAN_TRADE, KeyGate.CAN_TRANSFER, KeyGate.CAN_WITHDRAW)::contains).isPresent();
    }

    private static KeyFinding refused(VenueProblem refusal) {
        return switch (refusal.code().orElse("")) {
            case KeyGate.CAN_TRADE -> new KeyFinding(Verdict.CONSENT, Messages.Finding_trade, Messages.Finding_trade_bold,
                    Messages.Finding_trade_words);
            case KeyGate.CAN_TRANSFER -> new KeyFinding(Verdict.DANGEROUS, Messages.Finding_transfer, Messages.Finding_nothingSaved,
                    Messages.Finding_dangerous_words);
            case KeyGate.CAN_WITHDRAW -> new KeyFinding(Verdict.DANGEROUS, Messages.Finding_withdraw, Messages.Finding_nothingSaved,
                    Messages.Finding_dangerous_words);
            default -> unsuccessful(refusal);
        };
    }

    private static KeyFinding taken(KeyRights rights) {
        boolean anywhere = rights.ips().filter(Set::isEmpty).isPresent();
        boolean untold = List.of(rights.trade(), rights.withdraw(), rights.transfer()).contains(Right.UNKNOWN);
        if (rights.trade() == Right.YES) {
            return new KeyFinding(Verdict.CONSENTED, Messages.Finding_consented, Messages.Finding_consented_bold,
                    Messages.Finding_trade_words);
        }
        if (anywhere) {
            return new KeyFinding(Verdict.ADVICE, untold ? Messages.Finding_anywhere_untold : Messages.Finding_anywhere,
                    Messages.Finding_anywhere_bold, Messages.Finding_anywhere_words);
        }
        if (untold) {
            return new KeyFinding(Verdict.ADVICE, Messages.Finding_untold, Messages.Finding_untold_bold, Messages.Finding_untold_words);
        }
        return new KeyFinding(Verdict.GOOD, rights.ips().isPresent() ? Messages.Finding_good_bound : Messages.Finding_good, "", "");
    }

    private static KeyFinding unsuccessful(VenueProblem problem) {
        var why = sentence(problem);
        return switch (problem.remedy()) {
            case RETRY -> new KeyFinding(Verdict.UNREACHABLE, Messages.Finding_unreachable, why, Messages.Finding_unreachable_words);
            case ASK_USER -> new KeyFinding(Verdict.REFUSED, Messages.Finding_refused, Messages.Finding_nothingSaved,
                    NLS.bind(Messages.Finding_refused_words, why));
            case REPORT -> new KeyFinding(Verdict.STRANGE, Messages.Finding_strange, Messages.Finding_nothingSaved,
                    NLS.bind(Messages.Finding_strange_words, why));
        };
    }

    /** With a full stop, and with the exchange's own code where it gave one. */
    private static String sentence(VenueProblem problem) {
        var words = problem.getMessage().strip();
        var closed = words.endsWith(".") ? words.substring(0, words.length() - 1) : words;
        return Optional.of(closed).map(text -> problem.code().filter(code -> !text.contains(code))
                .map(code -> NLS.bind(Messages.Finding_code, text, code)).orElse(text + ".")).orElseThrow();
    }
}
