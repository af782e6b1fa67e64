package org.mirrorbook.app.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HomeFolderTest {

    @TempDir
    Path folder;

    @Test
    void whatIsAskedForGoesBeforeTheEnvironmentAndThatBeforeTheUsersOwnFolder() throws LaunchProblem {
        var both = Map.of("MIRRORBOOK_HOME", "/named", "HOME", "/users/ann");

        assertThat(HomeFolder.of(Optional.of("/asked"), both, "/property").folder()).isEqualTo(Path.of("/asked").toAbsolutePath());
        assertThat(HomeFolder.of(Optional.empty(), both, "/property").folder()).isEqualTo(Path.of("/named").toAbsolutePath());
        assertThat(HomeFolder.of(Optional.empty(), Map.of("HOME", "/users/ann"), "/property").folder())
                .isEqualTo(Path.of("/users/ann/.mirrorbook").toAbsolutePath());
        assertThat(HomeFolder.of(Optional.empty(), Map.of("MIRRORBOOK_HOME", " "), "/property").folder())
                .isEqualTo(Path.of("/property/.mirrorbook").toAbsolutePath());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void anEmptyFolderIsWrongUsageWhateverTheEnvironmentNames(String asked) {
        assertThatExceptionOfType(LaunchProblem.class)
                .isThrownBy(() -> HomeFolder.of(Optional.of(asked), Map.of("MIRRORBOOK_HOME", "/named"), "/own"))
                .withMessage("The value of --home is empty.")
                .satisfies(problem -> assertThat(problem.exitCode()).isEqualTo(2));
    }

    @Test
    void aHomeIsMadeOnceItWasOpened() throws Exception {
        var home = new HomeFolder(folder);

        assertThat(home.isMade()).isFalse();
        Files.writeString(folder.resolve("lock"), "4711\n");
        assertThat(home.isMade()).isTrue();
    }

    @Test
    void aNewHomeIsHeldByOneProcessAlone() throws Exception {
        var home = new HomeFolder(folder.resolve("new"));

        try (var held = home.hold()) {
            assertThat(held.isValid()).isTrue();
            assertThatExceptionOfType(LaunchProblem.class).isThrownBy(home::hold)
                    .withMessage("The journal in " + home.folder() + " is open in another instance.")
                    .satisfies(problem -> assertThat(problem.exitCode()).isEqualTo(4));
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aNewHomeIsForItsOwnerOnly() throws Exception {
        var home = new HomeFolder(folder.resolve("new"));

        home.hold().close();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.folder()))).isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.configuration()))).isEqualTo("rwx------");
    }

    @Test
    void aHomeThatIsOpenInAnotherWorkbenchIsNotTakenAndItsOwnerIsNamed() throws Exception {
        var lock = folder.resolve("lock");
        Files.writeString(lock, "4711\n");

        try (var channel = FileChannel.open(lock, StandardOpenOption.WRITE); var held = channel.lock(1L << 40, 1, false)) {
            assertThat(held.isValid()).isTrue();
            assertThatExceptionOfType(LaunchProblem.class).isThrownBy(new HomeFolder(folder)::hold)
                    .withMessage("The journal in " + folder + " is open in another instance (process 4711).")
                    .satisfies(problem -> assertThat(problem.exitCode()).isEqualTo(4));
        }
    }

    @Test
    void aLockThatNobodyHoldsKeepsNobodyOut() throws Exception {
        Files.writeString(folder.resolve("lock"), "4711\n");

        try (var held = new HomeFolder(folder).hold()) {
            assertThat(held.isValid()).isTrue();
        }
    }

    @Test
    void aHomeThatCannotBeMadeIsToldAsSuch() throws IOException {
        var file = Files.createFile(folder.resolve("file"));

        assertThatExceptionOfType(LaunchProblem.class).isThrownBy(new HomeFolder(file)::hold)
                .withMessage("The data folder " + file + " cannot be written: there is a file, not a folder.")
                .satisfies(problem -> assertThat(problem.exitCode()).isEqualTo(1));
    }
}
