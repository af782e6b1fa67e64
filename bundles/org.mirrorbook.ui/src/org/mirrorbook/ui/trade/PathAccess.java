package org.mirrorbook.ui.trade;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.accessibility.ACC;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleControlAdapter;
import org.eclipse.swt.accessibility.AccessibleControlEvent;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.widgets.Control;
import org.mirrorbook.ui.model.trade.PathWords;

/** Lets assistive technology read the chart: a list, one item for each execution, for MAE and MFE, and for where the line ends. */
final class PathAccess {

    private final Supplier<Optional<PathChart.Shown>> shown;

    PathAccess(Control control, Supplier<Optional<PathChart.Shown>> shown) {
        this.shown = shown;
        control.getAccessible().addAccessibleListener(new AccessibleAdapter() {
            @Override
            public void getName(AccessibleEvent event) {
                event.result = event.childID == ACC.CHILDID_SELF ? name() : line(event.childID);
            }
        });
        control.getAccessible().addAccessibleControlListener(new AccessibleControlAdapter() {
            @Override
            public void getRole(AccessibleControlEvent event) {
                event.detail = event.childID == ACC.CHILDID_SELF ? ACC.ROLE_LIST : ACC.ROLE_LISTITEM;
            }

            @Override
            public void getChildCount(AccessibleControlEvent event) {
                event.detail = lines().size();
            }

            @Override
            public void getChildren(AccessibleControlEvent event) {
                var ids = new Object[lines().size()];
                for (int i = 0; i < ids.length; i++) {
                    ids[i] = i;
                }
                event.children = ids;
            }
        });
    }

    private String name() {
        return shown.get().map(now -> NLS.bind(Messages.Path_name, now.trade().slot().instrument(), PathWords.feed(now.path()).text()))
                .orElse("");
    }

    private List<String> lines() {
        return shown.get().map(now -> new PathWords(now.figures()).lines(now.path(), now.trade())).orElse(List.of());
    }

    private String line(int index) {
        var lines = lines();
        return index >= 0 && index < lines.size() ? lines.get(index) : "";
    }
}
