package org.mirrorbook.certification.bitget;

import java.io.IOException;

import org.mirrorbook.certification.ConnectorCertification;
import org.mirrorbook.certification.PositionMode;
import org.mirrorbook.certification.Stage;

/** Bitget's unified accounts: a snapshot and then changes, no ids in the stream, history over REST alone. */
class BitgetUnifiedCertification extends ConnectorCertification {

    @Override
    protected Stage stage(PositionMode mode) throws IOException, InterruptedException {
        return new PracticeStage(AccountKind.UNIFIED, mode);
    }
}
