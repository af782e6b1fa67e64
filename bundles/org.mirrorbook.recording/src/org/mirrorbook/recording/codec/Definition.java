package org.mirrorbook.recording.codec;

import java.util.ArrayList;
import java.util.List;

/**
 * What a file says of a type: its name and those of its parts, in the order in which they are written.
 *
 * @param constants whether the parts are the constants of an enum, else the components of a record
 */
public record Definition(String name, boolean constants, List<String> parts) {

    public Definition {
        parts = List.copyOf(parts);
    }

    public void writeTo(Bytes bytes) {
        bytes.text(name);
        bytes.octet(constants ? 1 : 0);
        bytes.number(parts.size());
        parts.forEach(bytes::text);
    }

    public static Definition readFrom(Cursor cursor) {
        var name = cursor.text();
        boolean constants = cursor.octet() == 1;
        int count = cursor.count(2);
        var parts = new ArrayList<String>(count);
        for (int i = 0; i < count; i++) {
            parts.add(cursor.text());
        }
        return new Definition(name, constants, parts);
    }
}
