package org.mirrorbook.recording.codec;

import java.nio.charset.StandardCharsets;

/** Reads what {@link Bytes} wrote. Whoever reads beyond the end, or a number that is none, is told so. For one thread. */
public final class Cursor {

    private final byte[] data;
    private final int end;
    private int at;

    public Cursor(byte[] data) {
        this.data = data;
        this.end = data.length;
    }

    public boolean atEnd() {
        return at == end;
    }

    public int octet() {
        if (at == end) {
            throw new CodecProblem("it ends too early");
        }
        return data[at++] & 0xFF;
    }

    public long number() {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int octet = octet();
            value |= (long) (octet & 0x7F) << shift;
            if (octet < 0x80) {
                return value;
            }
        }
        throw new CodecProblem("a number has too many bytes");
    }

    public long zigzag() {
        long value = number();
        return value >>> 1 ^ -(value & 1);
    }

    /** A number of things that are still to come, of at least that many bytes each. */
    public int count(int bytesEach) {
        long count = number();
        if (count < 0 || count > (end - at) / bytesEach) {
            throw new CodecProblem("there are fewer bytes than it says");
        }
        return (int) count;
    }

    byte[] octets(int count) {
        var octets = new byte[count];
        System.arraycopy(data, at, octets, 0, count);
        at += count;
        return octets;
    }

    /** A text as a value. */
    public String text() {
        return switch (octet()) {
            case Tag.TEXT -> utf8();
            case Tag.WIDE_TEXT -> utf16();
            default -> throw new CodecProblem("a name is none");
        };
    }

    String utf8() {
        int count = count(1);
        var text = new String(data, at, count, StandardCharsets.UTF_8);
        at += count;
        return text;
    }

    String utf16() {
        int count = count(2);
        var chars = new char[count];
        for (int i = 0; i < count; i++) {
            chars[i] = (char) ((data[at + 2 * i] & 0xFF) << 8 | data[at + 2 * i + 1] & 0xFF);
        }
        at += 2 * count;
        return new String(chars);
    }
}
