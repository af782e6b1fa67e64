package org.mirrorbook.ui.model;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Where the journal shall be, as the user typed it. Holds a password as long as its page is open; {@link #toString()} tells nothing of it.
 *
 * @param server whether it is on a PostgreSQL server, else it is the embedded one
 * @param passwordKept whether an empty password means that the kept one stays
 */
public record DatabaseForm(boolean server, String url, String user, String password, boolean passwordKept) {

    private static final String BEGINNING = "jdbc:postgresql://";
    private static final Set<String> SECRETS = Set.of("user", "password", "sslpassword");

    public DatabaseForm {
        url = url.strip();
        user = user.strip();
    }

    /** The first thing that is missing or wrong, as a sentence; none repeats what was typed. */
    public Optional<String> problem() {
        if (!server) {
            return Optional.empty();
        }
        if (!isAddress()) {
            return Optional.of(Messages.DatabaseForm_url);
        }
        if (holdsSecret()) {
            return Optional.of(Messages.DatabaseForm_secret);
        }
        if (user.isEmpty()) {
            return Optional.of(Messages.DatabaseForm_user);
        }
        return password.isEmpty() && !passwordKept ? Optional.of(Messages.DatabaseForm_password) : Optional.empty();
    }

    private boolean isAddress() {
        if (!url.startsWith(BEGINNING)) {
            return false;
        }
        try {
            var rest = new URI(url.substring("jdbc:".length()));
            return rest.getRawAuthority() != null && rest.getPath() != null && rest.getPath().length() > 1;
        } catch (URISyntaxException e) {
            // what cannot be read is no address, and problem() says so
            return false;
        }
    }

    private boolean holdsSecret() {
        var parts = url.split("\\?", 2);
        return parts[0].contains("@") || parts.length > 1 && Arrays.stream(parts[1].split("&"))
                .anyMatch(one -> SECRETS.contains(one.split("=", 2)[0].toLowerCase(Locale.ROOT)));
    }

    @Override
    public String toString() {
        return "DatabaseForm[" + (server ? "server" : "embedded") + ", redacted]";
    }
}
