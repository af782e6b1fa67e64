package org.mirrorbook.runtime;

/**
 * This process stays in its home until it is told to leave, as the workbench and a headless mirror do, so commands of other processes may
 * be answered from here. An OSGi service from {@link HomeDoor#stay} on; it goes before the {@link Home} does.
 */
public interface Residence {

    /** Where it stays. */
    Home home();
}
