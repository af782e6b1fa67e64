package org.mirrorbook.ui.model;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Which columns of a table are shown, in which order and how wide: what the user chose, and what there is room for. A column leaves by its
 * own number when the room is too narrow, and is there again as it was when the room is wide enough, for each answer is worked out anew.
 */
public final class Columns {

    /** A shown column. @param index in the list of all columns */
    public record Place(int index, int width) {
    }

    private static final int LEAST = 16;

    private final List<ColumnSpec> specs;
    private final ToIntFunction<ColumnSpec> natural;
    private final List<Integer> order = new ArrayList<>();
    private final Set<Integer> hidden = new HashSet<>();
    private final Set<Integer> leftOut = new HashSet<>();
    private final Map<Integer, Integer> needed = new HashMap<>();
    private final Map<Integer, Integer> chosen = new HashMap<>();

    /** @param natural width of a column that the user left as it is, in pixels of the screen */
    public Columns(List<ColumnSpec> specs, ToIntFunction<ColumnSpec> natural) {
        this.specs = List.copyOf(specs);
        this.natural = natural;
        reset();
    }

    /** The columns that are shown in so much room. */
    public List<Place> fit(int room) {
        var shown = new ArrayList<>(order.stream().filter(index -> !hidden.contains(index) && !leftOut.contains(index))
                .toList());
        int needed = shown.stream().mapToInt(this::width).sum();
        for (int drop : shown.stream().map(index -> specs.get(index).drop()).filter(number -> number > 0).distinct().sorted().toList()) {
            if (needed <= room) {
                break;
            }
            shown.removeIf(index -> specs.get(index).drop() == drop);
            needed = shown.stream().mapToInt(this::width).sum();
        }
        return widened(shown, Math.max(0, room - needed));
    }

    private List<Place> widened(List<Integer> shown, int rest) {
        int shares = shown.stream().mapToInt(this::grow).sum();
        int given = 0;
        int passed = 0;
        var places = new ArrayList<Place>();
        for (int index : shown) {
            passed += grow(index);
            int upToHere = shares == 0 ? 0 : (int) ((long) rest * passed / shares);
            places.add(new Place(index, width(index) + upToHere - given));
            given = upToHere;
        }
        return places;
    }

    private int grow(int index) {
        return chosen.containsKey(index) ? 0 : specs.get(index).grow();
    }

    private int width(int index) {
        return chosen.getOrDefault(index, Math.max(natural.applyAsInt(specs.get(index)), needed.getOrDefault(index, 0)));
    }

    public List<ColumnSpec> specs() {
        return specs;
    }

    /** All columns in the user's order, by their index. */
    public List<Integer> order() {
        return List.copyOf(order);
    }

    public boolean isHidden(int index) {
        return hidden.contains(index);
    }

    /** Shows or hides a column; the last one stays. */
    public void show(int index, boolean shown) {
        if (shown) {
            hidden.remove(index);
        } else if (hidden.size() < specs.size() - 1) {
            hidden.add(index);
        }
    }

    /** Leaves a column out that says nothing at the moment, whatever the user chose. */
    public void leaveOut(int index, boolean out) {
        if (out) {
            leftOut.add(index);
        } else {
            leftOut.remove(index);
        }
    }

    public boolean isLeftOut(int index) {
        return leftOut.contains(index);
    }

    /** A figure was seen that needs so much width; says whether the column was narrower. A figure that is cut is worse than none. */
    public boolean needs(int index, int width) {
        boolean more = width > width(index) && !chosen.containsKey(index);
        if (more) {
            needed.put(index, width);
        }
        return more;
    }

    /** Puts a column before another one; behind all for an index below zero. */
    public void move(int index, int before) {
        if (index != before) {
            order.remove((Integer) index);
            order.add(before < 0 ? order.size() : order.indexOf(before), index);
        }
    }

    /** The user's own width. */
    public void widen(int index, int width) {
        chosen.put(index, Math.max(LEAST, width));
    }

    /** As it comes. */
    public void reset() {
        order.clear();
        hidden.clear();
        chosen.clear();
        IntStream.range(0, specs.size()).forEach(index -> {
            order.add(index);
            if (specs.get(index).onRequest()) {
                hidden.add(index);
            }
        });
    }

    /** What the user chose, as text: {@code id,shown,width} of each column in its order, a width of 0 for none. */
    public String kept() {
        return String.join(";", order.stream().map(index -> URLEncoder.encode(specs.get(index).id(), StandardCharsets.UTF_8) + ","
                + (hidden.contains(index) ? 0 : 1) + "," + chosen.getOrDefault(index, 0)).toList());
    }

    /** Takes over what was kept; a column that was not known then stays at its place, and what cannot be read is left out. */
    public void restore(String kept) {
        reset();
        var known = new ArrayList<Integer>();
        for (String one : kept.split(";")) {
            var parts = one.split(",");
            int index = parts.length == 3 ? indexOf(URLDecoder.decode(parts[0], StandardCharsets.UTF_8)) : -1;
            if (index >= 0 && !known.contains(index) && parts[2].matches("\\d{1,5}")) {
                known.add(index);
                show(index, parts[1].equals("1"));
                if (!parts[2].equals("0")) {
                    widen(index, Integer.parseInt(parts[2]));
                }
            }
        }
        for (int index : List.copyOf(order)) {
            if (!known.contains(index)) {
                known.add(Math.min(index, known.size()), index);
            }
        }
        order.clear();
        order.addAll(known);
    }

    private int indexOf(String id) {
        return IntStream.range(0, specs.size()).filter(index -> specs.get(index).id().equals(id)).findFirst().orElse(-1);
    }
}
