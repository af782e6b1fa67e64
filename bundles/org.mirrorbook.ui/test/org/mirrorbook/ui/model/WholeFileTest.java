package org.mirrorbook.ui.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenReplacesWhatWasThere() throws IOException {
        var file = Files.writeString(folder.resolve("trades.csv"), "old");

        new WholeFile(file).write(out -> out.write("+1.85 \u2248"));

        assertThat(file).hasContent("+1.85 \u2248");
        assertThat(folder).isDirectoryContaining(file::equals).isDirectoryNotContaining(one -> !one.equals(file));
    }

    @Test
    void whatIsCancelledHalfwayLeavesTheFileAsItWas() throws IOException {
        var file = Files.writeString(folder.resolve("trades.csv"), "old");

        assertThatThrownBy(() -> new WholeFile(file).write(out -> {
            out.write("half of");
            out.flush();
            throw new CancellationException();
        })).isInstanceOf(CancellationException.class);

        assertThat(file).hasContent("old");
        assertThat(folder).isDirectoryNotContaining(one -> !one.equals(file));
    }

    @Test
    void aFolderThatIsNotThereFailsAndIsNotMade() {
        var file = folder.resolve("gone").resolve("trades.csv");

        assertThatThrownBy(() -> new WholeFile(file).write(out -> out.write("new"))).isInstanceOf(IOException.class);

        assertThat(folder).isEmptyDirectory();
    }
}
