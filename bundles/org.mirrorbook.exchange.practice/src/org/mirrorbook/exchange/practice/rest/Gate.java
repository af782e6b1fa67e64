package org.mirrorbook.exchange.practice.rest;

import java.util.OptionalInt;

import org.mirrorbook.exchange.ApiCredential;
import org.mirrorbook.exchange.practice.keys.Keyring;
import org.mirrorbook.exchange.practice.keys.Signature;

/** Lets signed requests in and tells whose they are (protocol notes, Bitget 6.1 and 6.4). */
public final class Gate {

    private static final long WINDOW = 30_000;

    private final Keyring keyring;

    public Gate(Keyring keyring) {
        this.keyring = keyring;
    }

    /**
     * The account that signed the request.
     *
     * @param now in ms since 1970
     */
    int account(RestRequest request, long now) throws RestProblem {
        require(request, "access-key", "40001", "ACCESS_KEY cannot be empty");
        require(request, "access-sign", "40002", "ACCESS_SIGN cannot be empty");
        require(request, "access-timestamp", "40003", "Signature cannot be empty");
        require(request, "access-passphrase", "40011", "ACCESS_PASSPHRASE cannot be empty");
        long timestamp = timestamp(request.header("access-timestamp"));
        if (Math.abs(now - timestamp) > WINDOW) {
            throw new RestProblem("40008", "Request timestamp expired");
        }
        OptionalInt account = keyring.account(request.header("access-key"));
        if (account.isEmpty()) {
            throw new RestProblem("40037", "Apikey does not exist");
        }
        if (request.header("paptrading").equals("1")) {
            throw new RestProblem("40099", "exchange environment is incorrect");
        }
        ApiCredential credential = keyring.of(account.getAsInt());
        if (!credential.passphrase().equals(request.header("access-passphrase"))) {
            throw new RestProblem("40012", "apikey/password is incorrect");
        }
        if (!Signature.of(request.prehash(), credential.secret()).matches(request.header("access-sign"))) {
            throw new RestProblem("40009", "sign signature error");
        }
        return account.getAsInt();
    }

    private static void require(RestRequest request, String header, String code, String message) throws RestProblem {
        if (request.header(header).isEmpty()) {
            throw new RestProblem(code, message);
        }
    }

    private static long timestamp(String given) throws RestProblem {
        try {
            return Long.parseLong(given);
        } catch (NumberFormatException noNumber) {
            throw new RestProblem("40005", "Invalid ACCESS_TIMESTAMP");
        }
    }
}
