package org.numericclaims.claimant;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.UpdateTimestamp;
import org.hibernate.annotations.UuidGenerator;
import org.numericclaims.database.Scalars;
import org.numericclaims.http.JsonBody;
import org.numericclaims.naming.Names;

/** Who says a figure; one that was merged is kept as the address that leads to its target. */
@Entity
public class Claimant extends PanacheEntityBase {

    private static final Names NAMES = Names.withSlugs("claimant");

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;

    public String slug;
    public String name;

    @Enumerated(EnumType.STRING)
    public ClaimantKind kind;

    public List<String> aliases;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "member_of")
    public Claimant memberOf;

    public String wikidata;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "merged_into")
    public Claimant mergedInto;

    @Version
    public int version = 1;

    @CreationTimestamp
    public Instant createdAt;

    @UpdateTimestamp
    public Instant updatedAt;

    /** The claimant with that slug, letter for letter, merged ones too. */
    static Optional<Claimant> at(String slug) {
        return find("from Claimant c left join fetch c.memberOf left join fetch c.mergedInto where c.slug = ?1", slug)
                .firstResultOptional();
    }

    /** The claimants with these ids. */
    static List<Claimant> all(Collection<UUID> ids) {
        return list("from Claimant c left join fetch c.memberOf where c.id in ?1", ids);
    }

    /** At most {@code most} claimants by slug, those after {@code slug}. */
    static List<Claimant> after(String slug, int most) {
        return Claimant.<Claimant>find(
                        "from Claimant c left join fetch c.memberOf where c.mergedInto is null and c.slug > ?1"
                                + " order by c.slug",
                        slug)
                .range(0, most - 1)
                .list();
    }

    /** A new one, not kept yet, with a free slug made of that name. */
    static Claimant slugged(String name) {
        var claimant = new Claimant();
        claimant.slug = NAMES.freeSlug(getEntityManager(), name, Claimant::insert);
        return claimant;
    }

    /** Keeps it with its names; returns those that another has, and then the transaction must not be committed. */
    Set<String> keep() {
        persistAndFlush();
        return NAMES.take(
                getEntityManager(),
                id,
                Stream.concat(Stream.of(name), aliases.stream()).toList());
    }

    /** Adds the claimant in {@code body}, with all the rules of a claimant that is sent. */
    public static void add(JsonBody body) {
        ClaimantChange.RULES.add(body);
    }

    /** What these names, aliases or slugs mean; those that mean nobody are left out. */
    public static Map<String, UUID> called(Collection<String> names) {
        return NAMES.find(getEntityManager(), names);
    }

    /** What these claimants are called. */
    public static Map<UUID, String> names(Collection<UUID> claimants) {
        return getEntityManager()
                .unwrap(Session.class)
                .createNativeQuery("select id, name from claimant where id = any(:ids)", Object[].class)
                .setParameter("ids", claimants.toArray(UUID[]::new))
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> (String) row[1]));
    }

    /** These claimants and all that are members of one of them, through any number of steps. */
    public static List<UUID> withMembers(Collection<UUID> claimants) {
        var sql = "with recursive inside(id) as (select unnest(cast(:ids as uuid[])) union"
                + " select c.id from claimant c join inside on c.member_of = inside.id) select id from inside";
        return Scalars.query(getEntityManager(), sql, UUID.class)
                .setParameter("ids", claimants.toArray(UUID[]::new))
                .getResultList();
    }

    /** What these names, aliases or slugs mean, for claims that are going to name them: new ones are made. */
    public static Map<String, UUID> named(Collection<String> names) {
        return NAMES.refer(getEntityManager(), names, Claimant::insert);
    }

    private static List<UUID> insert(Names.Coming things) {
        return Scalars.query(
                        getEntityManager(),
                        "insert into claimant (id, slug, name, kind, aliases, version, created_at, updated_at)"
                                + " select id, slug, name, 'other', '{}', 1, now(), now()"
                                + " from unnest(:ids, :slugs, :names) as n(id, slug, name)"
                                + " on conflict (slug) do nothing returning id",
                        UUID.class)
                .setParameter("ids", things.ids())
                .setParameter("slugs", things.slugs())
                .setParameter("names", things.names())
                .getResultList();
    }

    /** Whether {@code other} is this one, or is a member of it through any number of steps. */
    boolean holds(Claimant other) {
        for (var c = other; c != null; c = c.memberOf) {
            if (c.id.equals(id)) {
                return true;
            }
        }
        return false;
    }

    /** Who has that name or alias, which somebody has. */
    static Claimant owner(String name) {
        return findById(NAMES.owner(getEntityManager(), name).orElseThrow());
    }

    /** Hands names, members and earlier mergers over to {@code target}, and leads to it from now on. */
    void mergeInto(Claimant target) {
        var names = new ArrayList<>(target.aliases);
        names.add(name);
        names.addAll(aliases);
        target.aliases = names;
        if (holds(target)) {
            target.memberOf = memberOf;
        }
        NAMES.handOver(getEntityManager(), id, target.id);
        update("memberOf = ?1, version = version + 1 where memberOf = ?2 and id <> ?3", target, this, target.id);
        update("mergedInto = ?1 where mergedInto = ?2", target, this);
        memberOf = null;
        aliases = List.of();
        mergedInto = target;
    }
}
