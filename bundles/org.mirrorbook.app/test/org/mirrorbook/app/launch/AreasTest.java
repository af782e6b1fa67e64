package org.mirrorbook.app.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AreasTest {

    @TempDir
    Path folder;

    private Install install;
    private HomeFolder home;
    private Areas areas;

    @BeforeEach
    void anInstallAndAHome() throws IOException {
        install = new Install(folder.resolve("install"));
        Files.createDirectories(install.plugins());
        Files.createDirectories(install.configuration());
        Files.writeString(install.plugins().resolve("one_1.0.0.jar"), "one");
        Files.writeString(install.configuration().resolve("config.ini"), "osgi.bundles=");
        home = new HomeFolder(folder.resolve("a home"));
        Files.createDirectories(home.configuration());
        areas = new Areas(install, home.configuration());
    }

    @Test
    void equinoxWritesIntoTheHomeAndReadsTheInstall() {
        var properties = areas.properties(Request.of(List.of()), Optional.of(home));

        assertThat(properties).containsEntry("eclipse.application", "org.mirrorbook.app.workbench")
                .containsEntry("osgi.configuration.cascaded", "true")
                .containsEntry("mirrorbook.home", home.folder().toString());
        assertThat(properties.get("osgi.configuration.area")).startsWith("file:/").endsWith("a home/osgi/");
        assertThat(properties.get("osgi.sharedConfiguration.area")).endsWith("install/configuration/");
        assertThat(properties.get("osgi.instance.area")).endsWith("a home/workspace/");
    }

    @Test
    void aCommandHasNoWorkspace() {
        var properties = areas.properties(Request.of(List.of("trades")), Optional.of(home));

        assertThat(properties).containsEntry("eclipse.application", "org.mirrorbook.cli.command")
                .containsEntry("osgi.instance.area", "@none");
    }

    @Test
    void aCommandDoesNotStartWhatOnlyWindowsNeed() {
        assertThat(areas.properties(Request.of(List.of("trades")), Optional.of(home))).containsEntry("osgi.startLevel", "4");
        assertThat(areas.properties(Request.of(List.of()), Optional.of(home))).doesNotContainKey("osgi.startLevel");
    }

    @Test
    void theUsersArgumentsPassByEquinoxUntouched() {
        var given = List.of("practice", "--key", "-data", "--secret=-console", "a,b c", "", "ü", "-clean");

        var packed = areas.properties(Request.of(given), Optional.empty()).get("mirrorbook.arguments");

        assertThat(Arrays.stream(packed.split(",", -1)).map(one -> new String(Base64.getDecoder().decode(one), StandardCharsets.UTF_8)))
                .containsExactlyElementsOf(given);
    }

    @Test
    void whatEquinoxKnewOfThisBuildIsKept() throws IOException {
        areas.suitThisBuild();
        var cache = cache();

        areas.suitThisBuild();

        assertThat(cache).exists();
    }

    @Test
    void whatEquinoxKnewOfAnotherBuildIsForgottenButNotWhoOwnsTheHome() throws IOException {
        areas.suitThisBuild();
        var cache = cache();
        var owner = Files.createFile(home.configuration().resolve(HomeFolder.OWNER));
        Files.writeString(install.plugins().resolve("one_1.0.0.jar"), "another");

        areas.suitThisBuild();

        assertThat(cache).doesNotExist();
        assertThat(owner).exists();
    }

    private Path cache() throws IOException {
        return Files.writeString(Files.createDirectories(home.configuration().resolve("org.eclipse.osgi")).resolve("framework.info.1"),
                "old");
    }
}
