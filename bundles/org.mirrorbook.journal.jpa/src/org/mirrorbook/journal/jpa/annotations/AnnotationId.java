package org.mirrorbook.journal.jpa.annotations;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/** Ids that are the same in every journal, so that bringing two together makes no doubles. */
public final class AnnotationId {

    private AnnotationId() {
    }

    /** @param sha256 of the content, in hexadecimal */
    public static String ofAttachment(String trade, String name, String sha256) {
        return of(String.join("|", "attachment", trade, sha256, name));
    }

    /** Capitals and outer blanks make no other tag. */
    public static String ofTag(String name) {
        return of("tag|" + name.strip().toLowerCase(Locale.ROOT));
    }

    private static String of(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
