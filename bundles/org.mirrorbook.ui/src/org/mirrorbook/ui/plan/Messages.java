package org.mirrorbook.ui.plan;

import org.eclipse.osgi.util.NLS;

/** The texts of this package, from messages.properties beside it. */
final class Messages extends NLS {

    public static String PlanDialog_stop;
    public static String PlanDialog_target;
    public static String PlanDialog_price;
    public static String PlanDialog_keep;
    public static String PlanDialog_takeAway;
    public static String PlanDialog_reading;
    public static String PlanDialog_read;
    public static String PlanDialog_gone;
    public static String PlanDialog_notOpen;

    static {
        NLS.initializeMessages("org.mirrorbook.ui.plan.messages", Messages.class);
    }

    private Messages() {
    }
}
