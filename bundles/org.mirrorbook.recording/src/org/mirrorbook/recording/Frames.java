package org.mirrorbook.recording;

import java.util.zip.CRC32C;

import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.recording.codec.Bytes;
import org.mirrorbook.recording.codec.Cursor;
import org.mirrorbook.recording.codec.Definition;

/**
 * The outer form of a segment: a mark at its beginning, then frames of two letters, the length of the content, its CRC-32C and the content
 * itself, of which the first byte says what it is (docs/recording.md, Format).
 */
final class Frames {

    /** What every segment begins with; the last byte is the version of the format. */
    static final byte[] BEGINNING = {'M', 'B', 'R', 'E', 'C', 13, 10, 1};

    /** Whose inputs follow, and from which number on. */
    static final int HEAD = 1;
    static final int DEFINITION = 2;
    static final int INPUT = 3;

    static final byte FIRST_LETTER = 'M';
    static final byte SECOND_LETTER = 'r';
    /** Letters, length, check. */
    static final int OVERHEAD = 10;

    private Frames() {
    }

    /** What a segment says of itself. */
    record Head(AccountId account, long first) {
    }

    /** Begins a frame; returns where. */
    static int begin(Bytes bytes, int kind) {
        int start = bytes.length();
        bytes.octet(FIRST_LETTER);
        bytes.octet(SECOND_LETTER);
        bytes.word(0);
        bytes.word(0);
        bytes.octet(kind);
        return start;
    }

    /** Ends the frame that began there. */
    static void end(Bytes bytes, int start, CRC32C check) {
        int length = bytes.length() - start - OVERHEAD;
        bytes.setWord(start + 2, length);
        bytes.setWord(start + 6, check(bytes.data(), start + OVERHEAD, length, check));
    }

    static int check(byte[] data, int from, int length, CRC32C check) {
        check.reset();
        check.update(data, from, length);
        return (int) check.getValue();
    }

    static void head(Bytes bytes, Head head, CRC32C check) {
        bytes.octets(BEGINNING, 0, BEGINNING.length);
        int start = begin(bytes, HEAD);
        bytes.text(head.account().value());
        bytes.number(head.first());
        end(bytes, start, check);
    }

    static Head head(Cursor content) {
        var account = new AccountId(content.text());
        return new Head(account, content.number());
    }

    static void definition(Bytes bytes, Definition definition, CRC32C check) {
        int start = begin(bytes, DEFINITION);
        definition.writeTo(bytes);
        end(bytes, start, check);
    }
}
