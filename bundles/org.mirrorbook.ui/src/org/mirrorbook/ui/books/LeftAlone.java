package org.mirrorbook.ui.books;

import java.util.List;
import java.util.stream.Collectors;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.mirrorbook.domain.money.Exact;
import org.mirrorbook.domain.reconciliation.Difference;
import org.osgi.service.prefs.BackingStoreException;

/**
 * The differences that the user leaves as they are: listed as such, and no more counted. Kept in the preferences of the workbench, by the
 * life and by both values of each figure, so that another difference of the same life counts again. Thread-safe.
 */
public final class LeftAlone {

    private static final String NODE = "org.mirrorbook.ui/books.left";

    private final IEclipsePreferences kept;

    public LeftAlone() {
        this(InstanceScope.INSTANCE.getNode(NODE));
    }

    LeftAlone(IEclipsePreferences kept) {
        this.kept = kept;
    }

    public void leave(Difference difference) {
        kept.putBoolean(name(difference), true);
        flush();
    }

    public void takeUp(Difference difference) {
        kept.remove(name(difference));
        flush();
    }

    /** Those of them that are left. */
    public List<Difference> among(List<Difference> differences) {
        return differences.stream().filter(difference -> kept.getBoolean(name(difference), false)).toList();
    }

    private static String name(Difference difference) {
        var slot = difference.slot();
        var fields = difference.fields().stream().map(field -> field.name() + "=" + field.journal().map(Exact::of).orElse(null) + ","
                + field.exchange().map(Exact::of).orElse(null)).collect(Collectors.joining(" "));
        return String.join(" ", slot.scope().account().value(), slot.instrument(), slot.side().name(), difference.kind().name(),
                difference.closedAt().map(Object::toString).orElse("open"), fields).replace('/', '|');
    }

    private void flush() {
        try {
            kept.flush();
        } catch (BackingStoreException e) {
            // it counts in this run all the same; the next one does not know of it
            ILog.of(LeftAlone.class).error("What is left as it is could not be kept.", e);
        }
    }
}
