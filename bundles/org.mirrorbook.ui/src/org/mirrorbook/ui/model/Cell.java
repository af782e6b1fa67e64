package org.mirrorbook.ui.model;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One cell as it is shown.
 *
 * @param text never null; empty for nothing
 * @param tone of text and shape
 * @param shape before the text
 * @param strong in bold
 * @param chip behind the text
 * @param tag small words behind a figure, such as where it comes from
 * @param tip more words for the pointer; empty for none
 */
public record Cell(String text, Tone tone, Shape shape, boolean strong, Optional<Chip> chip, Optional<Tag> tag, String tip) {

    public Cell {
        requireNonNull(text);
        requireNonNull(tone);
        requireNonNull(shape);
        requireNonNull(chip);
        requireNonNull(tag);
        requireNonNull(tip);
    }

    /** Plain text. */
    public static Cell of(String text) {
        return new Cell(text, Tone.TEXT, Shape.NONE, false, Optional.empty(), Optional.empty(), "");
    }

    /** A label or unit beside a figure. */
    public static Cell label(String text) {
        return of(text).in(Tone.TEXT2);
    }

    public Cell in(Tone tone) {
        return new Cell(text, tone, shape, strong, chip, tag, tip);
    }

    public Cell with(Shape shape) {
        return new Cell(text, tone, shape, strong, chip, tag, tip);
    }

    public Cell on(Chip chip) {
        return new Cell(text, tone, shape, strong, Optional.of(chip), tag, tip);
    }

    public Cell bold() {
        return new Cell(text, tone, shape, true, chip, tag, tip);
    }

    public Cell tag(Tag tag) {
        return new Cell(text, tone, shape, strong, chip, Optional.of(tag), tip);
    }

    public Cell tip(String tip) {
        return new Cell(text, tone, shape, strong, chip, tag, tip);
    }

    /** All that is to be read in it. */
    public String words() {
        return tag.map(Tag::text).filter(small -> !small.isEmpty()).map(small -> text + " " + small).orElse(text);
    }

    /** The same as of the last message: grey, its triangle outlined. */
    public Cell stale() {
        var outlined = switch (shape) {
            case UP -> Shape.UP_OPEN;
            case DOWN -> Shape.DOWN_OPEN;
            default -> shape;
        };
        return new Cell(text, Tone.STALE, outlined, strong, chip, tag.map(small -> new Tag(small.text(), Tone.STALE)), tip);
    }
}
