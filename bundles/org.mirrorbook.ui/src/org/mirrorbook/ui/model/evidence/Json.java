package org.mirrorbook.ui.model.evidence;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A message of an exchange as it is written: members in their order, figures with all their digits. */
public sealed interface Json {

    /** A member of an object. Two members are never the same one, even if they say the same. */
    final class Member {

        private final String name;
        private final Json value;

        Member(String name, Json value) {
            this.name = requireNonNull(name);
            this.value = requireNonNull(value);
        }

        public String name() {
            return name;
        }

        public Json value() {
            return value;
        }
    }

    /** An object. */
    record Struct(List<Member> members) implements Json {
        public Struct {
            members = List.copyOf(members);
        }

        /** What is said under that name, where it is a text or a figure that is not empty. */
        public Optional<String> text(String name) {
            return members.stream().filter(member -> member.name().equals(name)).findFirst()
                    .flatMap(member -> member.value() instanceof Plain plain ? Optional.of(plain.text()) : Optional.empty())
                    .filter(text -> !text.isEmpty());
        }

        /** The figure under the first of these names that has one. */
        public Optional<BigDecimal> figure(String... names) {
            return Stream.of(names).flatMap(name -> text(name).stream()).flatMap(text -> Json.figure(text).stream()).findFirst();
        }
    }

    /** An array. */
    record Items(List<Json> all) implements Json {
        public Items {
            all = List.copyOf(all);
        }
    }

    /**
     * A text, a figure, true, false or null.
     *
     * @param raw as it is written, quotes included
     * @param text what it says; of null nothing
     */
    record Plain(String raw, String text) implements Json {
        public Plain {
            requireNonNull(raw);
            requireNonNull(text);
        }
    }

    /** Nothing where it is no JSON, such as the empty text of what this side concluded. */
    static Optional<Json> of(String text) {
        return new JsonText(text).read();
    }

    /** The number that a text is, where it is one. */
    static Optional<BigDecimal> figure(String text) {
        try {
            return text.isEmpty() || text.length() > 64 ? Optional.empty() : Optional.of(new BigDecimal(text));
        } catch (NumberFormatException e) {
            // a word
            return Optional.empty();
        }
    }

    /** All objects in it, outer ones before inner ones. */
    default Stream<Struct> structs() {
        return switch (this) {
            case Struct struct -> Stream.concat(Stream.of(struct), struct.members().stream().flatMap(member -> member.value().structs()));
            case Items items -> items.all().stream().flatMap(Json::structs);
            case Plain plain -> Stream.empty();
        };
    }
}
