package org.mirrorbook.exchange.bitget.wire;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as Bitget wants it: HMAC-SHA256, in Base64 (protocol notes, Bitget 2.1 and 6.1). */
public final class Signer {

    private static final String ALGORITHM = "HmacSHA256";

    private Signer() {
    }

    /**
     * The signature of a sign-in.
     *
     * @param seconds since 1970; REST takes milliseconds, and milliseconds here are answered with silence
     */
    public static String login(String secret, long seconds) {
        return sign(secret, seconds + "GET/user/verify");
    }

    /**
     * The signature of a GET request.
     *
     * @param millis since 1970
     * @param pathAndQuery exactly as it is sent
     */
    public static String get(String secret, long millis, String pathAndQuery) {
        return sign(secret, millis + "GET" + pathAndQuery);
    }

    static String sign(String secret, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("This Java runtime cannot sign with " + ALGORITHM + ".", missing);
        }
    }
}
