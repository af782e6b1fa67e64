package org.mirrorbook.ui.trade;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.layout.GridLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.IMemento;
import org.eclipse.ui.forms.events.IExpansionListener;
import org.eclipse.ui.forms.widgets.ScrolledForm;
import org.eclipse.ui.forms.widgets.Section;
import org.mirrorbook.ui.model.Cell;
import org.mirrorbook.ui.model.Figures;
import org.mirrorbook.ui.model.Tone;
import org.mirrorbook.ui.model.trade.PathWords;
import org.mirrorbook.ui.model.trade.PnlPath;
import org.mirrorbook.ui.model.trade.TradeFacts;
import org.mirrorbook.ui.model.trade.TradeSteps;
import org.mirrorbook.ui.widgets.CellLabel;
import org.mirrorbook.ui.widgets.Look;
import org.mirrorbook.ui.widgets.NumberFonts;
import org.mirrorbook.ui.widgets.Palette;
import org.mirrorbook.ui.widgets.UiDoor;

/** The overview: sections below each other, in two columns where there is room. UI thread only. */
final class OverviewTab {

    private static final int SPACING = 8;
    private static final int TWO_COLUMNS = 820;
    private static final String CLOSED = "closed.";

    private final Palette palette = new Palette();
    private final ScrolledForm form;
    private final Font font;
    private final Font bold;
    private final Map<String, Section> sections = new TreeMap<>();
    private final PathChart chart;
    private final CellLabel feed;
    private final FactsGrid facts;
    private final Link allFacts;
    private final SectionTable executions;
    private final SectionTable protections;
    private final NotesPanel notes;
    private final CellLabel saving;
    private boolean all;
    private Runnable again = () -> {
    };

    OverviewTab(Composite parent, UiDoor door, NotesPanel.Desk desk) {
        form = Look.CARD.on(new ScrolledForm(parent, SWT.V_SCROLL));
        form.setExpandHorizontal(true);
        form.setExpandVertical(true);
        var resources = new LocalResourceManager(JFaceResources.getResources(), form);
        var fonts = new NumberFonts(form, resources);
        font = fonts.plain();
        bold = fonts.bold();
        var body = Look.CARD.on(form.getBody());
        Look.CARD.on(form.getForm());
        GridLayoutFactory.fillDefaults().margins(8, 4).spacing(16, SPACING).applyTo(body);
        var path = section("path", Messages.Section_path);
        feed = client(path, new CellLabel(path, true));
        chart = new PathChart(path);
        path.setClient(chart);
        var factsSection = section("facts", Messages.Section_facts);
        allFacts = client(factsSection, Look.CARD.on(new Link(factsSection, SWT.NONE)));
        allFacts.setFont(font);
        allFacts.addListener(SWT.Selection, event -> {
            all = !all;
            again.run();
        });
        facts = new FactsGrid(factsSection, font);
        factsSection.setClient(facts);
        executions = table("executions", Messages.Section_executions, Messages.Executions_none);
        protections = table("stops", Messages.Section_stops, Messages.Stops_none);
        var notesSection = section("notes", Messages.Section_notes);
        saving = client(notesSection, new CellLabel(notesSection, true));
        notes = new NotesPanel(notesSection, font, door, desk);
        notesSection.setClient(notes);
        form.addListener(SWT.Resize, event -> columns());
        body.addPaintListener(event -> between(event.gc));
    }

    ScrolledForm control() {
        return form;
    }

    NotesPanel notes() {
        return notes;
    }

    private Section section(String id, String words) {
        var section = Look.CARD_TEXT.on(new Section(form.getBody(), Section.TWISTIE | Section.EXPANDED | Section.NO_TITLE_FOCUS_BOX));
        section.setText(words);
        section.setFont(bold);
        section.clientVerticalSpacing = 2;
        section.marginHeight = 0;
        section.titleBarTextMarginWidth = 4;
        GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.BEGINNING).hint(100, SWT.DEFAULT).applyTo(section);
        section.addExpansionListener(IExpansionListener.expansionStateChangedAdapter(event -> form.reflow(true)));
        for (var title : section.getChildren()) {
            Look.CARD_TEXT.on(title);
        }
        sections.put(id, section);
        return section;
    }

    private static <T extends Control> T client(Section section, T control) {
        section.setTextClient(control);
        return control;
    }

    private SectionTable table(String id, String title, String none) {
        var section = section(id, title);
        var table = new SectionTable(section, title, none);
        section.setClient(table);
        return table;
    }

    void show(TradeSheet sheet, PnlPath path, Figures figures) {
        again = () -> show(sheet, path, figures);
        var trade = sheet.trade();
        var now = sheet.now();
        sections.get("path").setText(NLS.bind(Messages.Section_path, trade.slot().marginCoin()));
        chart.show(path, trade, figures);
        feed.show(Messages.Section_prices, PathWords.feed(path));
        var known = new TradeFacts(figures);
        var every = known.all(trade, now);
        allFacts.setText("<a>" + (all ? Messages.Facts_fewer : NLS.bind(Messages.Facts_all, every.size())) + "</a>");
        boolean reflow = facts.show(all ? every : known.main(trade, now));
        var steps = new TradeSteps(figures);
        var executed = steps.executions(trade, now);
        reflow |= executions.show(TradeSteps.columns(executed), executed);
        var protectedBy = steps.protections(trade, now);
        reflow |= protections.show(TradeSteps.protectionColumns(protectedBy), protectedBy);
        if (reflow) {
            form.reflow(true);
        }
    }

    void show(TradeSheet sheet, Annotated annotated) {
        notes.show(sheet, annotated);
    }

    /** Says how the saving of the notes stands. */
    void say(NotesPanel.State state, String words) {
        saving.show(Messages.Section_notes, switch (state) {
            case CLEAN -> Cell.label("");
            case DIRTY -> Cell.label(Messages.Notes_unsaved);
            case SAVED -> Cell.label(words);
            case FAILED -> Cell.of(Messages.Notes_failed).in(Tone.ERROR).tip(words);
        });
        sections.get("notes").layout(true);
    }

    void reflow() {
        form.reflow(true);
    }

    /** Brings the notes into sight. */
    void reveal(Consumer<NotesPanel> then) {
        var section = sections.get("notes");
        section.setExpanded(true);
        form.reflow(true);
        form.setOrigin(0, section.getLocation().y);
        then.accept(notes);
    }

    void colour() {
        chart.colour();
    }

    /** A thin line above each section but the first. */
    private void between(GC gc) {
        gc.setForeground(palette.line());
        for (var section : form.getBody().getChildren()) {
            var place = section.getBounds();
            if (place.y > 2 * SPACING) {
                gc.drawLine(place.x, place.y - SPACING / 2, place.x + place.width, place.y - SPACING / 2);
            }
        }
    }

    private void columns() {
        var layout = (GridLayout) form.getBody().getLayout();
        int wanted = form.getClientArea().width >= TWO_COLUMNS ? 2 : 1;
        if (layout.numColumns != wanted) {
            layout.numColumns = wanted;
            ((GridData) sections.get("notes").getLayoutData()).horizontalSpan = 1;
            form.reflow(true);
        }
    }

    void keep(IMemento memento) {
        sections.forEach((id, section) -> memento.putBoolean(CLOSED + id, !section.isExpanded()));
        memento.putBoolean("allFacts", all);
    }

    void restore(IMemento memento) {
        sections.forEach((id, section) -> section.setExpanded(!Boolean.TRUE.equals(memento.getBoolean(CLOSED + id))));
        all = Boolean.TRUE.equals(memento.getBoolean("allFacts"));
    }
}
