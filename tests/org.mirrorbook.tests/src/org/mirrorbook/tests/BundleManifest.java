package org.mirrorbook.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.Manifest;

import org.eclipse.osgi.util.ManifestElement;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;

/**
 * What the manifest of one of our bundles asks for and gives.
 *
 * @param name the symbolic name without {@code org.mirrorbook.}
 * @param imports the imported packages
 * @param required the symbolic names of the required bundles
 * @param exports the exported packages
 */
record BundleManifest(String name, Set<String> imports, Set<String> required, Set<String> exports) {
    static final String PREFIX = "org.mirrorbook.";

    /** Reads every manifest of the checkout this test runs in. */
    static Map<String, BundleManifest> readAll() throws IOException, BundleException {
        var found = new TreeMap<String, BundleManifest>();
        try (var folders = Files.newDirectoryStream(Path.of("..", "..", "bundles"), PREFIX + "*")) {
            for (Path folder : folders) {
                var manifest = read(folder.resolve("META-INF").resolve("MANIFEST.MF"));
                found.put(manifest.name(), manifest);
            }
        }
        return found;
    }

    private static BundleManifest read(Path file) throws IOException, BundleException {
        try (var in = Files.newInputStream(file)) {
            var headers = new Manifest(in).getMainAttributes();
            var name = ManifestElement.parseHeader(Constants.BUNDLE_SYMBOLICNAME,
                    headers.getValue(Constants.BUNDLE_SYMBOLICNAME))[0].getValue();
            return new BundleManifest(name.substring(PREFIX.length()),
                    values(Constants.IMPORT_PACKAGE, headers.getValue(Constants.IMPORT_PACKAGE)),
                    values(Constants.REQUIRE_BUNDLE, headers.getValue(Constants.REQUIRE_BUNDLE)),
                    values(Constants.EXPORT_PACKAGE, headers.getValue(Constants.EXPORT_PACKAGE)));
        }
    }

    private static Set<String> values(String header, String text) throws BundleException {
        var values = new TreeSet<String>();
        if (text != null) {
            for (var element : ManifestElement.parseHeader(header, text)) {
                values.addAll(Set.of(element.getValueComponents()));
            }
        }
        return values;
    }
}
