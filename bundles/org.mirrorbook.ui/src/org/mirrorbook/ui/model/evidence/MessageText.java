package org.mirrorbook.ui.model.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.mirrorbook.ui.model.evidence.Json.Items;
import org.mirrorbook.ui.model.evidence.Json.Member;
import org.mirrorbook.ui.model.evidence.Json.Plain;
import org.mirrorbook.ui.model.evidence.Json.Struct;

/**
 * A message laid out to be read: nothing is left out or changed but blanks; plain members share lines as far as they fit.
 *
 * @param marks in the order of the text
 */
public record MessageText(String text, List<Mark> marks) {

    private static final int WIDTH = 76;
    private static final String STEP = "  ";

    /** What a stretch of the text is. */
    public enum Kind {
        /** The name of a member. */
        NAME,
        /** A member, name and value, whose figure is in the journal. */
        USED
    }

    /** @param start in the text */
    public record Mark(int start, int length, Kind kind) {
    }

    public MessageText {
        marks = List.copyOf(marks);
    }

    /** @param used the members to be marked, each as the one that it is */
    public static MessageText of(Json json, Set<Member> used) {
        var writing = new Writing(used);
        writing.value(json, "");
        return new MessageText(writing.text.toString(), writing.marks);
    }

    /** A message that is no JSON, as it came. */
    public static MessageText plain(String text) {
        return new MessageText(text, List.of());
    }

    private static final class Writing {

        private final StringBuilder text = new StringBuilder();
        private final List<Mark> marks = new ArrayList<>();
        private final Set<Member> used;

        Writing(Set<Member> used) {
            this.used = used;
        }

        void value(Json json, String indent) {
            switch (json) {
                case Plain plain -> text.append(plain.raw());
                case Struct struct -> struct(struct, indent);
                case Items items -> items(items, indent);
            }
        }

        private void struct(Struct struct, String indent) {
            text.append('{');
            var inner = indent + STEP;
            boolean flows = false;
            for (int i = 0; i < struct.members().size(); i++) {
                var member = struct.members().get(i);
                boolean plain = member.value() instanceof Plain;
                if (flows && plain && column() + lengthOf(member) + 1 <= WIDTH) {
                    text.append(' ');
                } else {
                    text.append('\n').append(inner);
                }
                member(member, inner);
                text.append(i + 1 < struct.members().size() ? "," : "");
                flows = plain;
            }
            text.append(struct.members().isEmpty() ? "}" : "\n" + indent + "}");
        }

        private void items(Items items, String indent) {
            text.append('[');
            var inner = indent + STEP;
            for (int i = 0; i < items.all().size(); i++) {
                text.append('\n').append(inner);
                value(items.all().get(i), inner);
                text.append(i + 1 < items.all().size() ? "," : "");
            }
            text.append(items.all().isEmpty() ? "]" : "\n" + indent + "]");
        }

        private void member(Member member, String indent) {
            int start = text.length();
            text.append('"').append(member.name()).append('"');
            int place = marks.size();
            marks.add(new Mark(start, text.length() - start, Kind.NAME));
            text.append(": ");
            value(member.value(), indent);
            if (used.contains(member)) {
                marks.set(place, new Mark(start, text.length() - start, Kind.USED));
            }
        }

        private int column() {
            return text.length() - text.lastIndexOf("\n") - 1;
        }

        private static int lengthOf(Member member) {
            return member.name().length() + 4 + ((Plain) member.value()).raw().length();
        }
    }
}
