package org.mirrorbook.app.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LateFileTest {

    @TempDir
    Path folder;

    @Test
    void nothingIsWrittenUntilTheHomeIsMadeAndThenAllOfIt() throws Exception {
        var home = folder.resolve("home");
        var late = new LateFile(new HomeFolder(home));
        late.setFormatter(new SimpleFormatter());
        late.setLevel(Level.INFO);

        late.publish(new LogRecord(Level.INFO, "before"));
        late.publish(new LogRecord(Level.FINE, "a detail"));
        assertThat(home).doesNotExist();
        Files.writeString(Files.createDirectory(home).resolve("lock"), "4711\n");
        late.publish(new LogRecord(Level.INFO, "after"));
        late.close();

        assertThat(Files.readString(home.resolve("logs").resolve("mirrorbook.log"))).containsSubsequence("before", "after")
                .doesNotContain("a detail");
    }
}
