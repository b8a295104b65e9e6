package org.numericclaims.security;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.numericclaims.http.Role;

/** A key as it is shown: itself only once, to whoever had it made. */
@Schema(name = "Key", description = "By what a caller is known.")
record KeyView(
        @Schema(readOnly = true, description = "Its address.", examples = "01948a3c-9f1a-7a70-8b0e-6d1f0a6c2e11")
        UUID id,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                readOnly = true,
                description = "What to send as 'Authorization: Bearer <key>'. Only in the answer that made it.",
                examples = "nc_3q2-7wAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")
        String key,

        @Schema(
                required = true,
                description = "Who or what uses it: the history of claims names its writer so. At most 300 characters.",
                examples = "Ann's import script")
        String name,

        @Schema(
                required = true,
                description = "'reader' reads, 'editor' also writes, 'admin' also makes and revokes keys.",
                examples = "editor")
        Role role,

        @Schema(readOnly = true, description = "When it was made.", examples = "2026-11-24T12:00:00Z")
        Instant createdAt,

        @Schema(readOnly = true, description = "Who made it.", examples = "admin")
        String createdBy,

        @Schema(readOnly = true, nullable = true, description = "When it was last used, to the minute.")
        Instant lastUsedAt,

        @Schema(nullable = true, description = "From when on it is refused; null for never.")
        Instant expiresAt,

        @Schema(readOnly = true, nullable = true, description = "When it was revoked; null while it is not.")
        Instant revokedAt) {

    /** What may be sent, for the OpenAPI document. */
    static final String EXAMPLE = """
            {"name": "Ann's import script", "role": "editor"}""";

    static final List<String> FIELDS =
            List.of("name", "role", "expires_at", "id", "created_at", "created_by", "last_used_at", "revoked_at");

    static KeyView of(ApiKey key) {
        return made(key, null);
    }

    /** With the key itself. */
    static KeyView made(ApiKey key, String text) {
        return new KeyView(
                key.id,
                text,
                key.name,
                key.role,
                key.createdAt,
                key.createdBy,
                key.lastUsedAt,
                key.expiresAt,
                key.revokedAt);
    }
}
