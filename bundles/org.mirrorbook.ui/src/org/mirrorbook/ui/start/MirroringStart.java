package org.mirrorbook.ui.start;

import org.eclipse.core.runtime.ILog;
import org.mirrorbook.mirror.AccountService;
import org.mirrorbook.ui.Errand;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** In a workbench the enabled accounts are mirrored as soon as they are known. */
@Component(service = MirroringStart.class, enabled = false, immediate = true)
public final class MirroringStart {

    private final Errand<Boolean> errand;

    @Activate
    public MirroringStart(@Reference AccountService accounts) {
        errand = new Errand<>(Messages.MirroringStart_job, () -> {
            accounts.mirrorEnabled();
            return true;
        }, started -> {
        }, sentence -> ILog.of(MirroringStart.class).error(sentence));
        errand.schedule();
    }

    @Deactivate
    void stop() {
        errand.cancel();
    }
}
