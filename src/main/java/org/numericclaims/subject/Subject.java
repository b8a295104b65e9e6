package org.numericclaims.subject;

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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.UpdateTimestamp;
import org.hibernate.annotations.UuidGenerator;
import org.numericclaims.database.Scalars;
import org.numericclaims.figure.Days;
import org.numericclaims.figure.Period;
import org.numericclaims.http.JsonBody;
import org.numericclaims.naming.Names;

/** What figures count or measure; one that was merged is kept as the address that leads to its target. */
@Entity
public class Subject extends PanacheEntityBase {

    private static final Names NAMES = Names.withSlugs("subject");

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;

    public String slug;
    public String name;
    public String definition;
    public List<String> aliases;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "broader")
    public Subject broader;

    @Enumerated(EnumType.STRING)
    public SubjectKind kind;

    public String span;
    public LocalDate spanStart;
    public LocalDate spanEnd;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "merged_into")
    public Subject mergedInto;

    @Version
    public int version = 1;

    @CreationTimestamp
    public Instant createdAt;

    @UpdateTimestamp
    public Instant updatedAt;

    /** The subject under that slug; 404 where there is none, 308 where it was merged. */
    public static Subject existing(String slug) {
        return SubjectChange.RULES.existing(slug);
    }

    /** Adds the subject in {@code body}, with all the rules of a subject that is sent. */
    public static void add(JsonBody body) {
        SubjectChange.RULES.add(body);
    }

    /** What these names, aliases or slugs mean; those that mean nothing are left out. */
    public static Map<String, UUID> called(Collection<String> names) {
        return NAMES.find(getEntityManager(), names);
    }

    /** These subjects and all that are inside one of them, through any number of steps. */
    public static List<UUID> withNarrower(Collection<UUID> subjects) {
        var sql = "with recursive inside(id) as (select unnest(cast(:ids as uuid[])) union"
                + " select s.id from subject s join inside on s.broader = inside.id) select id from inside";
        return Scalars.query(getEntityManager(), sql, UUID.class)
                .setParameter("ids", subjects.toArray(UUID[]::new))
                .getResultList();
    }

    /**
     * What these names, aliases or slugs mean, for claims that are going to name them: new ones are made.
     *
     * @param counted for each name whether the claim's unit is a count: a new subject is then a flow, else a stock
     */
    public static Map<String, UUID> named(Map<String, Boolean> counted) {
        return NAMES.refer(
                getEntityManager(),
                counted.keySet(),
                things -> insert(things, name -> counted.get(name) ? SubjectKind.flow : SubjectKind.stock));
    }

    /** The subject with that slug, letter for letter, merged ones too. */
    static Optional<Subject> at(String slug) {
        return find("from Subject s left join fetch s.broader left join fetch s.mergedInto where s.slug = ?1", slug)
                .firstResultOptional();
    }

    /** The subjects with these ids. */
    static List<Subject> all(Collection<UUID> ids) {
        return list("from Subject s left join fetch s.broader where s.id in ?1", ids);
    }

    /** At most {@code most} subjects by slug, those after {@code slug}. */
    static List<Subject> after(String slug, int most) {
        return Subject.<Subject>find(
                        "from Subject s left join fetch s.broader where s.mergedInto is null and s.slug > ?1"
                                + " order by s.slug",
                        slug)
                .range(0, most - 1)
                .list();
    }

    /** At most {@code most} subjects by slug that are a part of the one with that id, those after {@code slug}. */
    static List<Subject> inside(UUID broader, String slug, int most) {
        return Subject.<Subject>find(
                        "from Subject s left join fetch s.broader where s.broader.id = ?1 and s.mergedInto is null"
                                + " and s.slug > ?2 order by s.slug",
                        broader,
                        slug)
                .range(0, most - 1)
                .list();
    }

    /** How many are a part of the one with that id. */
    static long countInside(UUID broader) {
        return count("broader.id = ?1 and mergedInto is null", broader);
    }

    /** A new one, not kept yet, with a free slug made of that name. */
    static Subject slugged(String name) {
        var subject = new Subject();
        subject.slug = NAMES.freeSlug(getEntityManager(), name, things -> insert(things, given -> SubjectKind.flow));
        return subject;
    }

    /** Keeps it with its names; returns those that another has, and then the transaction must not be committed. */
    Set<String> keep() {
        persistAndFlush();
        var names = Stream.concat(Stream.of(name), aliases.stream()).toList();
        return NAMES.take(getEntityManager(), id, names);
    }

    /** Which one has that name or alias, which one has. */
    static Subject owner(String name) {
        return findById(NAMES.owner(getEntityManager(), name).orElseThrow());
    }

    /** Takes the span and its days; null where it has none. */
    void happensIn(Period period) {
        var days = Optional.ofNullable(period).map(Period::days);
        span = period == null ? null : period.text();
        spanStart = days.map(Days::first).orElse(null);
        spanEnd = days.map(Days::last).orElse(null);
    }

    /** Whether {@code other} is this one, or is inside it through any number of steps. */
    boolean holds(Subject other) {
        for (var s = other; s != null; s = s.broader) {
            if (s.id.equals(id)) {
                return true;
            }
        }
        return false;
    }

    /** Hands names, narrower subjects and earlier mergers over to {@code target}, and leads to it from now on. */
    void mergeInto(Subject target) {
        var names = new ArrayList<>(target.aliases);
        names.add(name);
        names.addAll(aliases);
        target.aliases = names;
        if (holds(target)) {
            target.broader = broader;
        }
        NAMES.handOver(getEntityManager(), id, target.id);
        update("broader = ?1, version = version + 1 where broader = ?2 and id <> ?3", target, this, target.id);
        update("mergedInto = ?1 where mergedInto = ?2", target, this);
        broader = null;
        aliases = List.of();
        mergedInto = target;
    }

    private static List<UUID> insert(Names.Coming things, Function<String, SubjectKind> kind) {
        return Scalars.query(
                        getEntityManager(),
                        "insert into subject (id, slug, name, kind, aliases, version, created_at, updated_at)"
                                + " select id, slug, name, kind, '{}', 1, now(), now()"
                                + " from unnest(:ids, :slugs, :names, :kinds) as n(id, slug, name, kind)"
                                + " on conflict (slug) do nothing returning id",
                        UUID.class)
                .setParameter("ids", things.ids())
                .setParameter("slugs", things.slugs())
                .setParameter("names", things.names())
                .setParameter(
                        "kinds",
                        Stream.of(things.names())
                                .map(name -> kind.apply(name).name())
                                .toArray(String[]::new))
                .getResultList();
    }
}
