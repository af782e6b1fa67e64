package org.mirrorbook.ui.status;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.ui.menus.WorkbenchWindowControlContribution;
import org.mirrorbook.ui.model.Cell;
import org.mirrorbook.ui.model.Shape;
import org.mirrorbook.ui.model.Tone;
import org.mirrorbook.ui.widgets.CellLink;
import org.mirrorbook.ui.widgets.TrimWidth;
import org.mirrorbook.ui.widgets.UiDoor;

/**
 * The oldest job that runs for longer than a moment, by its name, with a way to cancel it; how many others there are is in its tip. Jobs
 * that the workbench calls its own are not told. Created by the workbench.
 */
public final class Progress extends WorkbenchWindowControlContribution {

    /** What ends sooner is not worth a look. */
    private static final int MOMENT = 400;

    private final List<Job> running = new CopyOnWriteArrayList<>();
    private Composite place;
    private CellLink name;
    private UiDoor door;

    @Override
    protected Control createControl(Composite parent) {
        place = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(0, 0).spacing(0, 0).applyTo(place);
        door = new UiDoor(place);
        name = new CellLink(place, this::cancel);
        var listener = new JobChangeAdapter() {
            @Override
            public void running(IJobChangeEvent event) {
                if (!event.getJob().isSystem()) {
                    running.add(event.getJob());
                    later();
                }
            }

            @Override
            public void done(IJobChangeEvent event) {
                if (running.remove(event.getJob())) {
                    door.enter(Progress.this::show);
                }
            }
        };
        Job.getJobManager().addJobChangeListener(listener);
        place.addListener(SWT.Dispose, event -> Job.getJobManager().removeJobChangeListener(listener));
        show();
        return place;
    }

    private void later() {
        door.enter(() -> place.getDisplay().timerExec(MOMENT, () -> {
            if (!place.isDisposed()) {
                show();
            }
        }));
    }

    private Optional<Job> oldest() {
        return running.stream().findFirst();
    }

    private void show() {
        var job = oldest();
        name.show(job.map(now -> List.of(Cell.label(now.getName()), Cell.of(Messages.Progress_cancel).with(Shape.CROSS).in(Tone.TEXT2)))
                .orElse(List.of()), job.map(now -> running.size() > 1 ? NLS.bind(Messages.Progress_more, running.size() - 1)
                        : Messages.Progress_tip).orElse(""));
        name.setVisible(job.isPresent());
        TrimWidth.fit(place);
    }

    private void cancel() {
        oldest().ifPresent(Job::cancel);
    }
}
