package org.mirrorbook.mirror.lane;

/** The lane that was given something to do has ended without doing it. */
public final class LaneEnded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LaneEnded() {
        super("the lane has ended");
    }
}
