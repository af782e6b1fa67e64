package org.mirrorbook.credentials;

import java.nio.file.Path;
import java.util.Optional;

import org.osgi.service.component.annotations.Component;

/**
 * The password file that the system property {@code mirrorbook.password.file}, which the launcher sets, or else the environment's
 * {@code MIRRORBOOK_PASSWORD_FILE} names. Does not answer where neither does.
 */
@Component(property = "service.ranking:Integer=50")
public final class NamedPasswordFile implements MasterPassword {

    @Override
    public Optional<char[]> ask(boolean first) {
        return name().flatMap(file -> new PasswordFile(Path.of(file)).ask(first));
    }

    @Override
    public boolean asksUser() {
        return false;
    }

    private static Optional<String> name() {
        return Optional.ofNullable(System.getProperty("mirrorbook.password.file"))
                .or(() -> Optional.ofNullable(System.getenv("MIRRORBOOK_PASSWORD_FILE")))
                .filter(file -> !file.isBlank());
    }
}
