package org.mirrorbook.recording.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

/** What one version wrote, as another reads it. */
class RecordCodecTest {

    /** Types of another version, told apart by their nesting; {@link #written} gives both the names of one. */
    public interface Now {
        enum Colour {
            BLUE, GREEN, RED
        }

        record Point(int x, long y) {
            public static Point none() {
                return new Point(0, 0);
            }
        }

    /** Price is gone; all behind the name is new or elsewhere. */
        record Thing(Point home, List<Point> way, String name, boolean big, Optional<String> note, Map<String, Point> marks, Colour colour,
                Colour shade) {
        }
    }

    public interface Old {
        enum Colour {
            RED, GREEN
        }

        record Point(int x, long y) {
        }

        record Price(BigDecimal amount, Point seenAt) {
        }

        record Thing(String name, Colour colour, Price price, List<Point> way) {
        }
    }

    @Test
    void componentsThatAreNewAreAbsentThoseThatAreGoneAreSkippedAndOrderDoesNotMatter() {
        var shared = new Old.Point(3, -4);
        // the point of the price that is skipped is named again in the way
        var value = new Old.Thing("n", Old.Colour.RED, new Old.Price(new BigDecimal("1.50"), shared), List.of(shared, new Old.Point(5, 6)));

        var read = (Now.Thing) written(value, Old.Thing.class, Now.Thing.class);

        assertThat(read).isEqualTo(new Now.Thing(Now.Point.none(), List.of(new Now.Point(3, -4), new Now.Point(5, 6)), "n", false,
                Optional.empty(), Map.of(), Now.Colour.RED, Now.Colour.BLUE));
    }

    public interface Needy {
        record Thing(String name, BigDecimal must) {
        }
    }

    @Test
    void aComponentWithoutARuleForItsAbsenceIsAProblemThatNamesIt() {
        var value = new Old.Thing("n", Old.Colour.RED, new Old.Price(BigDecimal.ONE, new Old.Point(0, 0)), List.of());

        assertThatThrownBy(() -> written(value, Old.Thing.class, Needy.Thing.class)).isInstanceOf(CodecProblem.class)
                .hasMessageContaining("has no must");
    }

    public interface Newer {
        enum Colour {
            VIOLET
        }

        record Thing(String name, Colour colour) {
        }
    }

    @Test
    void aConstantThatThisVersionDoesNotKnowIsAProblemThatNamesIt() {
        assertThatThrownBy(() -> written(new Newer.Thing("n", Newer.Colour.VIOLET), Newer.Thing.class, Now.Thing.class))
                .isInstanceOf(CodecProblem.class).hasMessageContaining("VIOLET");
    }

    @Test
    void aValueOfATypeOutsideTheVocabularyIsRefusedAndDefinesNothing() {
        var writer = new ValueWriter(new Vocabulary(Old.Point.class, Map.of()));
        var bytes = new Bytes(16);
        assertThatThrownBy(() -> writer.write(List.of(new Old.Point(1, 2), new Now.Point(1, 2)), bytes)).isInstanceOf(CodecProblem.class);
        bytes.cut(0);

        assertThat(writer.write(new Old.Point(1, 2), bytes)).extracting(Definition::name).containsExactly(Old.Point.class.getName());
        assertThat(writer.write(new Old.Point(1, 2), bytes)).isEmpty();
    }

    /** Writes with the types of one interface and reads with those of the other, as if both had one name. */
    private static Object written(Object value, Class<?> from, Class<?> to) {
        var bytes = new Bytes(16);
        var definitions = new ArrayList<>(new ValueWriter(new Vocabulary(from, Map.of())).write(value, bytes));
        var reader = new ValueReader(new Vocabulary(to, Map.of(Now.Colour.class, Now.Colour.BLUE)));
        var prefix = from.getDeclaringClass().getName();
        definitions.forEach(one -> reader.define(new Definition(one.name().replace(prefix, to.getDeclaringClass().getName()),
                one.constants(), one.parts())));
        return reader.read(new Cursor(Arrays.copyOf(bytes.data(), bytes.length())));
    }
}
