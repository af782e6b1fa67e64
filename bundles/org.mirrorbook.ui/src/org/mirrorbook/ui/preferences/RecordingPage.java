package org.mirrorbook.ui.preferences;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Spinner;
import org.eclipse.swt.widgets.Text;
import org.mirrorbook.mirror.AccountService;
import org.mirrorbook.runtime.Home;
import org.mirrorbook.runtime.Settings;
import org.mirrorbook.ui.Errand;
import org.mirrorbook.ui.Watched;
import org.mirrorbook.ui.model.Cell;
import org.mirrorbook.ui.model.RecordingRow;
import org.mirrorbook.ui.model.Shape;
import org.mirrorbook.ui.model.Tone;
import org.mirrorbook.ui.widgets.CellTable;
import org.mirrorbook.ui.widgets.Named;

/** How much of the recordings is kept, where they lie and what they hold. UI thread only. */
public final class RecordingPage extends SettingsPage {

    private static final String MEGABYTES = "recording.megabytes";
    private static final String DAYS = "recording.days";
    private static final int USUAL_MEGABYTES = 512;
    private static final int MOST_MEGABYTES = 1_048_576;
    private static final int MOST_DAYS = 36_500;
    private static final int ROW_HEIGHT = 24;
    private static final int HEIGHT = 170;
    private static final int WIDTH_OF_NUMBER = 60;

    private Spinner megabytes;
    private Spinner days;
    private Text folder;
    private TableViewer held;
    private Watched<Settings> settings;
    private Watched<Home> home;
    private Watched<AccountService> accounts;
    private Watched<Clock> clock;
    /** As they are kept; absent until they were read. */
    private Optional<Limits> known = Optional.empty();

    private record Limits(int megabytes, int days) {

        static Limits of(Settings settings) {
            return new Limits(number(settings.get(MEGABYTES), USUAL_MEGABYTES, MOST_MEGABYTES), number(settings.get(DAYS), 0, MOST_DAYS));
        }

        /** What is no number counts as not set, as it does where recordings are kept. */
        private static int number(Optional<String> kept, int usual, int most) {
            return kept.filter(text -> text.strip().matches("\\d{1,9}")).map(text -> Integer.parseInt(text.strip()))
                    .map(number -> Math.min(number, most)).orElse(usual);
        }
    }

    @Override
    protected void createFields(Composite page) {
        words(page, Messages.RecordingPage_words);
        megabytes = limit(page, Messages.RecordingPage_megabytes, Messages.RecordingPage_megabytes_unit, MOST_MEGABYTES);
        days = limit(page, Messages.RecordingPage_days, Messages.RecordingPage_days_unit, MOST_DAYS);
        new Label(page, SWT.NONE).setText(Messages.RecordingPage_folder);
        folder = new Text(page, SWT.READ_ONLY | SWT.BORDER);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(folder);
        var grid = new Composite(page, SWT.NONE);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(SWT.DEFAULT, HEIGHT).applyTo(grid);
        held = new TableViewer(grid, SWT.BORDER | SWT.FULL_SELECTION | SWT.V_SCROLL);
        Named.as(Messages.RecordingPage_held, held.getTable());
        new CellTable(grid, held, RecordingRow.columns(), ROW_HEIGHT);
        held.setContentProvider(ArrayContentProvider.getInstance());
    }

    private Spinner limit(Composite page, String name, String unit, int most) {
        new Label(page, SWT.NONE).setText(name);
        var line = new Composite(page, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(8, 0).applyTo(line);
        var spinner = new Spinner(line, SWT.BORDER);
        spinner.setValues(0, 0, most, 0, 1, 10);
        spinner.setEnabled(false);
        GridDataFactory.swtDefaults().hint(WIDTH_OF_NUMBER, SWT.DEFAULT).applyTo(spinner);
        new Label(line, SWT.NONE).setText(unit);
        return spinner;
    }

    @Override
    protected void begin() {
        settings = surroundings().watch(Settings.class, () -> door().enter(this::read));
        home = surroundings().watch(Home.class, () -> door().enter(this::measure));
        accounts = surroundings().watch(AccountService.class, () -> door().enter(this::measure));
        clock = surroundings().watch(Clock.class, () -> door().enter(this::measure));
    }

    private void read() {
        if (known.isEmpty()) {
            settings.now().ifPresent(from -> new Errand<>(Messages.RecordingPage_read, () -> Limits.of(from),
                    read -> door().enter(() -> show(read)), this::failed).schedule());
        }
    }

    private void show(Limits limits) {
        known = Optional.of(limits);
        List.of(megabytes, days).forEach(spinner -> spinner.setEnabled(true));
        megabytes.setSelection(limits.megabytes());
        days.setSelection(limits.days());
    }

    private void measure() {
        if (home == null || accounts == null || clock == null || home.now().isEmpty() || accounts.now().isEmpty()
                || clock.now().isEmpty()) {
            return;
        }
        Path recordings = home.now().get().folder().resolve("recordings");
        folder.setText(recordings.toString());
        var holdings = new RecordingHoldings(recordings, accounts.now().get(), clock.now().get(), figures());
        new Errand<>(Messages.RecordingPage_measure, holdings::rows, rows -> door().enter(() -> held.setInput(rows)), this::failed)
                .schedule();
    }

    @Override
    protected void lookChanged() {
        measure();
    }

    @Override
    protected Optional<String> problem() {
        return Optional.empty();
    }

    @Override
    protected boolean isChanged() {
        return known.filter(kept -> !kept.equals(wanted())).isPresent();
    }

    private Limits wanted() {
        return new Limits(megabytes.getSelection(), days.getSelection());
    }

    @Override
    protected void keep() {
        var wanted = wanted();
        settings.now().ifPresentOrElse(into -> new Errand<>(Messages.RecordingPage_keep, () -> {
            into.put(MEGABYTES, Optional.of(Integer.toString(wanted.megabytes())));
            into.put(DAYS, Optional.of(Integer.toString(wanted.days())));
            return wanted;
        }, limits -> kept(() -> {
            show(limits);
            tell(List.of(Cell.of(Messages.RecordingPage_kept).with(Shape.CHECK).in(Tone.LIVE)));
        }), this::failed).schedule(), () -> failed(Messages.SettingsPage_notOpen));
    }

    @Override
    protected void performDefaults() {
        if (known.isPresent()) {
            megabytes.setSelection(USUAL_MEGABYTES);
            days.setSelection(0);
        }
        super.performDefaults();
    }
}
