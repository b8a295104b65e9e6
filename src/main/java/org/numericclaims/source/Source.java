package org.numericclaims.source;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.annotations.CreationTimestamp;
import org.hibernate.annotations.UpdateTimestamp;
import org.hibernate.annotations.UuidGenerator;
import org.numericclaims.figure.Unreadable;
import org.numericclaims.http.Fields;
import org.numericclaims.naming.Ids;
import org.numericclaims.naming.Names;

/** Where a claim was read; one that was merged is kept as the address that leads to its target. */
@Entity
public class Source extends PanacheEntityBase {

    static final int CITATION_LIMIT = 2_000;

    private static final UUID FIRST = new UUID(0, 0);
    private static final Names NAMES = Names.withoutSlugs("source", Source::identity);

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    public UUID id;

    public String url;
    public String citation;
    public String title;
    public String publisher;
    public String published;
    public String archiveUrl;
    public String language;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "merged_into")
    public Source mergedInto;

    @Version
    public int version = 1;

    @CreationTimestamp
    public Instant createdAt;

    @UpdateTimestamp
    public Instant updatedAt;

    /**
     * The text of a claim's source: a URL as it was given, a citation, or the id of a source. What is wrong with it
     * goes to the faults of {@code fields}; null then.
     */
    public static String read(Fields fields, String field) {
        var said = fields.peek(field);
        if (said != null && WebAddress.isMeant(said)) {
            return WebAddress.read(fields, field);
        }
        var text = fields.requiredName(field, CITATION_LIMIT);
        if (text != null && Ids.read(text).isPresent() && called(List.of(text)).isEmpty()) {
            fields.senseless(field, "unknown_source", "There is no source with that id.");
            return null;
        }
        return text;
    }

    /** What these ids, URLs and citations mean; those that mean no source are left out. */
    public static Map<String, UUID> called(Collection<String> texts) {
        return NAMES.find(getEntityManager(), texts);
    }

    /** The sources of these publishers, named letter for letter. */
    public static List<UUID> publishedBy(List<String> publishers) {
        return getEntityManager()
                .createQuery("select s.id from Source s where s.publisher in ?1 and s.mergedInto is null", UUID.class)
                .setParameter(1, publishers)
                .getResultList();
    }

    /** What these ids, URLs and citations mean, for claims that are going to name them: new sources are made. */
    public static Map<String, UUID> named(Collection<String> texts) {
        return NAMES.refer(getEntityManager(), texts, Source::insert);
    }

    /** The form in which two URLs, or two citations, are compared. */
    static String identity(String text) {
        try {
            return WebAddress.isMeant(text) ? new WebAddress(text).identity() : Names.fold(text);
        } catch (Unreadable e) {
            return Names.fold(text); // nothing that is kept has it: such texts are refused
        }
    }

    /** The source with that id, merged ones too; empty for what is no id. */
    static Optional<Source> at(String id) {
        return Ids.read(id)
                .flatMap(key -> Source.<Source>find("from Source s left join fetch s.mergedInto where s.id = ?1", key)
                        .firstResultOptional());
    }

    /** The sources with these ids. */
    public static List<Source> all(Collection<UUID> ids) {
        return list("from Source s where s.id in ?1", ids);
    }

    /** At most {@code most} sources by id, those after {@code id}; from the first where that is empty. */
    static List<Source> after(String id, int most) {
        return Source.<Source>find(
                        "mergedInto is null and id > ?1 order by id",
                        Ids.read(id).orElse(FIRST))
                .range(0, most - 1)
                .list();
    }

    /** Keeps it with its names; returns those that another has, and then the transaction must not be committed. */
    Set<String> keep() {
        persistAndFlush();
        var merged = Source.<Source>list("mergedInto", this).stream().flatMap(source -> source.names());
        return NAMES.take(getEntityManager(), id, Stream.concat(names(), merged).toList());
    }

    /** Which one has that URL or citation, which one has. */
    static Source owner(String text) {
        return findById(NAMES.owner(getEntityManager(), text).orElseThrow());
    }

    /** Hands its names and earlier mergers over to {@code target}, and leads to it from now on. */
    void mergeInto(Source target) {
        target.url = target.url == null ? url : target.url;
        target.citation = target.citation == null ? citation : target.citation;
        NAMES.handOver(getEntityManager(), id, target.id);
        update("mergedInto = ?1 where mergedInto = ?2", target, this);
        mergedInto = target;
    }

    private Stream<String> names() {
        return Stream.of(url, citation).filter(Objects::nonNull);
    }

    private static List<UUID> insert(Names.Coming things) {
        var texts = Stream.of(things.names());
        getEntityManager()
                .unwrap(Session.class)
                .createNativeMutationQuery("insert into source (id, url, citation, version, created_at, updated_at)"
                        + " select id, case when is_url then text end, case when not is_url then text end, 1, now(),"
                        + " now() from unnest(:ids, :texts, :urls) as n(id, text, is_url)")
                .setParameter("ids", things.ids())
                .setParameter("texts", things.names())
                .setParameter("urls", texts.map(WebAddress::isMeant).toArray(Boolean[]::new))
                .executeUpdate();
        return List.of(things.ids());
    }
}
