package org.mirrorbook.mirror.account;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.exchange.ApiCredential;

/**
 * Recognises a key that was here before: SHA-256, in hex, of {@code venue|environment|endpoint|apiKey}. The secret and the passphrase are
 * no part of it, so that a mistyped one can be put right.
 */
final class KeyMark {

    private KeyMark() {
    }

    /** @param credential absent for the practice exchange inside this product, of which there is one */
    static String of(String venue, Environment environment, Optional<URI> endpoint, Optional<ApiCredential> credential) {
        var text = String.join("|", venue, environment.name(), endpoint.map(URI::toString).orElse(""),
                credential.map(ApiCredential::apiKey).orElse(""));
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("every Java platform has SHA-256", never);
        }
    }
}
