package org.mirrorbook.app.launch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Where Equinox keeps its things: the configuration inside the home, cascaded on the one of the install, which stays as it is. So two homes
 * never see each other's mirrors, and the install may be read-only.
 */
final class Areas {

    private static final String WORKBENCH = "org.mirrorbook.app.workbench";
    private static final String COMMAND = "org.mirrorbook.cli.command";
    /** What the product starts at a higher level serves windows alone. */
    private static final String LEVEL_OF_COMMANDS = "4";

    private final Install install;
    private final Path configuration;

    Areas(Install install, Path configuration) {
        this.install = install;
        this.configuration = configuration;
    }

    Install install() {
        return install;
    }

    /**
     * The system properties that say so.
     *
     * @param home absent for what needs none
     */
    Map<String, String> properties(Request request, Optional<HomeFolder> home) {
        var properties = new LinkedHashMap<String, String>();
        properties.put("osgi.install.area", address(install.folder()));
        properties.put("osgi.configuration.area", address(configuration));
        properties.put("osgi.sharedConfiguration.area", address(install.configuration()));
        properties.put("osgi.configuration.cascaded", "true");
        properties.put("eclipse.application", request.wantsWorkbench() ? WORKBENCH : COMMAND);
        properties.put("osgi.instance.area", home.isPresent() && request.wantsWorkbench()
                ? address(home.get().folder().resolve("workspace")) : "@none");
        home.ifPresent(known -> properties.put("mirrorbook.home", known.folder().toString()));
        request.passwordFile().ifPresent(file -> properties.put("mirrorbook.password.file", Path.of(file).toAbsolutePath().toString()));
        request.database().ifPresent(url -> properties.put("mirrorbook.database", url));
        properties.put("mirrorbook.arguments", packed(request));
        if (!request.wantsWorkbench()) {
            properties.put("osgi.startLevel", LEVEL_OF_COMMANDS);
        }
        return properties;
    }

    /**
     * Forgets what Equinox found out about another build: it would go on with bundles that are not there any more. What lies here is a
     * cache or a projection of the journal; nothing of it is missed.
     */
    void suitThisBuild() throws IOException {
        var mark = configuration.resolve(".build");
        var build = install.fingerprint();
        if (Files.exists(mark) && Files.readString(mark).equals(build)) {
            return;
        }
        try (var old = Files.newDirectoryStream(configuration, file -> !file.getFileName().toString().equals(HomeFolder.OWNER))) {
            for (Path file : old) {
                new Tree(file).delete();
            }
        }
        Files.writeString(mark, build);
    }

    /** Equinox takes some arguments for its own wherever they stand, so the user's go past it. */
    private static String packed(Request request) {
        return request.arguments().stream().map(argument -> Base64.getEncoder().encodeToString(argument.getBytes(StandardCharsets.UTF_8)))
                .collect(Collectors.joining(","));
    }

    /** Equinox reads these addresses as they are: nothing is escaped. */
    private static String address(Path folder) {
        var path = folder.toString().replace('\\', '/');
        return "file:" + (path.startsWith("/") ? "" : "/") + path + "/";
    }
}
