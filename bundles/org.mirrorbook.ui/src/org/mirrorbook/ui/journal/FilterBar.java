package org.mirrorbook.ui.journal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.jface.action.IAction;
import org.eclipse.jface.action.IMenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.dialogs.InputDialog;
import org.eclipse.jface.fieldassist.ControlDecoration;
import org.eclipse.jface.fieldassist.FieldDecorationRegistry;
import org.eclipse.jface.window.Window;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Layout;
import org.eclipse.swt.widgets.Text;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;
import org.mirrorbook.ui.journal.FilterMenus.Offer;
import org.mirrorbook.ui.model.journal.FilterChoice;
import org.mirrorbook.ui.model.journal.FilterWords;
import org.mirrorbook.ui.widgets.Icons;
import org.mirrorbook.ui.widgets.Look;
import org.mirrorbook.ui.widgets.Palette;

/**
 * The bar above the Journal: text, saved filters, and what can be chosen without typing. Longer than most classes, for its parts share one
 * choice and one line of room. UI thread only.
 */
final class FilterBar extends Composite {

    /** What is typed counts after so many milliseconds without a key. */
    private static final int TYPING = 250;
    private static final int HEIGHT = 36;
    private static final int FIELD = 24;
    private static final int MARGIN = 8;
    private static final int LEAST_TEXT = 150;
    private static final int GAP = 6;
    private static final int BETWEEN_PARTS = 14;

    private final SavedFilters saved = new SavedFilters();
    private final Consumer<FilterChoice> changed;
    private final Icons icons;
    private final Text text;
    private final ControlDecoration warning;
    private final DropDown savedButton;
    private final ToolItem star;
    private final ToolItem clear;
    private final ToolBar starBar;
    private final ToolBar clearBar;
    private final List<DropDown> choices;
    private final Runnable typed = this::typed;
    private Supplier<Offer> offer = () -> new Offer(Map.of(), List.of(), List.of());
    private FilterChoice choice = FilterChoice.NONE;
    private Runnable leave = () -> {
    };

