package org.mirrorbook.exchange.practice.keys;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import org.mirrorbook.exchange.ApiCredential;

/**
 * The keys of a practice exchange, one per account. They are play keys: a seed always makes the same ones, so that an account that was
 * connected yesterday still is today.
 */
public final class Keyring {

    private final List<ApiCredential> credentials;
    private volatile KeyFacts facts = KeyFacts.usual();

    private Keyring(List<ApiCredential> credentials) {
        this.credentials = List.copyOf(credentials);
    }

    /** Keys for so many accounts, the first of them as given, if it is. */
    public static Keyring of(long seed, int accounts, Optional<ApiCredential> first) {
        List<ApiCredential> made = new ArrayList<>();
        for (int account = 0; account < accounts; account++) {
            made.add(account == 0 && first.isPresent() ? first.get() : made(seed, account));
        }
        return new Keyring(made);
    }

    private static ApiCredential made(long seed, int account) {
        return new ApiCredential("bg_" + hex("key", seed, account, 32), hex("secret", seed, account, 64),
                "practice" + hex("passphrase", seed, account, 8));
    }

    private static String hex(String part, long seed, int account, int length) {
        return HexFormat.of().formatHex(Signature.digest(part + " " + account, "practice seed " + seed)).substring(0, length);
    }

    /** What is told about all of these keys. */
    public KeyFacts facts() {
        return facts;
    }

    public void facts(KeyFacts changed) {
        facts = changed;
    }

    public List<ApiCredential> credentials() {
        return credentials;
    }

    /** The account that the key belongs to. */
    public OptionalInt account(String apiKey) {
        return IntStream.range(0, credentials.size()).filter(account -> credentials.get(account).apiKey().equals(apiKey)).findFirst();
    }

    public ApiCredential of(int account) {
        return credentials.get(account);
    }
}
