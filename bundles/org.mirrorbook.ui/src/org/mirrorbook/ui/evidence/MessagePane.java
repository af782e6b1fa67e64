package org.mirrorbook.ui.evidence;

import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.FontDescriptor;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.util.IPropertyChangeListener;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Link;
import org.eclipse.ui.PlatformUI;
import org.mirrorbook.domain.journal.Trade;
import org.mirrorbook.ui.model.Figures;
import org.mirrorbook.ui.model.Tone;
import org.mirrorbook.ui.model.evidence.MessageText;
import org.mirrorbook.ui.model.evidence.MessageView;
import org.mirrorbook.ui.model.evidence.Step;
import org.mirrorbook.ui.widgets.Look;
import org.mirrorbook.ui.widgets.Named;
import org.mirrorbook.ui.widgets.Palette;

/** A message as it was received, laid out; the figures that the journal took from it are marked. UI thread only. */
final class MessagePane {

    /** Gets the text of a message that is not at hand; what it is given may be called at any time later, on the UI thread. */
    interface Texts {
        void read(Step step, Consumer<String> then);
    }

    private final Palette palette = new Palette();
    private final Composite content;
    private final PaneHead head;
    private final StyledText text;
    private final Texts texts;
    private String received = "";
    private MessageText shown = MessageText.plain("");
    private Optional<Step> current = Optional.empty();

    MessagePane(Composite parent, Texts texts) {
        this.texts = texts;
        content = Look.BASE.on(new Composite(parent, SWT.NONE));
        GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(content);
        head = new PaneHead(content);
        Link copy = head.link(Messages.Message_copy, this::copy);
        copy.setToolTipText(Messages.Message_copy_tip);
        text = Look.TEXT.on(new StyledText(content, SWT.MULTI | SWT.V_SCROLL | SWT.H_SCROLL));
        // the style READ_ONLY would get another ground from the style sheets of the workbench
        text.setEditable(false);
        text.setCaret(null);
        text.setMargins(8, 4, 8, 4);
        var resources = new LocalResourceManager(JFaceResources.getResources(), text);
        text.setFont(resources.create(FontDescriptor.createFrom(JFaceResources.getTextFont()).setHeight(heightOfText())));
        Named.by(head::text, text);
        text.setAlwaysShowScrollBars(false);
        followTheme();
        GridDataFactory.fillDefaults().grab(true, true).applyTo(text);
    }

    /** Marks keep the colours that they were made with. */
    private void followTheme() {
        var themes = PlatformUI.getWorkbench().getThemeManager();
        IPropertyChangeListener changed = event -> {
            if (!text.isDisposed()) {
                style();
            }
        };
        themes.addPropertyChangeListener(changed);
        text.addListener(SWT.Dispose, event -> themes.removePropertyChangeListener(changed));
    }

    private int heightOfText() {
        return Math.max(6, content.getFont().getFontData()[0].getHeight() - 1);
    }

    Control control() {
        return content;
    }

    /** Nothing is selected. */
    void clear() {
        current = Optional.empty();
        head.say(Messages.Message_none);
        put("", MessageText.plain(""));
    }

    void show(Step step, Trade trade, Figures figures) {
        if (figures.hidesMoney()) {
            current = Optional.empty();
            head.say(title(step, figures));
            put("", MessageText.plain(Messages.Message_hidden));
            return;
        }
        if (current.filter(step::equals).isPresent()) {
            return;
        }
        current = Optional.of(step);
        head.say(title(step, figures));
        if (!step.isRecorded()) {
            put("", MessageText.plain(step.number() == 0 ? Messages.Message_noMessage : Messages.Message_notKept));
        } else if (step.text().isPresent()) {
            put(step, trade, step.text().get());
        } else {
            put("", MessageText.plain(Messages.Message_reading));
            texts.read(step, read -> {
                if (current.filter(step::equals).isPresent() && !text.isDisposed()) {
                    put(step, trade, read);
                }
            });
        }
    }

    private static String title(Step step, Figures figures) {
        return step.number() == 0 ? Messages.Message_noMessage_title
                : NLS.bind(isOwn(step) ? Messages.Message_own_title : Messages.Message_title, figures.count(step.number()));
    }

    /** A question of ours that was answered: the answers themselves are messages before it. */
    private static boolean isOwn(Step step) {
        return step.channel().startsWith("GET ") && !step.channel().startsWith("GET /");
    }

    private void put(Step step, Trade trade, String read) {
        put(read, read.isEmpty() ? MessageText.plain(Messages.Message_ownWords) : MessageView.of(step, trade, read));
    }

    private void put(String read, MessageText laidOut) {
        received = read;
        shown = laidOut;
        text.setText(laidOut.text());
        style();
        laidOut.marks().stream().filter(mark -> mark.kind() == MessageText.Kind.USED).findFirst()
                .ifPresent(mark -> text.setTopIndex(Math.max(0, text.getLineAtOffset(mark.start()) - 3)));
    }

    private void style() {
        text.setStyleRanges(shown.marks().stream().map(mark -> {
            boolean used = mark.kind() == MessageText.Kind.USED;
            var range = new StyleRange(mark.start(), mark.length(), palette.of(used ? Tone.TEXT : Tone.ACCENT),
                    used ? palette.used() : null);
            range.fontStyle = used ? SWT.BOLD : SWT.NORMAL;
            return range;
        }).toArray(StyleRange[]::new));
    }

    private void copy() {
        if (!received.isEmpty()) {
            var clipboard = new Clipboard(content.getDisplay());
            clipboard.setContents(new Object[] {received}, new Transfer[] {TextTransfer.getInstance()});
            clipboard.dispose();
        }
    }
}
