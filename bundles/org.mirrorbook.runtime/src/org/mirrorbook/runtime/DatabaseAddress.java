package org.mirrorbook.runtime;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What may be kept as the address of a database server, {@value #SETTING}: a PostgreSQL address that holds no secret. */
public final class DatabaseAddress {

    /** Setting: the address; absent for the embedded database. */
    public static final String SETTING = "database.url";
    /** Setting: the name that signs in there. */
    public static final String USER = "database.user";

    private static final String POSTGRESQL = "jdbc:postgresql:";
    private static final Set<String> SECRETS = Set.of("user", "password", "sslpassword");

    private DatabaseAddress() {
    }

    /** What is wrong with an address, as a sentence that does not repeat it; nothing when it may be used. */
    public static Optional<String> problem(String url) {
        if (!url.startsWith(POSTGRESQL) || url.length() == POSTGRESQL.length() || url.chars().anyMatch(Character::isWhitespace)) {
            return Optional.of("The address of a database has to be jdbc:postgresql://HOST/NAME.");
        }
        var parts = url.split("\\?", 2);
        boolean named = parts.length > 1 && Arrays.stream(parts[1].split("&")).map(one -> one.split("=", 2)[0].toLowerCase(Locale.ROOT))
                .anyMatch(SECRETS::contains);
        return named || parts[0].contains("@")
                ? Optional.of("The address of a database must not hold a user or a password; they are kept by:"
                        + " database use URL --user NAME")
                : Optional.empty();
    }
}
