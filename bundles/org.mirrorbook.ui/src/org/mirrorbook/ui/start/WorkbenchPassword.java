package org.mirrorbook.ui.start;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.jface.window.Window;
import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.ui.PlatformUI;
import org.mirrorbook.credentials.MasterPassword;
import org.osgi.service.component.annotations.Component;

/** Asks for the vault's master password in a dialog. The asking thread waits for the user; it is never the UI thread's own. */
@Component(service = {MasterPassword.class, WorkbenchPassword.class}, enabled = false)
public final class WorkbenchPassword implements MasterPassword {

    @Override
    public Optional<char[]> ask(boolean first) {
        var answer = new AtomicReference<Optional<char[]>>(Optional.empty());
        try {
            var display = PlatformUI.getWorkbench().getDisplay();
            display.syncExec(() -> {
                var dialog = new PasswordDialog(display.getActiveShell(), first);
                if (dialog.open() == Window.OK) {
                    answer.set(Optional.of(dialog.takePassword()));
                }
            });
        } catch (SWTException e) {
            // the workbench is going down: nobody is there to answer
            if (e.code != SWT.ERROR_DEVICE_DISPOSED) {
                throw e;
            }
        }
        return answer.get();
    }
}
