package org.mirrorbook.ui.widgets;

import java.util.function.Supplier;

import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Control;

/** Names of controls, for those who do not see them. UI thread only. */
public final class Named {

    private Named() {
    }

    /** The control, named for good. */
    public static <T extends Control> T as(String name, T control) {
        return by(() -> name, control);
    }

    /** The control, named by what it says at the time. */
    public static <T extends Control> T by(Supplier<String> name, T control) {
        control.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = name.get();
            }
        });
        return control;
    }
}
