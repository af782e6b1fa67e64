package org.mirrorbook.mirror.component;

/**
 * This run of the product. Mirror configurations name the run that made them, so that those of an earlier run, which the configuration
 * store keeps, can never be satisfied. A service with the property {@value #ID}.
 *
 * @param id random
 */
public record MirrorRun(String id) {

    /** Service property: the id. */
    public static final String ID = "run.id";
}
