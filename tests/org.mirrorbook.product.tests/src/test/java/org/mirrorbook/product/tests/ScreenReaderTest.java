package org.mirrorbook.product.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged product used from outside, by the names and roles that it tells assistive technology: on a display and a session bus of its
 * own, by a driver that knows nothing of its widgets. AT-SPI is Linux's; the driver needs the packages that {@code verify} names.
 */
@EnabledOnOs(OS.LINUX)
class ScreenReaderTest {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Path DRIVER = Path.of("src", "test", "atspi", "practice.py").toAbsolutePath();

    @TempDir
    Path user;

    @Test
    void practiceIsStartedSeenAndSwitchedOffByNamesAndRolesAlone() throws IOException {
        try (var used = used()) {
            int end = used.exitCode(PATIENCE);

            assertThat(end).as("%s", used).isZero();
            assertThat(used.out()).containsSubsequence("saw: the window", "saw: Start Practice", "saw: an open position",
                    "saw: a cell of the table", "saw: 1 live",
                    "saw: Disconnect", "saw: nothing mirrored", "saw: no open position", "done");
            // a row tells itself in a sentence: of which side it is, and what its figures mean
            assertThat(used.out()).anySatisfy(line -> assertThat(line).startsWith("row: State live, Symbol ")
                    .containsPattern("Side (LONG|SHORT), Size \\d"));
            // and a cell, asked for by its row and column, what it is and of which position
            assertThat(used.out()).anySatisfy(line -> assertThat(line).matches("cell: Symbol, \\w+, \\w+ (long|short), .*"));
        }
    }

    private Running used() throws IOException {
        var password = Files.writeString(user.resolve("password"), "correct horse battery staple\n");
        var command = List.of("xvfb-run", "-a", "-s", "-screen 0 1440x900x24 -nolisten tcp", "dbus-run-session", "--",
                "/usr/bin/python3", DRIVER.toString(), Product.folder().resolve("mirrorbook").toString(), "--home",
                user.resolve("home").toString(), "--password-file", password.toString());
        var builder = new ProcessBuilder(command).directory(user.toFile());
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("MIRRORBOOK_") || name.startsWith("XDG_"));
        List.of("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS").forEach(environment::remove);
        environment.put("HOME", user.toString());
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        return new Running(String.join(" ", command), builder.start());
    }
}
