package org.mirrorbook.product.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the start script finds Java and what it hands over; the Javas here are scripts that print their arguments, one a line. */
@DisabledOnOs(OS.WINDOWS)
class StartScriptTest {
    @TempDir
    Path folder;

    private Product product;

    @BeforeEach
    void aUserWithAnEmptyHome() {
        product = new Product(folder);
    }

    @Test
    void argumentsReachTheProductAsTheyWereTyped() throws IOException {
        var java = fakeJava("here", "21.0.4");

        try (var started = product.with("JAVA_HOME", java).startPlain("--home", "/a folder/with 'quotes'", "trades", "--account", "")) {
            assertThat(started.exitCode()).isZero();
            assertThat(afterTheJar(started.out())).containsExactly("--home", "/a folder/with 'quotes'", "trades", "--account", "");
        }
    }

    @ParameterizedTest
    @CsvSource({"status, true", "--help, true", "--home /here accounts mirror demo off, true", "practice --speed 2, true",
            "mirror --json, false", "--home /here replay there, false"})
    void onlyALightCommandDoesWithoutTheSecondCompiler(String arguments, boolean without) throws IOException {
        var java = fakeJava("here", "21");

        try (var started = product.with("JAVA_HOME", java).startPlain(arguments.split(" "))) {
            assertThat(started.exitCode()).isZero();
            assertThat(started.out().contains("-XX:TieredStopAtLevel=1")).isEqualTo(without);
        }
    }

    @Test
    void aJavaThatIsTooOldIsPassedOver() throws IOException {
        var old = fakeJava("old", "17.0.12");
        var path = fakeJava("on the path", "22");

        try (var started = product.with("JAVA_HOME", old).with("PATH", path.resolve("bin") + ":" + System.getenv("PATH"))
                .startPlain("--version")) {
            assertThat(started.exitCode()).isZero();
            assertThat(started.out()).first().isEqualTo("on the path");
        }
    }

    @Test
    void aJavaWithoutAFileOfItsVersionIsAsked() throws IOException {
        var asked = fakeJava("asked", "23.0.1");
        Files.delete(asked.resolve("release"));

        try (var started = product.with("JAVA_HOME", asked).startPlain("--version")) {
            assertThat(started.exitCode()).isZero();
            assertThat(started.out()).first().isEqualTo("asked");
        }
    }

    @Test
    void whereNoLocaleIsSetTextIsUtf8() throws IOException {
        var java = fakeJava("here", "21");
        Files.writeString(java.resolve("bin").resolve("java"), "#!/bin/sh\necho \"${LC_ALL:-unset} $LC_CTYPE\"\n");

        try (var started = product.with("JAVA_HOME", java).with("LC_ALL", "C").startPlain("--version")) {
            assertThat(started.exitCode()).isZero();
            assertThat(started.out()).containsExactly("unset C.UTF-8");
        }
    }

    @Test
    void theScriptIsFoundBehindALink() throws IOException {
        var java = fakeJava("here", "25");
        var link = Files.createSymbolicLink(folder.resolve("mb"), Product.folder().resolve("mirrorbook"));

        try (var started = product.with("JAVA_HOME", java).startScript(link, "trades")) {
            assertThat(started.exitCode()).isZero();
            assertThat(started.out()).anyMatch(line -> line.matches(Product.folder() + "/plugins/org\\.mirrorbook\\.app_.*\\.jar"));
        }
    }

    @Test
    void withoutADisplayTheCheckoutNamesTheCommandsThatNeedNone() throws IOException {
        try (var started = product.startScript(Path.of("..", "..", "mirrorbook").toAbsolutePath().normalize())) {
            assertThat(started.exitCode()).isEqualTo(1);
            assertThat(started.out()).isEmpty();
            assertThat(String.join("\n", started.err())).contains("no display")
                    .contains("practice", "accounts", "mirror", "trades", "--help");
        }
    }

    private static List<String> afterTheJar(List<String> arguments) {
        return arguments.subList(arguments.indexOf("-jar") + 2, arguments.size());
    }

    /** A Java home whose java prints its name, then its arguments; asked for its version it answers like the real one. */
    private Path fakeJava(String name, String version) throws IOException {
        var home = Files.createDirectories(folder.resolve(name));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        var java = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.writeString(java, """
                #!/bin/sh
                if [ "$1" = -version ]; then
                    echo 'openjdk version "%s" 2024-07-16' >&2
                    exit 0
                fi
                echo '%s'
                for argument in "$@"; do
                    printf '%%s\\n' "$argument"
                done
                """.formatted(version, name));
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        return home;
    }
}
