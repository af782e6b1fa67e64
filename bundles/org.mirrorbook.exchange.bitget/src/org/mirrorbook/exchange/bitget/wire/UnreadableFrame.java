package org.mirrorbook.exchange.bitget.wire;

/** A message or a row that must not be guessed at. Its text names fields and never quotes more than one short value. */
public final class UnreadableFrame extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableFrame(String what) {
        super(what, null, false, false);
    }
}
