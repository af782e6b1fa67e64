package org.mirrorbook.certification.bitget;

import java.io.IOException;

import org.mirrorbook.certification.ConnectorCertification;
import org.mirrorbook.certification.PositionMode;
import org.mirrorbook.certification.Stage;

/** Bitget's classic accounts: full lists, life ids, closing records in the stream. */
class BitgetClassicCertification extends ConnectorCertification {

    @Override
    protected Stage stage(PositionMode mode) throws IOException, InterruptedException {
        return new PracticeStage(AccountKind.CLASSIC, mode);
    }
}
