package org.mirrorbook.ui.trade;

import java.util.List;
import java.util.Optional;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CTabFolder;
import org.eclipse.swt.custom.CTabItem;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IMemento;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.ui.Surroundings;
import org.mirrorbook.ui.evidence.EvidencePanel;
import org.mirrorbook.ui.model.Figures;
import org.mirrorbook.ui.model.trade.FundingPoint;
import org.mirrorbook.ui.model.trade.MarkPoint;
import org.mirrorbook.ui.model.trade.PnlPath;
import org.mirrorbook.ui.model.trade.TradeHead;
import org.mirrorbook.ui.widgets.Look;
import org.mirrorbook.ui.widgets.NumberFonts;
import org.mirrorbook.ui.widgets.UiDoor;

/** The widgets of the Trade view: head, and the tabs Overview, Evidence and Pictures. UI thread only. */
final class TradeContent extends Composite {

    private static final int TAB_HEIGHT = 24;

    private final TradeHeader header;
    private final CTabFolder folder;
    private final CTabItem overviewItem;
    private final CTabItem evidenceItem;
    private final CTabItem picturesItem;
    private final OverviewTab overview;
    private final EvidencePanel evidence;
    private final PicturesTab pictures;
    private Optional<TradeId> evident = Optional.empty();
    private Figures figures;

    TradeContent(Composite parent, Surroundings surroundings, UiDoor door, NotesPanel.Desk notes, PicturesTab.Desk pictureDesk) {
        super(parent, SWT.NONE);
        Look.CARD.on(this);
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(this);
        header = new TradeHeader(this);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(header);
        folder = Look.TABS.on(new CTabFolder(this, SWT.FLAT | SWT.TOP));
        folder.setFont(new NumberFonts(folder, new LocalResourceManager(JFaceResources.getResources(), folder)).plain());
        folder.setTabHeight(TAB_HEIGHT);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(folder);
        overview = new OverviewTab(folder, door, notes);
        evidence = new EvidencePanel(folder, surroundings, door);
        pictures = new PicturesTab(folder, door, pictureDesk);
        overviewItem = item(Messages.Tab_overview, overview.control());
        evidenceItem = item(Messages.Tab_evidence, evidence.control());
        picturesItem = item(Messages.Tab_pictures, pictures.control());
        evidence.counted(count -> evidenceItem.setText(count == 0 ? Messages.Tab_evidence
                : NLS.bind(Messages.Tab_evidence_count, figures.count(count))));
        folder.setSelection(overviewItem);
        List.of(header, overview.control(), pictures.control()).forEach(pictures::accept);
    }

    private CTabItem item(String title, Control control) {
        var item = new CTabItem(folder, SWT.NONE);
        item.setText(title);
        item.setControl(control);
        return item;
    }

    void show(TradeSheet sheet, List<MarkPoint> marks, List<FundingPoint> fundings, Figures figures) {
        this.figures = figures;
        header.show(TradeHead.of(sheet.trade(), sheet.label(), sheet.link(), figures, sheet.now()));
        overview.show(sheet, PnlPath.of(sheet.trade(), marks, fundings, sheet.now()), figures);
        if (evident.filter(sheet.id()::equals).isEmpty()) {
            evident = Optional.of(sheet.id());
            evidence.show(evident);
        }
    }

    void show(TradeSheet sheet, Annotated annotated) {
        overview.show(sheet, annotated);
        pictures.show(annotated.attachments());
        int count = annotated.attachments().size();
        picturesItem.setText(count == 0 ? Messages.Tab_pictures : NLS.bind(Messages.Tab_pictures_count, count));
    }

    OverviewTab overview() {
        return overview;
    }

    PicturesTab pictures() {
        return pictures;
    }

    void editNote() {
        folder.setSelection(overviewItem);
        overview.reveal(NotesPanel::editText);
    }

    void editTags() {
        folder.setSelection(overviewItem);
        overview.reveal(NotesPanel::editTags);
    }

    void editSetup() {
        folder.setSelection(overviewItem);
        overview.reveal(NotesPanel::editSetup);
    }

    void showPictures() {
        folder.setSelection(picturesItem);
    }

    boolean canFilter() {
        return evidence.canFilter();
    }

    void focusFilter() {
        evidence.focusFilter();
    }

    /** A picture that was copied goes to the trade, a text into the field that has the focus. */
    void paste() {
        if (pictures.paste()) {
            return;
        }
        switch (getDisplay().getFocusControl()) {
            case Text text -> text.paste();
            case StyledText text -> text.paste();
            case null, default -> pictures.say(Messages.Pictures_nothingCopied);
        }
    }

    @Override
    public boolean setFocus() {
        // a field that a command opened keeps the keyboard, though the view is made active only after it
        return isTypedInto() || folder.setFocus();
    }

    private boolean isTypedInto() {
        Control focus = getDisplay().getFocusControl();
        boolean text = focus instanceof Text;
        while (focus != null && focus != this) {
            focus = focus.getParent();
        }
        return text && focus == this;
    }

    void keep(IMemento memento) {
        memento.putInteger("tab", folder.getSelectionIndex());
        overview.keep(memento);
    }

    void restore(IMemento memento) {
        var tab = memento.getInteger("tab");
        if (tab != null && tab >= 0 && tab < folder.getItemCount()) {
            folder.setSelection(tab);
        }
        overview.restore(memento);
    }
}
