package org.mirrorbook.product.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A practice exchange, and a user who has added its account once, as "demo". Every test gets a home of its own that is a copy of that
 * user's: it costs nothing, while to add the account costs two starts of the product. What Equinox found out about the install is not
 * copied, since it belongs to the place of the home.
 */
final class DemoAccount implements AutoCloseable {

    private static final String OF_EQUINOX = "osgi";

    private final Product user;
    private final Path folder;
    private final PracticeProcess practice;

    /** @param folder empty, and only for this */
    DemoAccount(Path folder, String... practice) throws IOException {
        this.folder = folder;
        user = userOf(folder);
        this.practice = new PracticeProcess(user, practice);
        assertThat(new Journal(user).add("demo", this.practice, this.practice.key())).isZero();
    }

    PracticeProcess practice() {
        return practice;
    }

    /** A user in a new folder, who has that account and the same password. */
    Product copy(Path target) throws IOException {
        Files.createDirectory(target);
        var home = user.home();
        try (var files = Files.walk(home)) {
            for (var file : files.filter(one -> !one.startsWith(home.resolve(OF_EQUINOX))).toList()) {
                Files.copy(file, target.resolve(folder.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return userOf(target);
    }

    /** A user who has a password and no home yet. */
    static Product userOf(Path folder) throws IOException {
        var password = Files.writeString(folder.resolve("password"), "correct horse battery staple\n");
        return new Product(folder).with("MIRRORBOOK_PASSWORD_FILE", password);
    }

    @Override
    public void close() {
        practice.close();
    }
}
