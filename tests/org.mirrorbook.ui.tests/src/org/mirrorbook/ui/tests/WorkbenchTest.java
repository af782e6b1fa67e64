package org.mirrorbook.ui.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.Test;

class WorkbenchTest {
    @Test
    void theProductOpensItsOwnPerspectiveWhileTestsRunBesideTheUiThread() {
        var perspective = new AtomicReference<String>();

        PlatformUI.getWorkbench().getDisplay().syncExec(
                () -> perspective.set(PlatformUI.getWorkbench().getActiveWorkbenchWindow().getActivePage().getPerspective().getId()));

        assertThat(Display.getCurrent()).isNull();
        assertThat(perspective).hasValue("org.mirrorbook.ui.live");
    }
}
