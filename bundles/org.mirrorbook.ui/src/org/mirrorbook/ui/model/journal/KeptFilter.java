package org.mirrorbook.ui.model.journal;

import java.math.BigDecimal;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.mirrorbook.domain.journal.TradeStatus;
import org.mirrorbook.domain.position.AccountId;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.domain.position.Side;
import org.mirrorbook.domain.risk.ProtectionSource;
import org.mirrorbook.journal.Range;
import org.mirrorbook.ui.model.journal.FilterChoice.More;
import org.mirrorbook.ui.model.journal.FilterChoice.Sureness;

/** A choice as text, {@code name=value&…}, to be kept. What cannot be read, such as a word of a later version, counts as not chosen. */
public final class KeptFilter {

    private KeptFilter() {
    }

    public static String write(FilterChoice choice) {
        var parts = new ArrayList<String>();
        add(parts, "text", choice.text().isBlank() ? List.of() : List.of(choice.text()));
        add(parts, "status", names(choice.statuses()));
        add(parts, "side", names(choice.side().stream().toList()));
        add(parts, "account", choice.accounts().stream().map(AccountId::value).sorted().toList());
        add(parts, "dates", choice.dates() == Dates.ALL ? List.of() : List.of(choice.dates().name()));
        var more = choice.more();
        add(parts, "certainty", names(more.sureness().stream().toList()));
        add(parts, "environment", names(more.environments()));
        add(parts, "source", names(more.riskSources()));
        add(parts, "tag", more.tags().stream().sorted().toList());
        add(parts, "setup", more.setups().stream().sorted().toList());
        add(parts, "rFrom", plain(more.rMultiple().from()));
        add(parts, "rTo", plain(more.rMultiple().to()));
        add(parts, "netFrom", plain(more.net().from()));
        add(parts, "netTo", plain(more.net().to()));
        return String.join("&", parts);
    }

    public static FilterChoice read(String kept) {
        return new FilterChoice(values(kept, "text").stream().findFirst().orElse(""), known(kept, "status", TradeStatus.values()),
                known(kept, "side", Side.values()).stream().findFirst(), set(values(kept, "account"), AccountId::new),
                known(kept, "dates", Dates.values()).stream().findFirst().orElse(Dates.ALL),
                new More(known(kept, "certainty", Sureness.values()).stream().findFirst(), known(kept, "environment", Environment.values()),
                        known(kept, "source", ProtectionSource.values()), Set.copyOf(values(kept, "tag")),
                        Set.copyOf(values(kept, "setup")), new Range<>(number(kept, "rFrom"), number(kept, "rTo")),
                        new Range<>(number(kept, "netFrom"), number(kept, "netTo"))));
    }

    private static List<String> names(Collection<? extends Enum<?>> words) {
        return words.stream().map(Enum::name).sorted().toList();
    }

    private static List<String> plain(Optional<BigDecimal> number) {
        return number.map(BigDecimal::toPlainString).stream().toList();
    }

    private static void add(List<String> parts, String name, List<String> values) {
        values.forEach(value -> parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
    }

    private static List<String> values(String kept, String name) {
        return Arrays.stream(kept.split("&")).filter(part -> part.startsWith(name + "="))
                .map(part -> URLDecoder.decode(part.substring(name.length() + 1), StandardCharsets.UTF_8)).distinct().toList();
    }

    private static <E extends Enum<E>> Set<E> known(String kept, String name, E[] all) {
        var names = values(kept, name);
        var found = new HashSet<E>();
        Arrays.stream(all).filter(one -> names.contains(one.name())).forEach(found::add);
        return found;
    }

    private static <T> Set<T> set(List<String> values, Function<String, T> made) {
        var all = new HashSet<T>();
        values.forEach(value -> all.add(made.apply(value)));
        return all;
    }

    private static Optional<BigDecimal> number(String kept, String name) {
        return values(kept, name).stream().filter(value -> value.matches("-?\\d{1,13}(\\.\\d{1,18})?")).findFirst().map(BigDecimal::new);
    }
}
