package org.mirrorbook.certification;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A search that finds nothing proves something only if it would have found it. */
class SearchTest {

    private static final String SECRET = "open-sesame-4711";

    @TempDir
    Path folder;

    private final Search search = new Search().with("the secret", SECRET);

    @Test
    void aSecretIsFoundInEachFormInWhichItCouldLieSomewhere() throws Exception {
        var utf8 = SECRET.getBytes(StandardCharsets.UTF_8);
        Files.writeString(folder.resolve("log"), "signed in with " + SECRET + ".\n");
        Files.write(folder.resolve("wide"), SECRET.getBytes(StandardCharsets.UTF_16BE));
        Files.write(folder.resolve("turned"), SECRET.getBytes(StandardCharsets.UTF_16LE));
        Files.writeString(folder.resolve("encoded"), Base64.getEncoder().encodeToString(utf8));
        Files.writeString(folder.resolve("digits"), HexFormat.of().formatHex(utf8));
        Files.createDirectories(folder.resolve("below"));
        Files.writeString(folder.resolve("below").resolve(SECRET), "");

        assertThat(search.below(folder)).hasSize(6);
    }

    @Test
    void aSecretIsFoundInTheCauseOfAFailure() {
        var failure = new IllegalStateException("It did not work", new IllegalArgumentException("wrong: " + SECRET));
        assertThat(search.in(failure)).containsExactly("the secret in a failure");
    }

    @Test
    void whatIsNoSecretIsNotFound() throws Exception {
        Files.writeString(folder.resolve("log"), "signed in with open-sesame-4712.\n");
        assertThat(search.below(folder)).isEmpty();
        assertThat(search.in("a text", "open-sesame")).isEmpty();
    }
}
