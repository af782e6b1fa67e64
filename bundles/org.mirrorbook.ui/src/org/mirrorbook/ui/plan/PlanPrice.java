package org.mirrorbook.ui.plan;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.IConfigurationElement;
import org.eclipse.core.runtime.IExecutableExtension;
import org.eclipse.jface.viewers.IStructuredSelection;
import org.eclipse.ui.handlers.HandlerUtil;
import org.mirrorbook.domain.risk.ProtectionKind;
import org.mirrorbook.ui.Surroundings;
import org.mirrorbook.ui.model.TradeRow;

/** Asks for the planned stop or target of the selected trade. Which of both is said behind the class name in the plug-in manifest. */
public final class PlanPrice extends AbstractHandler implements IExecutableExtension {

    private ProtectionKind kind = ProtectionKind.STOP_LOSS;

    @Override
    public void setInitializationData(IConfigurationElement element, String property, Object data) {
        kind = ProtectionKind.valueOf((String) data);
    }

    @Override
    public Object execute(ExecutionEvent event) {
        if (HandlerUtil.getCurrentSelection(event) instanceof IStructuredSelection selection
                && selection.getFirstElement() instanceof TradeRow row) {
            try (var surroundings = new Surroundings()) {
                new PlanDialog(HandlerUtil.getActiveShell(event), surroundings, row.id(), kind).open();
            }
        }
        return null;
    }
}
