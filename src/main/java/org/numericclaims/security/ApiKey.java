package org.numericclaims.security;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.UuidGenerator;
import org.numericclaims.http.Role;

/** A key by which callers are known, of which only the hash is kept; one that was revoked stays as a row. */
@Entity
class ApiKey extends PanacheEntityBase {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;

    public String name;

    @Enumerated(EnumType.STRING)
    public Role role;

    public byte[] hash;

    @CreationTimestamp
    public Instant createdAt;

    public String createdBy;
    public Instant lastUsedAt;
    public Instant expiresAt;
    public Instant revokedAt;

    @Version
    public int version = 1;

    /** Keeps a new one. */
    static ApiKey add(NewKey sent, byte[] hash, String createdBy) {
        var key = new ApiKey();
        key.name = sent.name();
        key.role = sent.role();
        key.expiresAt = sent.expiresAt();
        key.hash = hash;
        key.createdBy = createdBy;
        key.persistAndFlush();
        return key;
    }

    /** At most {@code most} keys in the order in which they were made, those after that id. */
    static List<ApiKey> after(UUID id, int most) {
        return ApiKey.<ApiKey>find("id > ?1 order by id", id).range(0, most - 1).list();
    }

    /** The key with that id, which nobody else changes before this transaction ends. */
    static Optional<ApiKey> locked(UUID id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Takes it from whoever has it, for good. */
    void revoke() {
        revokedAt = revokedAt == null ? Instant.now() : revokedAt;
    }
}
