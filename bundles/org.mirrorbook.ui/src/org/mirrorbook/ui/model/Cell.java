package org.mirrorbook.ui.model;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
 * @param drawing in place of the text
 * @param more what follows in the same place
 */
public record Cell(String text, Tone tone, Shape shape, boolean strong, Optional<Chip> chip, Optional<Tag> tag, String tip,
        Optional<CellShape> drawing, List<Cell> more) {

    private static final Cell EMPTY = of("");

    public Cell {
        requireNonNull(text);
        requireNonNull(tone);
        requireNonNull(shape);
        requireNonNull(chip);
        requireNonNull(tag);
        requireNonNull(tip);
        requireNonNull(drawing);
        more = List.copyOf(more);
    }

    public Cell(String text, Tone tone, Shape shape, boolean strong, Optional<Chip> chip, Optional<Tag> tag, String tip) {
        this(text, tone, shape, strong, chip, tag, tip, Optional.empty(), List.of());
    }

    /** Plain text. */
    public static Cell of(String text) {
        return new Cell(text, Tone.TEXT, Shape.NONE, false, Optional.empty(), Optional.empty(), "");
    }

    /** Nothing at all. */
    public static Cell empty() {
        return EMPTY;
    }

    /** A label or unit beside a figure. */
    public static Cell label(String text) {
        return of(text).in(Tone.TEXT2);
    }

    /** A drawing. */
    public static Cell of(CellShape drawing) {
        return new Cell("", Tone.TEXT, Shape.NONE, false, Optional.empty(), Optional.empty(), "", Optional.of(drawing), List.of());
    }

    public Cell in(Tone tone) {
        return new Cell(text, tone, shape, strong, chip, tag, tip, drawing, more);
    }

    public Cell with(Shape shape) {
        return new Cell(text, tone, shape, strong, chip, tag, tip, drawing, more);
    }

    public Cell on(Chip chip) {
        return new Cell(text, tone, shape, strong, Optional.of(chip), tag, tip, drawing, more);
    }

    public Cell bold() {
        return new Cell(text, tone, shape, true, chip, tag, tip, drawing, more);
    }

    public Cell tag(Tag tag) {
        return new Cell(text, tone, shape, strong, chip, Optional.of(tag), tip, drawing, more);
    }

    public Cell tip(String tip) {
        return new Cell(text, tone, shape, strong, chip, tag, tip, drawing, more);
    }

    /** The same, followed by these in the same place. */
    public Cell then(Cell... next) {
        return then(List.of(next));
    }

    /** The same, followed by these in the same place. */
    public Cell then(List<Cell> next) {
        return new Cell(text, tone, shape, strong, chip, tag, tip, drawing, Stream.concat(more.stream(), next.stream()).toList());
    }

    public boolean isEmpty() {
        return text.isEmpty() && shape == Shape.NONE && drawing.isEmpty() && more.isEmpty();
    }

    /** All that is to be read in it. */
    public String words() {
        return Stream.concat(Stream.of(text, tag.map(Tag::text).orElse("")), more.stream().map(Cell::words))
                .filter(word -> !word.isEmpty()).collect(Collectors.joining(" "));
    }

    /** The same as of the last message: grey, its triangle outlined. */
    public Cell stale() {
        var outlined = switch (shape) {
            case UP -> Shape.UP_OPEN;
            case DOWN -> Shape.DOWN_OPEN;
            default -> shape;
        };
        return new Cell(text, Tone.STALE, outlined, strong, chip, tag.map(small -> new Tag(small.text(), Tone.STALE)), tip, drawing,
                more.stream().map(Cell::stale).toList());
    }
}
