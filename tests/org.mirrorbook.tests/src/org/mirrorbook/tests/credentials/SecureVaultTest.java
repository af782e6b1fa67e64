package org.mirrorbook.tests.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.mirrorbook.credentials.VaultProblem;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.exchange.ApiCredential;

/** The vault over Equinox secure storage, where no keyring is: the build switches it off. */
class SecureVaultTest {

    private static final AccountId MAIN = new AccountId("main-1");
    private static final AccountId OTHER = new AccountId("other-1");
    private static final AccountId THIRD = new AccountId("third-1");
    private static final ApiCredential KEY = new ApiCredential("bg_0123456789abcdef", "f00dfacef00dfacef00dface", "open sesame ü");
    private static final ApiCredential NEW_KEY = new ApiCredential("bg_fedcba9876543210", "cafebabecafebabecafebabe", "open barley");
    private static final Optional<String> RIGHT = Optional.of("right horse ü");
    private static final Optional<String> WRONG = Optional.of("wrong horse");
    private static final Optional<String> NOBODY = Optional.empty();

    private static final WithoutJournal WITHOUT_JOURNAL = new WithoutJournal();

    @TempDir
    Path folder;

    @BeforeAll
    static void noJournalOpensInTheseHomes() throws Exception {
        WITHOUT_JOURNAL.begin();
    }

    @AfterAll
    static void journalsOpenAgain() throws Exception {
        WITHOUT_JOURNAL.end();
    }


    @Test
    void withNeitherKeyringNorMasterPasswordAKeyIsRefusedAndTheFileHoldsNothingOfIt() throws Exception {
        var home = home("a höme");
        try (var open = new OpenVault(home, NOBODY)) {
            assertThatExceptionOfType(VaultProblem.class).isThrownBy(() -> open.vault().put(MAIN, KEY))
                    .withMessageContaining("--password-file").withMessageContaining("MIRRORBOOK_PASSWORD_FILE")
                    .withMessageContaining("keyring");
            assertThatExceptionOfType(VaultProblem.class).isThrownBy(() -> open.vault().get(MAIN))
                    .withMessageContaining("no key for this account");
        }

        assertThatTheFileHoldsNothingOf(home, KEY);
    }

