package org.numericclaims.http;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reads a {@link JsonBody} of at most so many bytes; nothing is unpacked, and only UTF-8 is taken. */
@Provider
@Consumes({MediaType.APPLICATION_JSON, JsonBody.MERGE_PATCH})
class JsonBodyReader implements MessageBodyReader<JsonBody> {

    private final int limit;

    JsonBodyReader(@ConfigProperty(name = "claims.body-limit") int limit) {
        this.limit = limit;
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == JsonBody.class;
    }

    @Override
    public JsonBody readFrom(
            Class<JsonBody> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        refuseEncodings(mediaType, headers);
        var bytes = body.readNBytes(limit);
        if (body.read() >= 0) {
            throw tooLarge(limit);
        }
        return new JsonBody(JsonText.object(bytes));
    }

    /** Whether the length that was announced, in digits or null, is beyond the limit. */
    static boolean isTooLarge(String announced, int limit) {
        return announced != null && new BigDecimal(announced).compareTo(BigDecimal.valueOf(limit)) > 0;
    }

    static HttpProblem tooLarge(int limit) {
        return Problems.coded(413, "body_too_large", "A JSON body may have " + limit + " bytes.")
                .withHeader("Connection", "close")
                .build();
    }

    private static void refuseEncodings(MediaType mediaType, MultivaluedMap<String, String> headers) {
        var charset = mediaType.getParameters().get(MediaType.CHARSET_PARAMETER);
        if (charset != null && !charset.equalsIgnoreCase("utf-8")) {
            throw Problems.of(415, "unsupported_media_type", "Send 'Content-Type: application/json' in UTF-8.");
        }
        var encoding = headers.getFirst(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw Problems.of(415, "content_encoding", "Send the body as it is, without Content-Encoding.");
        }
    }
}
