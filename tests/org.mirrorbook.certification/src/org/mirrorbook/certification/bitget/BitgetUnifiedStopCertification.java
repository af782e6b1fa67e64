package org.mirrorbook.certification.bitget;

import java.io.IOException;

import org.mirrorbook.certification.PositionMode;
import org.mirrorbook.certification.Stage;
import org.mirrorbook.certification.StopCertification;

/** Bitget's unified accounts. */
class BitgetUnifiedStopCertification extends StopCertification {

    @Override
    protected Stage stage(PositionMode mode) throws IOException, InterruptedException {
        return new PracticeStage(AccountKind.UNIFIED, mode);
    }
}
