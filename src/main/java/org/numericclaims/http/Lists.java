package org.numericclaims.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Answers pages of lists, with the whole address of the next one for scripts to follow. */
@ApplicationScoped
public class Lists {

    private final Cursors cursors;
    private final Asked asked;

    Lists(Cursors cursors, Asked asked) {
        this.cursors = cursors;
        this.asked = asked;
    }

    /** Which page is asked for; null for what is not said. */
    public record Paging(String limit, String cursor, String count) {}

    /**
     * A list of things with names.
     *
     * @param name what it is called in cursors
     * @param rows all of them in the order of one key
     * @param key that key, which has no line break
     * @param near those that a search finds
     * @param size how many a search by that text finds, or there are where it is null
     */
    public record Catalogue<V>(
            String name,
            After<V> rows,
            Function<V, String> key,
            Function<Search, List<Found<V>>> near,
            ToLongFunction<String> size) {}

    /** At most {@code most} rows, those behind the one with that key; from the first where it is empty. */
    public interface After<V> {
        List<V> find(String key, int most);
    }

    /** What is searched in the list named so: behind a place in it, from the first where that is null. */
    public record Search(String q, List<String> place, int most) {

        /** What 'q' means on lists of things with names, for the OpenAPI document. */
        public static final String MEANING =
                "Only those with a name like it, the nearest first: it may be the beginning"
                        + " of a word, and misspelt; case and accents don't count. At most 500 characters.";
    }

    /** A row with its place in the list. */
    public record Found<V>(V view, List<String> place) {}

    /** The page of those that {@code q} finds, or of all where it is null, as {@link #page(Page)} answers it. */
    public <V> Response page(Catalogue<V> catalogue, String q, Paging asked) {
        var parameters = new Parameters();
        parameters.search("q", q);
        parameters.choice("count", asked.count(), Count.KINDS);
        parameters.throwIfAny();
        int most = Limit.of(asked.limit());
        var list = q == null ? catalogue.name() : catalogue.name() + " q=" + q;
        var place = place(list, asked.cursor());
        var found =
                q == null ? all(catalogue, place, most + 1) : catalogue.near().apply(new Search(q, place, most + 1));
        var page = cut(list, found, most);
        var count = asked.count() == null ? null : new Count(catalogue.size().applyAsLong(q), Count.EXACT);
        return page(new Page<>(page.items(), page.next(), count));
    }

    private static <V> List<Found<V>> all(Catalogue<V> catalogue, List<String> place, int most) {
        return catalogue.rows().find(place == null ? "" : place.get(0), most).stream()
                .map(row -> new Found<>(row, List.of(catalogue.key().apply(row))))
                .toList();
    }

    /** The place in the list that the cursor names, null for none; a problem where it was not made for this list. */
    public List<String> place(String list, String cursor) {
        return cursor == null ? null : cursors.read(list, cursor);
    }

    /** A page of {@code most} of the rows found; where there is one more, the next page goes on behind the last shown. */
    public <V> Page<V> cut(String list, List<Found<V>> found, int most) {
        var shown = found.stream().limit(most).map(Found::view).toList();
        return new Page<>(
                shown,
                found.size() > most ? cursors.behind(list, found.get(most - 1).place()) : null);
    }

    /** The list with what was asked of it, to which a cursor belongs; not with what may change from page to page. */
    public String asked(String list, String... mayChange) {
        var lasting = new TreeMap<>(asked.parameters());
        lasting.keySet().removeAll(List.of("cursor", "limit"));
        lasting.keySet().removeAll(List.of(mayChange));
        return list + " " + lasting;
    }

    /** 200 with the page, and a Link header where it is not the last (RFC 8288). */
    public Response page(Page<?> page) {
        return linked(page, page.next());
    }

    /** As {@link #page(Page)}, for a page that has more than its items. */
    public Response linked(Object page, String cursor) {
        return linked(page, "cursor", cursor);
    }

    /** As {@link #linked(Object, String)}, for a list that goes on by a parameter of another name. */
    public Response linked(Object page, String parameter, String cursor) {
        var response = Response.ok(page);
        if (cursor != null) {
            var next = asked.address().replaceQueryParam(parameter, cursor);
            response.header(HttpHeaders.LINK, "<" + next.build() + ">; rel=\"next\"");
        }
        return response.build();
    }
}
