package org.mirrorbook.exchange.practice.scenario;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** The steps that are still to come, by their time. Has no clock; not safe for use from several threads. */
public final class Timetable {

    private final Deque<Step> toCome;
    private final long start;

    /**
     * @param start what the times of the steps are counted from, in ms since 1970
     */
    public Timetable(List<Step> steps, long start) {
        this.toCome = new ArrayDeque<>(steps.stream().sorted(Comparator.comparing(Step::at)).toList());
        this.start = start;
    }

    /** The steps whose time has come, each given out once. */
    public List<Step> due(long now) {
        List<Step> due = new ArrayList<>();
        while (!toCome.isEmpty() && start + toCome.peekFirst().at().toMillis() <= now) {
            due.add(toCome.removeFirst());
        }
        return due;
    }
}
