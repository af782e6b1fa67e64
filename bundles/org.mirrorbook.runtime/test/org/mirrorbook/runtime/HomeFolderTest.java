package org.mirrorbook.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HomeFolderTest {

    @TempDir
    Path temp;

    @Test
    void aMissingFolderIsMadeForItsOwnerAloneAndTellsTheProcessThatHoldsIt() throws IOException {
        var home = HomeFolder.take(temp.resolve("deep").resolve("home"), 4711);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.folder()))).isEqualTo("rwx------");
        assertThat(Files.readString(home.folder().resolve("lock"))).isEqualTo("4711\n");
        home.lock().close();
    }

    @Test
    void aFolderHeldByAnotherProcessIsRefusedByNameAndProcessId() throws Exception {
        var folder = Files.createDirectory(temp.resolve("home")).toRealPath();
        var other = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-cp", System.getProperty("java.class.path"),
                HoldsAHome.class.getName(), folder.toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try {
            assertThat(other.inputReader().readLine()).isEqualTo("held");

            assertThatThrownBy(() -> HomeFolder.take(folder, 1)).isInstanceOfSatisfying(HomeProblem.class, problem -> {
                assertThat(problem.inUse()).isTrue();
                assertThat(problem).hasMessage("The data folder %s is in use by process %d.", folder, other.pid());
            });
        } finally {
            other.destroyForcibly().waitFor();
        }

        // a killed owner leaves its text behind and no lock
        HomeFolder.take(folder, 2).lock().close();
    }

    @Test
    void aFolderHeldInThisProcessIsRefusedUntilItIsLetGo() {
        var first = HomeFolder.take(temp.resolve("home"), 1);

        assertThatThrownBy(() -> HomeFolder.take(temp.resolve("home"), 1)).isInstanceOf(HomeProblem.class);
        first.lock().close();
        HomeFolder.take(temp.resolve("home"), 1).lock().close();
    }

    @Test
    void aFileInTheWayIsNamed() throws IOException {
        var file = Files.createFile(temp.resolve("file"));

        assertThatThrownBy(() -> HomeFolder.take(file, 1)).isInstanceOf(HomeProblem.class).hasMessageContaining("not a folder, at " + file);
        assertThatThrownBy(() -> HomeFolder.take(file.resolve("home"), 1)).isInstanceOf(HomeProblem.class)
                .hasMessageContaining("not a folder");
    }

    @Test
    void aFolderThatCannotBeWrittenIsNoHome() throws IOException {
        var folder = Files.createDirectory(temp.resolve("home"));
        Files.createDirectory(folder.resolve("lock"));

        assertThatThrownBy(() -> HomeFolder.take(folder, 1)).isInstanceOfSatisfying(HomeProblem.class, problem -> {
            assertThat(problem.inUse()).isFalse();
            assertThat(problem).hasMessageStartingWith("The data folder " + folder + " cannot be written");
        });
    }
}
