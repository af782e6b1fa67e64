package org.mirrorbook.recording.codec;

/** Bytes that cannot be read, or a value that cannot be written. The message is a part of a sentence, without a figure of the user's. */
public final class CodecProblem extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CodecProblem(String what) {
        super(what);
    }

    public CodecProblem(String what, Throwable cause) {
        super(what, cause);
    }
}
