package org.mirrorbook.cli;

/** How a command ends; documented API. */
interface ExitCode {

    int DONE = 0;
    /** It could not be done: key refused, unreachable, label taken, journal not readable. */
    int FAILED = 1;
    /** It was not asked rightly: unknown command, option or label. */
    int USAGE = 2;
    /** The journal and the exchange's books differ. */
    int DIFFERENT = 3;
    /** The journal is open in another instance, which does not answer. */
    int IN_USE = 4;
}
