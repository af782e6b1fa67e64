package org.mirrorbook.cli;

/** How an event is written in one line. */
@FunctionalInterface
interface EventLine {

    String of(MirrorEvent event);
}
