package org.mirrorbook.exchange.practice.keys;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The venue's signature: base64 of HMAC-SHA256 over the text (protocol notes, Bitget 2.1 and 6.1). */
public final class Signature {

    private static final String ALGORITHM = "HmacSHA256";

    private final String value;

    private Signature(String value) {
        this.value = value;
    }

    public static Signature of(String text, String secret) {
        return new Signature(Base64.getEncoder().encodeToString(digest(text, secret)));
    }

    /** The text that a WebSocket login signs; the timestamp is in seconds. */
    public static Signature ofLogin(String timestamp, String secret) {
        return of(timestamp + "GET/user/verify", secret);
    }

    /** Whether the signature is this one; takes the same time for every wrong one. */
    public boolean matches(String given) {
        return MessageDigest.isEqual(value.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    public String base64() {
        return value;
    }

    static byte[] digest(String text, String secret) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException | IllegalArgumentException unusable) {
            throw new IllegalStateException("This Java cannot compute " + ALGORITHM + " with the given key", unusable);
        }
    }

    /** Never shows the signature. */
    @Override
    public String toString() {
        return "Signature[…]";
    }
}