    /** @param changed gets each new choice */
    FilterBar(Composite parent, Palette palette, Consumer<FilterChoice> changed) {
        super(parent, SWT.NONE);
        this.changed = changed;
        icons = new Icons(this);
        Look.CARD.on(this);
        text = new Text(this, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        text.setMessage(Messages.Filter_message);
        text.setToolTipText(Messages.Filter_tip);
        text.getAccessible().addAccessibleListener(AccessibleListener.getNameAdapter(event -> event.result = Messages.Filter_name));
        text.addListener(SWT.Modify, event -> getDisplay().timerExec(TYPING, typed));
        text.addListener(SWT.DefaultSelection, event -> typed());
        text.addListener(SWT.KeyDown, this::key);
        warning = new ControlDecoration(text, SWT.RIGHT | SWT.TOP);
        warning.setImage(FieldDecorationRegistry.getDefault().getFieldDecoration(FieldDecorationRegistry.DEC_WARNING).getImage());
        warning.hide();
        savedButton = new DropDown(this, palette, this::savedMenu);
        starBar = bar();
        star = item(starBar, "star", Messages.Filter_save, this::saveOrRemove);
        var menus = new FilterMenus(() -> choice, this::choose, () -> offer.get(), this::askForRanges);
        choices = List.of(new DropDown(this, palette, menus::statuses), new DropDown(this, palette, menus::sides),
                new DropDown(this, palette, menus::accounts), new DropDown(this, palette, menus::dates),
                new DropDown(this, palette, menus::more));
        clearBar = bar();
        clear = item(clearBar, "close", Messages.Filter_clear, this::clear);
        setLayout(new InARow());
        say();
        addPaintListener(event -> {
            int x = choices.getFirst().getLocation().x - BETWEEN_PARTS / 2 - 1;
            event.gc.setForeground(palette.line());
            event.gc.drawLine(x, MARGIN + 4, x, HEIGHT - MARGIN - 4);
            event.gc.setForeground(palette.line2());
            event.gc.drawLine(0, getSize().y - 1, getSize().x, getSize().y - 1);
        });
    }

    private ToolBar bar() {
        return Look.CARD.on(new ToolBar(this, SWT.FLAT));
    }

    private ToolItem item(ToolBar bar, String icon, String tip, Runnable does) {
        var item = new ToolItem(bar, SWT.PUSH);
        icons.show(item, ToolItem::setImage, icon);
        item.setToolTipText(tip);
        item.addListener(SWT.Selection, event -> does.run());
        return item;
    }

    /** @param offer what may be chosen from, asked each time a menu opens */
    void offer(Supplier<Offer> offer) {
        this.offer = offer;
        say();
    }

    /** @param leave goes to the table */
    void leaveTo(Runnable leave) {
        this.leave = leave;
    }

    FilterChoice choice() {
        return choice;
    }

    /** Takes a choice over and tells it. */
    void choose(FilterChoice next) {
        if (!next.equals(choice)) {
            choice = next;
            if (!text.getText().equals(next.text())) {
                text.setText(next.text());
            }
            say();
            changed.accept(next);
        }
    }

    void clear() {
        choose(FilterChoice.NONE);
    }

    /** @param sentence on what was not understood of the text; empty for nothing */
    void warn(String sentence) {
        warning.setDescriptionText(sentence);
        text.setToolTipText(sentence.isEmpty() ? Messages.Filter_tip : sentence);
        if (sentence.isEmpty()) {
            warning.hide();
        } else {
            warning.show();
        }
    }

    @Override
    public boolean setFocus() {
        text.selectAll();
        return text.setFocus();
    }

    private void typed() {
        if (!isDisposed()) {
            choose(choice.withText(text.getText()));
        }
    }

    private void key(Event event) {
        if (event.keyCode == SWT.ESC) {
            event.doit = false;
            if (text.getText().isEmpty()) {
                clear();
                leave.run();
            } else {
                choose(choice.withText(""));
                text.setText("");
            }
        } else if (event.keyCode == SWT.ARROW_DOWN) {
            event.doit = false;
            typed();
            leave.run();
        }
    }

    private void say() {
        var name = saved.nameOf(choice);
        savedButton.say(FilterWords.saved(name.orElse("")));
        icons.show(star, ToolItem::setImage, name.isPresent() ? "star_filled" : "star");
        star.setToolTipText(name.filter(saved::isRemovable).map(known -> NLS.bind(Messages.Filter_unsave, known))
                .orElse(Messages.Filter_save));
        star.setEnabled(!choice.isNone() && name.map(saved::isRemovable).orElse(true));
        clear.setEnabled(!choice.isNone());
        choices.get(0).say(FilterWords.statuses(choice.statuses()));
        choices.get(1).say(FilterWords.side(choice));
        choices.get(2).say(FilterWords.accounts(choice.accounts(), offer.get().labels()));
        choices.get(3).say(FilterWords.dates(choice.dates()));
        choices.get(4).say(FilterWords.more(choice.more()));
        layout();
        redraw();
    }

    private void savedMenu(IMenuManager menu) {
        var name = saved.nameOf(choice);
        menu.add(FilterMenus.action(Messages.Filter_none, IAction.AS_RADIO_BUTTON, choice.isNone(), this::clear));
        menu.add(new Separator());
        saved.all().forEach((known, filter) -> menu.add(FilterMenus.action(known, IAction.AS_RADIO_BUTTON, name.equals(Optional.of(known)),
                () -> choose(filter))));
        if (!choice.isNone() && name.isEmpty()) {
            menu.add(new Separator());
            menu.add(FilterMenus.action(Messages.Filter_saveAs, IAction.AS_PUSH_BUTTON, false, this::saveOrRemove));
        }
        name.filter(saved::isRemovable).ifPresent(known -> {
            menu.add(new Separator());
            menu.add(FilterMenus.action(NLS.bind(Messages.Filter_unsave, known), IAction.AS_PUSH_BUTTON, false, this::saveOrRemove));
        });
    }

    private void saveOrRemove() {
        var name = saved.nameOf(choice);
        if (name.isPresent()) {
            saved.remove(name.get());
        } else {
            var asked = new InputDialog(getShell(), Messages.Filter_saveTitle, Messages.Filter_saveWords, "",
                    typed -> typed.isBlank() ? Messages.Filter_saveEmpty
                            : !saved.isRemovable(typed.strip()) ? Messages.Filter_saveTaken : null);
            if (asked.open() == Window.OK) {
                saved.save(asked.getValue().strip(), choice);
            }
        }
        say();
    }

    private void askForRanges() {
        var asked = new RangesDialog(getShell(), choice.more().rMultiple(), choice.more().net());
        if (asked.open() == Window.OK) {
            choose(choice.with(choice.more().withRanges(asked.multiple(), asked.net())));
        }
    }

    /** The text takes what the rest leaves; where that is little, the buttons say what is chosen alone. */
    private final class InARow extends Layout {

        @Override
        protected Point computeSize(Composite bar, int widthHint, int heightHint, boolean flush) {
            return new Point(widthHint == SWT.DEFAULT ? LEAST_TEXT : widthHint, HEIGHT);
        }

        @Override
        protected void layout(Composite bar, boolean flush) {
            int room = bar.getClientArea().width - 2 * MARGIN;
            boolean shorten = width(false) + 2 * LEAST_TEXT > room;
            savedButton.shorten(false);
            choices.forEach(button -> button.shorten(shorten));
            int right = bar.getClientArea().width - MARGIN;
            int top = (HEIGHT - FIELD) / 2;
            var cross = clearBar.computeSize(SWT.DEFAULT, SWT.DEFAULT);
            clearBar.setBounds(right - cross.x, (HEIGHT - cross.y) / 2, cross.x, cross.y);
            right -= cross.x + GAP;
            for (var button : choices.reversed()) {
                int width = button.width(shorten);
                button.setBounds(right - width, top, width, FIELD);
                right -= width + GAP;
            }
            right -= BETWEEN_PARTS - GAP;
            var own = starBar.computeSize(SWT.DEFAULT, SWT.DEFAULT);
            starBar.setBounds(right - own.x, (HEIGHT - own.y) / 2, own.x, own.y);
            right -= own.x + GAP;
            int width = savedButton.width(false);
            savedButton.setBounds(right - width, top, width, FIELD);
            right -= width + GAP;
            // the warning stands behind the text
            text.setBounds(MARGIN, top, Math.max(60, right - MARGIN - GAP), FIELD);
        }

        private int width(boolean shorten) {
            return clearBar.computeSize(SWT.DEFAULT, SWT.DEFAULT).x + starBar.computeSize(SWT.DEFAULT, SWT.DEFAULT).x
                    + savedButton.width(false) + choices.stream().mapToInt(button -> button.width(shorten) + GAP).sum() + BETWEEN_PARTS
                    + 2 * GAP;
        }
    }
}
