package org.mirrorbook.ui.journal;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.mirrorbook.domain.position.Environment;
import org.mirrorbook.ui.model.journal.FilterChoice;
import org.mirrorbook.ui.model.journal.KeptFilter;
import org.osgi.service.prefs.BackingStoreException;
import org.osgi.service.prefs.Preferences;

/** The filters that the user gave a name, in the preferences of the workbench; the one for real money is there from the beginning. */
final class SavedFilters {

    private static final String NODE = "org.mirrorbook.ui/journal/filters";

    private final Preferences kept;

    SavedFilters() {
        this(InstanceScope.INSTANCE.getNode(NODE));
    }

    SavedFilters(Preferences kept) {
        this.kept = kept;
    }

    /** By name, in the order of the alphabet behind those that are always there. */
    Map<String, FilterChoice> all() {
        var all = new LinkedHashMap<String, FilterChoice>();
        all.put(Messages.Filter_realMoney, builtIn());
        try {
            Arrays.stream(kept.keys()).sorted(String.CASE_INSENSITIVE_ORDER)
                    .forEach(name -> all.put(name, KeptFilter.read(kept.get(name, ""))));
        } catch (BackingStoreException e) {
            // the bar works without them
            ILog.of(SavedFilters.class).error("The saved filters could not be read.", e);
        }
        return all;
    }

    private static FilterChoice builtIn() {
        return FilterChoice.NONE.with(new FilterChoice.More(Optional.empty(), Set.of(Environment.LIVE), Set.of(), Set.of(), Set.of(),
                FilterChoice.More.NONE.rMultiple(), FilterChoice.More.NONE.net()));
    }

    /** Whether it is the user's own. */
    boolean isRemovable(String name) {
        return !name.equals(Messages.Filter_realMoney);
    }

    /** The name under which this choice is saved. */
    Optional<String> nameOf(FilterChoice choice) {
        return all().entrySet().stream().filter(one -> one.getValue().equals(choice)).map(Map.Entry::getKey).findFirst();
    }

    void save(String name, FilterChoice choice) {
        kept.put(name, KeptFilter.write(choice));
        flush();
    }

    void remove(String name) {
        kept.remove(name);
        flush();
    }

    private void flush() {
        try {
            kept.flush();
        } catch (BackingStoreException e) {
            // it counts in this run all the same; the next one does not know of it
            ILog.of(SavedFilters.class).error("A filter could not be kept.", e);
        }
    }
}
