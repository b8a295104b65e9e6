package org.numericclaims.exchange;

import java.io.IOException;

/** The rows of a file of claims, read one after the other, whatever its form. */
interface Rows {

    /** The next row; null after the last. A file that cannot be read any further ends with a problem. */
    Row next() throws IOException;
}
