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
 * @param tip more words for the pointer; empty for none
 */
public record Cell(String text, Tone tone, Shape shape, boolean strong, Optional<Chip> chip, String tip) {

    public Cell {
        requireNonNull(text);
        requireNonNull(tone);
        requireNonNull(shape);
        requireNonNull(chip);
        requireNonNull(tip);
    }

    /** Plain text. */
    public static Cell of(String text) {
        return new Cell(text, Tone.TEXT, Shape.NONE, false, Optional.empty(), "");
    }

    /** A label or unit beside a figure. */
    public static Cell label(String text) {
        return of(text).in(Tone.TEXT2);
    }

    public Cell in(Tone tone) {
        return new Cell(text, tone, shape, strong, chip, tip);
    }

    public Cell with(Shape shape) {
        return new Cell(text, tone, shape, strong, chip, tip);
    }

    public Cell on(Chip chip) {
        return new Cell(text, tone, shape, strong, Optional.of(chip), tip);
    }

    public Cell bold() {
        return new Cell(text, tone, shape, true, chip, tip);
    }

    public Cell tip(String tip) {
        return new Cell(text, tone, shape, strong, chip, tip);
    }

    /** The same as of the last message: grey, its triangle outlined. */
    public Cell stale() {
        var outlined = switch (shape) {
            case UP -> Shape.UP_OPEN;
            case DOWN -> Shape.DOWN_OPEN;
            default -> shape;
        };
        return new Cell(text, Tone.STALE, outlined, strong, chip, tip);
    }
}
