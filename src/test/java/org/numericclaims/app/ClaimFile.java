package org.numericclaims.app;

import java.io.IOException;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Some thousand rows of CSV by a claimant of their own, alone or as the beginning of a file that would go on. */
record ClaimFile(String claimant) {

    static final int ROWS = 3_000;

    /** Imports that run. Looked at, not tried: one that begins meanwhile would find its turn taken. */
    static final String RUNNING =
            "select count(*) from pg_locks where locktype = 'advisory' and (cast(classid as bigint) << 32 | cast(objid as bigint))"
                    + " in (hashtextextended('import 1', 0), hashtextextended('import 2', 0))";

    /** Those that have made whom their first rows name. */
    private static final String BEGUN =
            "select count(distinct pid) from pg_locks where relation = 'claimant'::regclass and mode = 'RowExclusiveLock'";

    private static final String HEADER = "figure,unit,claimant,date,source,subject\n";

    String text() {
        return HEADER + rows();
    }

    /** What may follow the header, and the rows, once more. */
    String rows() {
        return IntStream.rangeClosed(1, ROWS)
                .mapToObj(row -> row + ",people," + claimant + ",2025,A newspaper,Something\n")
                .collect(Collectors.joining());
    }

    /** Sends it all as a whole file. */
    OpenRequest send(PackagedService service) throws IOException {
        return send(service, text().length());
    }

    /** Sends it all as the first part of a file of that length, and returns when its first rows were taken. */
    OpenRequest begin(PackagedService service, DatabaseBehind database, long length)
            throws IOException, SQLException, InterruptedException {
        long others = database.count(BEGUN);
        var request = send(service, length);
        database.await(BEGUN, others + 1);
        return request;
    }

    private OpenRequest send(PackagedService service, long length) throws IOException {
        var request = OpenRequest.of(
                service, "POST /v1/claims/import HTTP/1.1", "Content-Type: text/csv", "Content-Length: " + length);
        request.send(text());
        return request;
    }
}
