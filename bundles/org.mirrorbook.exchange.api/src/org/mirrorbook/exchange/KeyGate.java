package org.mirrorbook.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.mirrorbook.exchange.VenueProblem.Remedy;

/**
 * Which keys Mirrorbook takes: a mirror reads, so a key that could do harm with what is read from this machine has no business here. Asked
 * before a key is saved and at each start, of every venue alike.
 */
public final class KeyGate {

    /** The key can move money out. */
    public static final String CAN_WITHDRAW = "KEY_CAN_WITHDRAW";
    /** The key can move money between accounts. */
    public static final String CAN_TRANSFER = "KEY_CAN_TRANSFER";
    /** The key can trade, and the user has not agreed to that. */
    public static final String CAN_TRADE = "KEY_CAN_TRADE";

    /**
     * @param refusal why the key is not taken, if it is not
     * @param warnings sentences for the user about a key that is taken
     */
    public record Verdict(Optional<VenueProblem> refusal, List<String> warnings) {
        public Verdict {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * Judges a key.
     *
     * @param tradingAccepted whether the user agreed, for this account, to a key that can trade
     */
    public Verdict judge(KeyRights rights, boolean tradingAccepted) {
        if (rights.withdraw() == Right.YES) {
            return refused(CAN_WITHDRAW, "This key can withdraw money. Mirrorbook only reads: make a key with nothing but the right to "
                    + "read, and add that one.");
        }
        if (rights.transfer() == Right.YES) {
            return refused(CAN_TRANSFER, "This key can transfer money. Mirrorbook only reads: make a key with nothing but the right to "
                    + "read, and add that one.");
        }
        if (rights.trade() == Right.YES && !tradingAccepted) {
            return refused(CAN_TRADE, "This key can trade. Mirrorbook only reads: make a key with nothing but the right to read, or say "
                    + "that you accept a trading key for this account.");
        }
        return new Verdict(Optional.empty(), warnings(rights));
    }

    private static Verdict refused(String code, String sentence) {
        return new Verdict(Optional.of(new VenueProblem(Remedy.ASK_USER, Optional.of(code), sentence)), List.of());
    }

    private static List<String> warnings(KeyRights rights) {
        var warnings = new ArrayList<String>();
        if (rights.trade() == Right.YES) {
            warnings.add("This key can trade, which you accepted.");
        }
        if (rights.withdraw() == Right.UNKNOWN || rights.transfer() == Right.UNKNOWN || rights.trade() == Right.UNKNOWN) {
            warnings.add("The exchange does not tell all that this key may do; look at its rights on the exchange's page.");
        }
        if (rights.ips().filter(Set::isEmpty).isPresent()) {
            warnings.add("This key works from any address; bind it to yours on the exchange's page.");
        }
        return warnings;
    }
}
