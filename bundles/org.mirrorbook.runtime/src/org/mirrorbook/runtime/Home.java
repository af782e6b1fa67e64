package org.mirrorbook.runtime;

import java.nio.file.Path;

/**
 * The data folder that this process owns. An OSGi service from {@link HomeDoor#open} until it is closed; everything that writes needs it.
 */
public interface Home {

    /** Absolute, existing, writable, and locked by this process. */
    Path folder();
}
