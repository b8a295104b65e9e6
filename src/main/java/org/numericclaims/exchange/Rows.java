package org.numericclaims.exchange;

import java.io.IOException;
import org.numericclaims.http.Fault;

/** The rows of a file of claims, read one after the other, whatever its form. */
interface Rows {

    /** The next row; null after the last. A file that cannot be read any further ends with a problem. */
    Row next() throws IOException;

    /** The fault of a row, whose pointer, null for the row as a whole, leads to a field of it, told of the file. */
    Fault place(Row.Place row, Fault fault);
}
