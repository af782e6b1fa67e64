package org.mirrorbook.ui.trade;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.mirrorbook.journal.Annotations.Note;
import org.mirrorbook.ui.widgets.Look;
import org.mirrorbook.ui.widgets.Named;
import org.mirrorbook.ui.widgets.UiDoor;

/**
 * What the user writes to the trade. It saves by itself when nothing was typed for a moment, and when the trade is left. What comes from
 * the journal meanwhile does not overwrite what is being typed. UI thread only.
 */
final class NotesPanel extends Composite {

    private static final Duration PAUSE = Duration.ofMillis(1200);
    private static final int HEIGHT_OF_TEXT = 96;

    private final Font font;
    private final Field setup;
    private final Field emotion;
    private final RatingStars rating;
    private final Field mistakes;
    private final TagChips tags;
    private final Text text;
    private final UiDoor door;
    private final Desk desk;
    private Optional<TradeSheet> of = Optional.empty();
    private Note saved = Note.none();
    private int turn;
    private boolean filling;

    /** Where notes and tags go. */
    interface Desk {
        /** Writes a note; outcomes are told on any thread. */
        void write(TradeSheet of, Note before, Note after, Runnable written, Consumer<String> failed);

        void tag(TradeSheet of, String tag);

        void untag(TradeSheet of, String tag);

        /** Says how the saving stands: saved, not yet, or why not. */
        void say(State state, String words);

        /** It may need another height. */
        void resized();
    }

    /** How the saving stands. */
    enum State {
        CLEAN, DIRTY, SAVED, FAILED
    }

    NotesPanel(Composite parent, Font font, UiDoor door, Desk desk) {
        super(parent, SWT.NONE);
        this.font = font;
        this.door = requireNonNull(door);
        this.desk = requireNonNull(desk);
        Look.CARD.on(this);
        GridLayoutFactory.fillDefaults().numColumns(4).spacing(8, 4).applyTo(this);
        setup = field(Messages.Notes_setup, List.of());
        emotion = field(Messages.Notes_emotion, List.of(Messages.Notes_emotions.split(";")));
        label(Messages.Notes_rating);
        rating = new RatingStars(this, this::edited);
        GridDataFactory.swtDefaults().applyTo(rating);
        mistakes = field(Messages.Notes_mistakes, List.of(Messages.Notes_knownMistakes.split(";")));
        label(Messages.Notes_tagsLabel);
        tags = new TagChips(this, font, tag -> of.ifPresent(trade -> desk.tag(trade, tag)),
                tag -> of.ifPresent(trade -> desk.untag(trade, tag)), desk::resized);
        GridDataFactory.fillDefaults().grab(true, false).span(3, 1).align(SWT.FILL, SWT.CENTER).hint(200, SWT.DEFAULT).applyTo(tags);
        text = new Text(this, SWT.BORDER | SWT.MULTI | SWT.WRAP | SWT.V_SCROLL);
        text.setFont(font);
        GridDataFactory.fillDefaults().grab(true, true).span(4, 1).hint(200, HEIGHT_OF_TEXT).applyTo(text);
        Named.as(Messages.Notes_textName, text);
        text.addListener(SWT.Modify, event -> edited());
        text.addListener(SWT.FocusOut, event -> flush());
    }

    private Label label(String words) {
        var label = Look.CARD_TEXT2.on(new Label(this, SWT.NONE));
        label.setText(words);
        label.setFont(font);
        return label;
    }

    private Field field(String words, List<String> suggestions) {
        label(words);
        var field = new Field(this, font, words);
        field.offer(suggestions);
        GridDataFactory.fillDefaults().grab(true, false).hint(70, SWT.DEFAULT).applyTo(field);
        field.text().addListener(SWT.Modify, event -> edited());
        field.text().addListener(SWT.FocusOut, event -> flush());
        return field;
    }

    /** Shows what is in the journal; what is being typed of the same trade stays. */
    void show(TradeSheet trade, Annotated annotated) {
        boolean another = of.filter(before -> before.id().equals(trade.id())).isEmpty();
        if (another) {
            flush();
        }
        boolean typing = !another && !draft().equals(saved);
        of = Optional.of(trade);
        tags.show(annotated.tags(), annotated.knownTags());
        setup.offer(annotated.knownSetups());
        if (another || !typing && !annotated.note().equals(saved)) {
            saved = annotated.note();
            fill(saved);
        }
        if (another) {
            desk.say(State.CLEAN, "");
        }
    }

    private void fill(Note note) {
        filling = true;
        setup.put(note.setup());
        emotion.put(note.emotion());
        mistakes.put(note.mistakes());
        rating.show(note.rating());
        if (!text.getText().equals(note.text())) {
            text.setText(note.text());
        }
        filling = false;
    }

    private Note draft() {
        return new Note(text.getText(), setup.value(), rating.rating(), mistakes.value(), emotion.value());
    }

    private void edited() {
        if (filling || of.isEmpty()) {
            return;
        }
        desk.say(State.DIRTY, "");
        int mine = ++turn;
        door.enterAfter(PAUSE, () -> {
            if (mine == turn) {
                flush();
            }
        });
    }

    /** Saves what is not saved yet. */
    void flush() {
        if (of.isEmpty() || isDisposed()) {
            return;
        }
        var trade = of.get();
        var before = saved;
        var after = draft();
        if (after.equals(before)) {
            return;
        }
        turn++;
        saved = after;
        desk.write(trade, before, after, () -> door.enter(() -> desk.say(State.SAVED, "")), sentence -> door.enter(() -> {
            // what was typed stays in the fields, and is tried again with the next change
            if (of.filter(now -> now.id().equals(trade.id())).isPresent() && saved.equals(after)) {
                saved = before;
            }
            desk.say(State.FAILED, sentence);
        }));
    }

    /** Lets the user write at once. */
    void editText() {
        text.setFocus();
        text.setSelection(text.getCharCount());
    }

    void editTags() {
        tags.edit();
    }

    void editSetup() {
        setup.setFocus();
        setup.text().selectAll();
    }
}
