package org.numericclaims.http;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** An operation that reads its body as a stream, as an import does, to try out what the service does then. */
@Path("/v1/streamed")
public class Streamed {

    static volatile CountDownLatch goOn = new CountDownLatch(0);

    @POST
    @Operation(hidden = true)
    public String count(@QueryParam("first") String first, InputStream body) throws Exception {
        if (first != null) {
            body.readNBytes(Integer.parseInt(first));
            goOn.await(30, TimeUnit.SECONDS);
        }
        return Long.toString(length(body));
    }

    private static long length(InputStream body) throws IOException {
        var buffer = new byte[65_536];
        long length = 0;
        for (int n = body.read(buffer); n > 0; n = body.read(buffer)) {
            length += n;
        }
        return length;
    }
}
