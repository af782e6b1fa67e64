package org.mirrorbook.ui.preferences;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.preference.PreferencePage;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.IWorkbenchPreferencePage;
import org.mirrorbook.ui.Surroundings;
import org.mirrorbook.ui.look.Appearance;
import org.mirrorbook.ui.model.Cell;
import org.mirrorbook.ui.model.Figures;
import org.mirrorbook.ui.model.Shape;
import org.mirrorbook.ui.model.Tone;
import org.mirrorbook.ui.widgets.CellLine;
import org.mirrorbook.ui.widgets.Named;
import org.mirrorbook.ui.widgets.UiDoor;

/**
 * A page whose fields are kept in a job: closing does not wait for it. What came of it is said on the page, and in a dialog of its own when
 * it failed after the page was closed. UI thread only.
 */
abstract class SettingsPage extends PreferencePage implements IWorkbenchPreferencePage {

    private static final int WIDTH_OF_WORDS = 560;

    private final Surroundings surroundings = new Surroundings();
    private final Appearance appearance = new Appearance();
    private Runnable endOfLook = () -> {
    };
    private Composite page;
    private CellLine line;
    private UiDoor door;

    @Override
    public void init(IWorkbench workbench) {
        // nothing of it is needed
    }

    @Override
    protected final Control createContents(Composite parent) {
        page = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).spacing(12, 6).applyTo(page);
        door = new UiDoor(page);
        createFields(page);
        if (line == null) {
            createLine(page);
        }
        begin();
        endOfLook = appearance.subscribe(() -> door.enter(this::lookChanged));
        return page;
    }

    /** Makes the line in which the page says what came of it; at the foot of a page that does not put it elsewhere. */
    protected final void createLine(Composite parent) {
        var foot = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(foot);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).applyTo(foot);
        line = new CellLine(foot);
    }

    /** Makes the fields in a grid of two columns. */
    protected abstract void createFields(Composite page);

    /** Everything is made: services may be watched and asked. */
    protected abstract void begin();

    /** Figures look different from now on: those that the page shows are to be shown again. */
    protected void lookChanged() {
        // most pages have fields only, and these hold what is typed
    }

    /** The formatter as the user wants it now. */
    protected final Figures figures() {
        return appearance.newest();
    }

    /** What is wrong with the fields, as a sentence. */
    protected abstract Optional<String> problem();

    /** Whether there is something to keep. */
    protected abstract boolean isChanged();

    /** Begins to keep it and returns at once; what came of it is told by {@link #tell} and {@link #failed}. */
    protected abstract void keep();

    @Override
    public final boolean performOk() {
        if (page != null && problem().isEmpty() && isChanged()) {
            tell(List.of(Cell.of(Messages.SettingsPage_keeping)));
            keep();
        }
        return problem().isEmpty();
    }

    /** A field was changed. */
    protected final void follow() {
        var problem = page == null ? Optional.<String>empty() : problem();
        setErrorMessage(problem.orElse(null));
        setValid(problem.isEmpty());
    }

    protected final Surroundings surroundings() {
        return surroundings;
    }

    protected final UiDoor door() {
        return door;
    }

    /** Says something in the line of the page. */
    protected final void tell(List<Cell> words) {
        line.show(List.of(words));
    }

    /** It is kept. Any thread. */
    protected final void kept(Runnable then) {
        door.enter(then);
    }

    /** It is not kept. Any thread. */
    protected final void failed(String sentence) {
        Display.getDefault().asyncExec(() -> {
            if (page.isDisposed()) {
                MessageDialog.openError(Display.getDefault().getActiveShell(), Messages.SettingsPage_notKept, sentence);
            } else {
                tell(List.of(Cell.of(sentence).with(Shape.ALERT).in(Tone.ERROR)));
            }
        });
    }

    /** Words over the whole width. */
    protected static Label words(Composite page, String text) {
        var label = new Label(page, SWT.WRAP);
        label.setText(text);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(WIDTH_OF_WORDS, SWT.DEFAULT).applyTo(label);
        return label;
    }

    /** Begins another subject. */
    protected static void title(Composite page, String text) {
        var label = new Label(page, SWT.NONE);
        label.setText(text);
        label.setFont(JFaceResources.getFontRegistry().getBold(JFaceResources.DIALOG_FONT));
        GridDataFactory.fillDefaults().span(2, 1).indent(0, 6).applyTo(label);
    }

    /** A field with its name. */
    protected final Text field(Composite page, String name, int style, int width) {
        new Label(page, SWT.NONE).setText(name);
        var text = Named.as(name.replace("&", "").replace(":", ""), new Text(page, SWT.BORDER | style));
        GridDataFactory.swtDefaults().hint(width, SWT.DEFAULT).applyTo(text);
        text.addModifyListener(event -> follow());
        return text;
    }

    @Override
    public void dispose() {
        endOfLook.run();
        surroundings.close();
        super.dispose();
    }
}
