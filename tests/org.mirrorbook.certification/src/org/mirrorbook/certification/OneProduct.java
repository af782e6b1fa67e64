package org.mirrorbook.certification;

import java.io.IOException;

/** The one product of a run of stories, which opens with the first story that needs it and closes after the last. */
public final class OneProduct implements AutoCloseable {

    private OpenProduct product;

    public synchronized OpenProduct open() throws IOException, InterruptedException {
        if (product == null) {
            product = new OpenProduct();
        }
        return product;
    }

    @Override
    public synchronized void close() {
        if (product != null) {
            product.close();
        }
    }
}
