package org.mirrorbook.product.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.Test;

/** What a user downloads and unpacks. */
class ArchivesTest {
    /** Offsets and lengths of the fields of a tar header (POSIX ustar). */
    private static final int BLOCK = 512;

    @Test
    void thereIsOneArchiveForEachPlatform() throws IOException {
        assertThat(Product.archives()).extracting(file -> file.getFileName().toString().replaceFirst("mirrorbook-[0-9.]+(-SNAPSHOT)?-", ""))
                .containsExactly("linux.gtk.x86_64.tar.gz", "macosx.cocoa.aarch64.tar.gz", "win32.win32.x86_64.zip");
    }

    @Test
    void theLinuxArchiveHasAStartScriptThatMayBeRun() throws IOException {
        var modes = modes(archive("linux"));

        assertThat(modes).containsEntry("mirrorbook/mirrorbook", 0755)
                .containsKeys("mirrorbook/LICENSE", "mirrorbook/NOTICE", "mirrorbook/lib/start.sh");
    }

    @Test
    void theMacArchiveIsAnApplicationWithAStartScriptThatMayBeRun() throws IOException {
        var modes = modes(archive("macosx"));

        assertThat(modes).containsEntry("Mirrorbook.app/Contents/Eclipse/mirrorbook", 0755)
                .containsEntry("Mirrorbook.app/Contents/MacOS/mirrorbook", 0755)
                .containsKeys("Mirrorbook.app/Contents/Info.plist", "Mirrorbook.app/Contents/Eclipse/LICENSE",
                "Mirrorbook.app/Contents/Eclipse/NOTICE");
    }

    @Test
    void theWindowsArchiveHasAStartScript() throws IOException {
        try (var zip = new ZipFile(archive("win32").toFile())) {
            assertThat(zip.stream().map(entry -> entry.getName()))
                    .contains("mirrorbook/mirrorbook.cmd", "mirrorbook/LICENSE", "mirrorbook/NOTICE");
        }
    }

    private static Path archive(String system) throws IOException {
        return Product.archives().stream().filter(file -> file.toString().contains("-" + system + ".")).findFirst().orElseThrow();
    }

    /** The permissions of the files in a tar archive, by name; long names of the GNU format are read from the entry before. */
    private static Map<String, Integer> modes(Path archive) throws IOException {
        var modes = new TreeMap<String, Integer>();
        try (var in = new GZIPInputStream(Files.newInputStream(archive))) {
            String longName = null;
            for (var header = in.readNBytes(BLOCK); header.length == BLOCK && header[0] != 0; header = in.readNBytes(BLOCK)) {
                int size = Integer.parseInt(text(header, 124, 12), 8);
                var content = new ByteArrayOutputStream();
                content.writeBytes(in.readNBytes((size + BLOCK - 1) / BLOCK * BLOCK));
                var name = longName != null ? longName : join(text(header, 345, 155), text(header, 0, 100));
                longName = header[156] == 'L' ? content.toString().substring(0, size).replace("\0", "") : null;
                modes.put(name, Integer.parseInt(text(header, 100, 8), 8) & 0777);
            }
        }
        return modes;
    }

    private static String join(String prefix, String name) {
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    private static String text(byte[] header, int from, int length) {
        int end = from;
        while (end < from + length && header[end] != 0) {
            end++;
        }
        return new String(header, from, end - from).trim();
    }
}
