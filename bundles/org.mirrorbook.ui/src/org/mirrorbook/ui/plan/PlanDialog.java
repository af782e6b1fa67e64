package org.mirrorbook.ui.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.domain.journal.TradeId;
import org.mirrorbook.domain.risk.ProtectionKind;
import org.mirrorbook.journal.JournalReader;
import org.mirrorbook.mirror.TradeDesk;
import org.mirrorbook.ui.Errand;
import org.mirrorbook.ui.Surroundings;
import org.mirrorbook.ui.Watched;
import org.mirrorbook.ui.look.Appearance;
import org.mirrorbook.ui.model.PlanForm;
import org.mirrorbook.ui.widgets.CellLine;
import org.mirrorbook.ui.widgets.UiDoor;

/** The planned stop or target of a trade: a price, or taken away. The trade is read, and the plan kept, in a job. UI thread only. */
final class PlanDialog extends TitleAreaDialog {

    private static final int TAKE_AWAY_ID = IDialogConstants.CLIENT_ID + 1;
    private static final int WIDTH = 520;

    private final TradeId id;
    private final ProtectionKind kind;
    private final Appearance appearance = new Appearance();
    private final Watched<JournalReader> reader;
    private final Watched<TradeDesk> desk;
    private Text price;
    private CellLine meaning;
    private UiDoor door;
    private Optional<Trade> trade = Optional.empty();
    private boolean busy;

    /** @param surroundings live as long as the dialog */
    PlanDialog(Shell parent, Surroundings surroundings, TradeId id, ProtectionKind kind) {
        super(parent);
        this.id = id;
        this.kind = kind;
        this.reader = surroundings.watch(JournalReader.class, () -> {
        });
        this.desk = surroundings.watch(TradeDesk.class, () -> {
        });
    }

    @Override
    protected void configureShell(Shell shell) {
        super.configureShell(shell);
        shell.setText(name());
    }

    @Override
    protected Control createDialogArea(Composite parent) {
        var area = new Composite((Composite) super.createDialogArea(parent), SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(16, 16).spacing(12, 10).applyTo(area);
        GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, SWT.DEFAULT).applyTo(area);
        new Label(area, SWT.NONE).setText(Messages.PlanDialog_price);
        price = new Text(area, SWT.BORDER);
        GridDataFactory.swtDefaults().hint(160, SWT.DEFAULT).applyTo(price);
        price.addModifyListener(event -> follow());
        var line = new Composite(area, SWT.NONE);
        GridLayoutFactory.fillDefaults().applyTo(line);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, false).hint(SWT.DEFAULT, 24).applyTo(line);
        meaning = new CellLine(line);
        door = new UiDoor(area);
        setTitle(name());
        setMessage(Messages.PlanDialog_reading);
        return area;
    }

    @Override
    protected void createButtonsForButtonBar(Composite parent) {
        createButton(parent, TAKE_AWAY_ID, Messages.PlanDialog_takeAway, false);
        createButton(parent, IDialogConstants.OK_ID, Messages.PlanDialog_keep, true);
        createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
        busy(true);
        read();
    }

    @Override
    protected void buttonPressed(int button) {
        if (button == TAKE_AWAY_ID) {
            keep(Optional.empty());
        } else {
            super.buttonPressed(button);
        }
    }

    @Override
    protected void okPressed() {
        trade.map(this::form).flatMap(PlanForm::price).ifPresent(wanted -> keep(Optional.of(wanted)));
    }

    private void read() {
        reader.now().ifPresentOrElse(now -> new Errand<>(Messages.PlanDialog_read, () -> now.trade(id),
                found -> door.enter(() -> found.ifPresentOrElse(this::show, () -> fail(Messages.PlanDialog_gone))),
                sentence -> door.enter(() -> fail(sentence))).schedule(), () -> fail(Messages.PlanDialog_notOpen));
    }

    private void show(Trade found) {
        trade = Optional.of(found);
        busy(false);
        price.setText(PlanForm.planned(found, kind).map(BigDecimal::toPlainString).orElse(""));
        price.selectAll();
        price.setFocus();
        follow();
    }

    private void keep(Optional<BigDecimal> wanted) {
        desk.now().ifPresentOrElse(now -> {
            busy(true);
            Errand.waiting(name(), () -> now.plan(id, kind, wanted),
                    done -> door.enter(super::okPressed), sentence -> door.enter(() -> {
                        busy(false);
                        fail(sentence);
                    })).schedule();
        }, () -> fail(Messages.PlanDialog_notOpen));
    }

    private void fail(String sentence) {
        setMessage(sentence, IMessageProvider.ERROR);
    }

    private void follow() {
        trade.map(this::form).ifPresent(form -> {
            var figures = appearance.newest();
            meaning.show(form.price().isEmpty() ? List.of() : List.of(List.of(form.meaning(figures))));
            form.problem().ifPresentOrElse(this::fail, () -> setMessage(form.facts(figures)));
            enable();
        });
    }

    private PlanForm form(Trade known) {
        return new PlanForm(known, kind, price.getText());
    }

    private void busy(boolean busy) {
        this.busy = busy;
        price.setEnabled(!busy);
        enable();
    }

    private void enable() {
        boolean ready = !busy && trade.isPresent();
        getButton(IDialogConstants.OK_ID).setEnabled(ready && trade.map(this::form).flatMap(PlanForm::price).isPresent());
        getButton(TAKE_AWAY_ID).setEnabled(ready && trade.flatMap(known -> PlanForm.planned(known, kind)).isPresent());
    }

    private String name() {
        return kind == ProtectionKind.STOP_LOSS ? Messages.PlanDialog_stop : Messages.PlanDialog_target;
    }
}
