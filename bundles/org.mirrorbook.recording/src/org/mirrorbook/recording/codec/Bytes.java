package org.mirrorbook.recording.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that are written one after the other and kept until somebody takes them. Grows as needed. For one thread. */
public final class Bytes {

    private static final int SHORT = 48;

    private byte[] data;
    private int length;

    public Bytes(int capacity) {
        data = new byte[capacity];
    }

    /** The bytes themselves, of which {@link #length} count; another array after anything more was written. */
    public byte[] data() {
        return data;
    }

    public int length() {
        return length;
    }

    /** Forgets what is behind that many bytes. */
    public void cut(int to) {
        length = to;
    }

    /** Forgets the first so many bytes, and gives memory back that one large message took. */
    public void drop(int first, int usualCapacity) {
        var rest = Arrays.copyOfRange(data, first, length);
        length -= first;
        if (data.length > 4 * usualCapacity) {
            data = Arrays.copyOf(rest, Math.max(usualCapacity, rest.length));
        } else {
            System.arraycopy(rest, 0, data, 0, length);
        }
    }

    /** Puts other bytes in between. */
    public void insert(int at, Bytes others) {
        room(others.length);
        System.arraycopy(data, at, data, at + others.length, length - at);
        System.arraycopy(others.data, 0, data, at, others.length);
        length += others.length;
    }

    public void octet(int value) {
        room(1);
        data[length++] = (byte) value;
    }

    public void octets(byte[] values, int from, int count) {
        room(count);
        System.arraycopy(values, from, data, length, count);
        length += count;
    }

    /** Four bytes, the highest first. */
    public void word(int value) {
        room(4);
        setWord(length, value);
        length += 4;
    }

    public void setWord(int at, int value) {
        data[at] = (byte) (value >>> 24);
        data[at + 1] = (byte) (value >>> 16);
        data[at + 2] = (byte) (value >>> 8);
        data[at + 3] = (byte) value;
    }

    /** A number without sign, seven bits a byte, the lowest first. */
    public void number(long value) {
        room(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            data[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        data[length++] = (byte) rest;
    }

    /** A number with its sign in the lowest bit, so that small ones are short on both sides of zero. */
    public void zigzag(long value) {
        number(value << 1 ^ value >> 63);
    }

    /** A text as a value, whatever characters it has. */
    public void text(String value) {
        if (value.length() > SHORT || !shortText(value)) {
            longText(value);
        }
    }

    private boolean shortText(String value) {
        room(SHORT + 2);
        int start = length;
        int count = value.length();
        data[length++] = Tag.TEXT;
        data[length++] = (byte) count;
        for (int i = 0; i < count; i++) {
            char c = value.charAt(i);
            if (c >= 0x80) {
                length = start;
                return false;
            }
            data[length++] = (byte) c;
        }
        return true;
    }

    private void longText(String value) {
        var utf8 = value.getBytes(StandardCharsets.UTF_8);
        // faster than a look at each character, and only a surrogate alone does not come back
        if (value.equals(new String(utf8, StandardCharsets.UTF_8))) {
            octet(Tag.TEXT);
            number(utf8.length);
            octets(utf8, 0, utf8.length);
        } else {
            octet(Tag.WIDE_TEXT);
            number(value.length());
            for (int i = 0; i < value.length(); i++) {
                octet(value.charAt(i) >>> 8);
                octet(value.charAt(i));
            }
        }
    }

    private void room(int more) {
        if (length + more > data.length) {
            data = Arrays.copyOf(data, Math.max(Math.addExact(length, more), 2 * data.length));
        }
    }
}