    @Test
    void aKeptKeyComesBackAndIsNowhereReadable() throws Exception {
        var home = home("a höme");
        try (var open = new OpenVault(home, RIGHT)) {
            open.vault().put(MAIN, KEY);

            assertThat(open.vault().get(MAIN)).isEqualTo(KEY);
        }

        assertThatTheFileHoldsNothingOf(home, KEY);
        assertThat(file(home)).contains(MAIN.value());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theFileIsForItsOwnerOnly() throws Exception {
        var home = home("a höme");
        try (var open = new OpenVault(home, RIGHT)) {
            open.vault().put(MAIN, KEY);
        }

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("vault")))).isEqualTo("rw-------");
    }

    @Test
    void theMasterPasswordIsAskedForOnceAndWhatWasSaidIsWiped() throws Exception {
        try (var open = new OpenVault(home("a höme"), RIGHT)) {
            assertThat(open.asked).isEmpty();

            open.vault().put(MAIN, KEY);
            open.vault().put(OTHER, NEW_KEY);
            open.vault().get(MAIN);

            assertThat(open.asked).containsExactly(true);
            assertThat(open.said).allSatisfy(typed -> assertThat(new String(typed)).isBlank());
        }
    }

    @Test
    void aLaterStartReadsTheKeyWithTheSamePassword() throws Exception {
        var later = aLaterStartOf(aHomeWithTwoKeys());

        try (var open = new OpenVault(later, RIGHT)) {
            assertThat(open.vault().get(MAIN)).isEqualTo(KEY);
            assertThat(open.vault().get(OTHER)).isEqualTo(NEW_KEY);
            assertThat(open.asked).containsExactly(false);
        }
    }

    @Test
    void whetherAKeyIsKeptIsToldWithoutAPassword() throws Exception {
        var later = aLaterStartOf(aHomeWithTwoKeys());

        try (var open = new OpenVault(later, NOBODY)) {
            assertThat(open.vault().holds(MAIN)).isTrue();
            assertThat(open.vault().holds(THIRD)).isFalse();
        }
    }

    @Test
    void anotherPasswordIsToldAsSuchAndDamagesNothing() throws Exception {
        var later = aLaterStartOf(aHomeWithTwoKeys());
        var before = file(later);

        try (var open = new OpenVault(later, WRONG)) {
            assertThatExceptionOfType(VaultProblem.class).isThrownBy(() -> open.vault().get(MAIN))
                    .withMessageContaining("not the one this vault was made with");
            assertThatExceptionOfType(VaultProblem.class).isThrownBy(() -> open.vault().put(MAIN, NEW_KEY))
                    .withMessageContaining("not the one");
        }

        assertThat(file(later)).isEqualTo(before);
        try (var open = new OpenVault(aLaterStartOf(later), RIGHT)) {
            assertThat(open.vault().get(MAIN)).isEqualTo(KEY);
        }
    }

    @Test
    void withoutThePasswordTheKeyStaysClosed() throws Exception {
        try (var open = new OpenVault(aLaterStartOf(aHomeWithTwoKeys()), NOBODY)) {
            assertThatExceptionOfType(VaultProblem.class).isThrownBy(() -> open.vault().get(MAIN)).withMessageContaining("--password-file");
        }
    }

    @Test
    void aNewKeyReplacesTheFormerOne() throws Exception {
        var home = home("a höme");
        try (var open = new OpenVault(home, RIGHT)) {
            open.vault().put(MAIN, KEY);
            open.vault().put(MAIN, NEW_KEY);

            assertThat(open.vault().get(MAIN)).isEqualTo(NEW_KEY);
        }
    }

    @Test
    void aReplacedKeyIsNotLeftInTheFile() throws Exception {
        var home = home("a höme");
        try (var open = new OpenVault(home, RIGHT)) {
            open.vault().put(MAIN, KEY);
            var once = occurrences(file(home), MAIN.value());
            open.vault().put(MAIN, NEW_KEY);
            open.vault().put(MAIN, KEY);

            // each value, and the place, has one line of the account
            assertThat(occurrences(file(home), MAIN.value())).isEqualTo(once);
            assertThat(open.vault().get(MAIN)).isEqualTo(KEY);
        }
    }

    @Test
    void aKeyThatCouldNotBeWrittenLeavesTheFormerOneAndIsNotWrittenLaterEither() throws Exception {
        var home = home("a höme");
        try (var open = new OpenVault(home, RIGHT)) {
            open.vault().put(MAIN, KEY);
            whileTheFileCannotBeWritten(home, () -> {
                assertThatExceptionOfType(VaultProblem.class).isThrownBy(() -> open.vault().put(MAIN, NEW_KEY))
                        .withMessageContaining("cannot be");
                assertThatExceptionOfType(VaultProblem.class).isThrownBy(() -> open.vault().put(OTHER, NEW_KEY))
                        .withMessageContaining("cannot be");
            });
            assertThat(open.vault().get(MAIN)).isEqualTo(KEY);
            open.vault().put(THIRD, NEW_KEY);
        }

        try (var open = new OpenVault(aLaterStartOf(home), RIGHT)) {
            assertThat(open.vault().get(MAIN)).isEqualTo(KEY);
            assertThat(open.vault().get(THIRD)).isEqualTo(NEW_KEY);
            assertThatExceptionOfType(VaultProblem.class).isThrownBy(() -> open.vault().get(OTHER))
                    .withMessageContaining("no key for this account");
        }
    }

    /** A folder is in the place of the file: that refuses root as well. */
    private static void whileTheFileCannotBeWritten(Path home, Runnable then) throws IOException {
        var vault = home.resolve("vault");
        var aside = Files.move(vault, home.resolve("aside"));
        Files.createDirectory(vault);
        then.run();
        Files.delete(vault);
        Files.move(aside, vault);
    }

    private static int occurrences(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    @Test
    void aForgottenKeyIsGoneFromTheFileWithoutAnyPassword() throws Exception {
        var later = aLaterStartOf(aHomeWithTwoKeys());
        try (var open = new OpenVault(later, NOBODY)) {
            open.vault().remove(MAIN);
            assertThatNoException().as("once more").isThrownBy(() -> open.vault().remove(MAIN));
        }

        assertThat(file(later)).doesNotContain(MAIN.value()).contains(OTHER.value());
        try (var open = new OpenVault(aLaterStartOf(later), RIGHT)) {
            assertThatExceptionOfType(VaultProblem.class).isThrownBy(() -> open.vault().get(MAIN));
            assertThat(open.vault().get(OTHER)).isEqualTo(NEW_KEY);
        }
    }

    @Test
    void aFolderWhoseNameSecureStorageWouldMistakeIsRefused() throws Exception {
        try (var open = new OpenVault(home("50%20off"), RIGHT)) {
            assertThatExceptionOfType(VaultProblem.class).isThrownBy(() -> open.vault().put(MAIN, KEY))
                    .withMessageContaining("must not hold any of % # ?");
        }
    }

    private Path aHomeWithTwoKeys() throws Exception {
        var home = home("a höme");
        try (var open = new OpenVault(home, RIGHT)) {
            open.vault().put(MAIN, KEY);
            open.vault().put(OTHER, NEW_KEY);
        }
        return home;
    }

    /** Secure storage keeps a file it has read until the process ends: what a later process sees is the same file at another place. */
    private Path aLaterStartOf(Path home) throws IOException {
        var later = home(home.getFileName() + "-later");
        Files.copy(home.resolve("vault"), later.resolve("vault"));
        return later;
    }

    private Path home(String name) throws IOException {
        return Files.createDirectory(folder.resolve(name));
    }

    private static String file(Path home) throws IOException {
        var vault = home.resolve("vault");
        return Files.exists(vault) ? Files.readString(vault, StandardCharsets.ISO_8859_1) : "";
    }

    /** Neither as it is nor in the form that secure storage gives to clear text, which is Base64. */
    private static void assertThatTheFileHoldsNothingOf(Path home, ApiCredential key) throws IOException {
        for (var value : new String[] {key.apiKey(), key.secret(), key.passphrase()}) {
            var bytes = value.getBytes(StandardCharsets.UTF_8);
            assertThat(file(home)).doesNotContain(value, new String(bytes, StandardCharsets.ISO_8859_1),
                    Base64.getEncoder().encodeToString(bytes));
        }
    }
}
