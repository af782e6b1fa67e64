package org.mirrorbook.product.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

/** Who ships the work of others says so. */
class NoticesTest {
    private static final Pattern BUNDLE_FILE = Pattern.compile("(.+)_(\\d+\\.\\d+\\.\\d+)(\\.[^_]+)?");
    private static final Pattern NOTICE_LINE = Pattern.compile("  (\\S+) (\\d+\\.\\d+\\.\\d+) +(\\S.*)");

    @Test
    void everyBundleOfOthersInTheProductIsInTheNoticesWithItsVersionAndALicence() throws IOException {
        var shipped = bundlesOfOthers(Product.folder());
        var noticed = noticed(Product.folder());

        assertThat(shipped).isNotEmpty();
        assertThat(noticed).containsAll(shipped);
    }

    @Test
    void theNoticesNameOnlyWhatSomePlatformShips() throws IOException {
        var shipped = new TreeSet<String>();
        for (var platform : List.of("linux/gtk/x86_64", "macosx/cocoa/aarch64", "win32/win32/x86_64")) {
            shipped.addAll(bundlesOfOthers(Product.folder(platform)));
        }

        assertThat(noticed(Product.folder())).isEqualTo(shipped);
    }

    @Test
    void theLicenceIsBesideTheProduct() throws IOException {
        assertThat(Files.readString(Product.folder().resolve("LICENSE"))).startsWith("Eclipse Public License - v 2.0");
        assertThat(Files.readString(Product.folder().resolve("LICENSE-APACHE"))).contains("Apache License", "Version 2.0");
    }

    @Test
    void whoInstallsTheFeatureFromTheRepositoryGetsTheSame() throws IOException {
        try (var feature = new JarFile(Product.feature("org.mirrorbook.feature").toFile())) {
            for (var name : List.of("LICENSE", "NOTICE", "LICENSE-APACHE")) {
                assertThat(feature.getEntry(name)).as(name).isNotNull();
                try (var text = feature.getInputStream(feature.getEntry(name))) {
                    assertThat(text.readAllBytes()).as(name).isEqualTo(Files.readAllBytes(Product.folder().resolve(name)));
                }
            }
            try (var description = feature.getInputStream(feature.getEntry("feature.xml"))) {
                assertThat(new String(description.readAllBytes(), StandardCharsets.UTF_8)).contains("<copyright>", "<license url=",
                        "EPL-2.0", "NOTICE");
            }
        }
    }

    private static Set<String> bundlesOfOthers(Path product) throws IOException {
        try (var files = Files.list(product.resolve("plugins"))) {
            return files.map(file -> file.getFileName().toString().replaceFirst("\\.jar$", ""))
                    .filter(name -> !name.startsWith("org.mirrorbook."))
                    .map(name -> {
                        var parts = BUNDLE_FILE.matcher(name);
                        assertThat(parts.matches()).as(name).isTrue();
                        return parts.group(1) + " " + parts.group(2);
                    }).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static Set<String> noticed(Path product) throws IOException {
        return Files.readAllLines(product.resolve("NOTICE")).stream().map(NOTICE_LINE::matcher).filter(line -> line.matches())
                .map(line -> line.group(1) + " " + line.group(2)).collect(Collectors.toCollection(TreeSet::new));
    }
}
