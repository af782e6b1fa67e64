package org.mirrorbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.mirrorbook.journal.JournalArchive.Imported;
import org.mirrorbook.journal.JournalArchive.Refused;

class ArchiveCommandsTest {

    @TempDir
    Path folder;

    private final Prompt prompt = new Prompt();

    @Test
    void aBackupIsAFileOfItsOwnersAloneAndSaysWhatIsNotInIt() throws Exception {
        var file = folder.resolve("journal.zip");

        assertThat(prompt.type("backup", file.toString())).isZero();

        assertThat(file).hasContent(FakeArchive.BACKUP);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(prompt.out.toString()).isEqualTo("Backed up 1 account and 34 trades to " + file + ".\n");
        assertThat(prompt.err.toString()).isEqualTo("Keys and recordings are not in a backup." + System.lineSeparator());
        assertThat(files()).containsExactly("journal.zip");
    }

    @Test
    void aFileThatIsThereIsReplacedByForceAlone() throws Exception {
        for (var command : List.of("backup", "export")) {
            var file = Files.writeString(folder.resolve("old.json"), "precious");

            assertThat(prompt.type(command, file.toString())).isEqualTo(1);
            assertThat(prompt.err.toString()).contains("is there already. Name another file, or give --force to replace it.");
            assertThat(file).hasContent("precious");
            assertThat(prompt.opened).as("the folder was not opened for it").isZero();

            assertThat(prompt.type(command, file.toString(), "--force")).isZero();
            assertThat(file).content().isNotEqualTo("precious");
            prompt.opened = 0;
        }
        assertThat(prompt.type("backup", folder.toString(), "--force")).isEqualTo(1);
        assertThat(prompt.err.toString()).contains("is a folder");
    }

    @Test
    void aFullDiskIsASentenceAndLeavesNothingBehind() throws Exception {
        prompt.home.archive.failure = Optional.of(new IOException("No space left on device"));

        assertThat(prompt.type("backup", folder.resolve("a.zip").toString())).isEqualTo(1);
        assertThat(prompt.err.toString()).contains("a.zip could not be written: No space left on device.");
        assertThat(prompt.type("export", folder.resolve("a.json").toString())).isEqualTo(1);
        assertThat(prompt.err.toString()).contains("a.json could not be written: No space left on device.");

        assertThat(files()).isEmpty();
        assertThat(prompt.type("backup", folder.resolve("no").resolve("a.zip").toString())).isEqualTo(1);
        assertThat(prompt.err.toString()).contains("there is no such file or folder");
    }

    @Test
    void aReplacementThatFailsLeavesTheOldFile() throws Exception {
        var file = Files.writeString(folder.resolve("a.zip"), "precious");
        prompt.home.archive.failure = Optional.of(new IOException("No space left on device"));

        assertThat(prompt.type("backup", file.toString(), "--force")).isEqualTo(1);

        assertThat(file).hasContent("precious");
        assertThat(files()).containsExactly("a.zip");
    }

    @Test
    void aBackupIsRestoredIntoTheFolderThatWasNamedAndNoOther() throws Exception {
        var file = Files.writeString(folder.resolve("a.zip"), "whole");

        assertThat(prompt.type("restore", file.toString())).isEqualTo(2);
        assertThat(prompt.err.toString()).contains("restore needs --home");
        assertThat(prompt.opened).isZero();
        assertThat(prompt.type("restore", folder.resolve("none.zip").toString(), "--home", folder.toString())).isEqualTo(1);
        assertThat(prompt.opened).isZero();

        assertThat(prompt.type("restore", file.toString(), "--home", folder.toString())).isZero();
        assertThat(prompt.home.archive.read).containsExactly("whole");
        assertThat(prompt.out.toString()).isEqualTo("Restored 1 account and 34 trades, as of 2026-03-01T10:00:00.000Z.\n");
        assertThat(prompt.err.toString()).contains("Keys are not in a backup");
    }

    @Test
    void anExportTakesItsFormFromItsNameAndStandardOutputIsJson() throws Exception {
        assertThat(prompt.type("export", folder.resolve("a.JSON").toString())).isZero();
        assertThat(folder.resolve("a.JSON")).hasContent(FakeArchive.EXPORT);
        assertThat(prompt.out.toString()).contains("Exported 34 trades to ");

        assertThat(prompt.type("export", folder.resolve("a.csv").toString())).isZero();
        prompt.type("trades", "--csv");
        assertThat(folder.resolve("a.csv")).hasContent(prompt.out.toString());

        assertThat(prompt.type("export", "-")).isZero();
        assertThat(prompt.out.toString()).isEqualTo(FakeArchive.EXPORT);
        assertThat(prompt.err.toString()).isEmpty();
        assertThat(prompt.type("export", "-", "--format", "csv")).isZero();
        assertThat(prompt.out.toString()).startsWith("id,fingerprint,");

        assertThat(prompt.type("export", folder.resolve("a.txt").toString())).isEqualTo(2);
        assertThat(prompt.err.toString()).contains("ends neither in .json nor in .csv");
    }

    @Test
    void anImportTellsWhatBecameOfTheTrades() throws Exception {
        prompt.home.archive.imported = new Imported(2, 3, 1, List.of(new Refused("t-1", "It is open.")));
        prompt.input = "from the pipe";

        assertThat(prompt.type("import", "-")).isZero();
        assertThat(prompt.home.archive.read).containsExactly("from the pipe");
        assertThat(prompt.out.toString()).isEqualTo("Added 2 trades; known 3, of which completed 1; refused 1.\n");
        assertThat(prompt.err.toString()).contains("Refused t-1: It is open.");

        assertThat(prompt.type("import", Files.writeString(folder.resolve("a.json"), "from the file").toString())).isZero();
        assertThat(prompt.home.archive.read).containsExactly("from the pipe", "from the file");
        assertThat(prompt.type("import", folder.resolve("none.json").toString())).isEqualTo(1);
        assertThat(prompt.err.toString()).contains("none.json could not be read");
    }

    private List<String> files() throws IOException {
        try (var all = Files.list(folder)) {
            return all.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }
}
