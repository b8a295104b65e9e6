package org.numericclaims.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.Function;

/** Answers pages of lists, with the whole address of the next one for scripts to follow. */
@ApplicationScoped
public class Lists {

    private final Cursors cursors;
    private final UriInfo uri;

    Lists(Cursors cursors, UriInfo uri) {
        this.cursors = cursors;
        this.uri = uri;
    }

    /** Which page is asked for; null for what is not said. */
    public record Paging(String limit, String cursor) {}

    /** Rows in the order of one key, which has no line break. */
    public record Sorted<V>(String list, After<V> rows, Function<V, String> key) {}

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

    /** The page of the rows that {@code find} finds by {@code q}, as {@link #page(Page)} answers it. */
    public <V> Response search(String list, String q, Paging asked, Function<Search, List<Found<V>>> find) {
        var parameters = new Parameters();
        parameters.search("q", q);
        parameters.throwIfAny();
        int most = Limit.of(asked.limit());
        var name = list + " q=" + q;
        var place = asked.cursor() == null ? null : cursors.read(name, asked.cursor());
        var found = find.apply(new Search(q, place, most + 1));
        var shown = found.subList(0, Math.min(most, found.size()));
        var next =
                found.size() > most ? cursors.behind(name, shown.get(most - 1).place()) : null;
        return page(new Page<>(shown.stream().map(Found::view).toList(), next));
    }

    /** The page of those rows that the parameters ask for, as {@link #page(Page)} answers it. */
    public <V> Response page(Sorted<V> sorted, String limit, String cursor) {
        int most = Limit.of(limit);
        var after = cursor == null ? "" : cursors.read(sorted.list(), cursor).get(0);
        var found = sorted.rows().find(after, most + 1);
        if (found.size() <= most) {
            return page(new Page<>(found, null));
        }
        var last = sorted.key().apply(found.get(most - 1));
        return page(new Page<>(found.subList(0, most), cursors.behind(sorted.list(), List.of(last))));
    }

    /** 200 with the page, and a Link header where it is not the last (RFC 8288). */
    public Response page(Page<?> page) {
        return linked(page, page.next());
    }

    /** As {@link #page(Page)}, for a page that has more than its items. */
    public Response linked(Object page, String cursor) {
        var response = Response.ok(page);
        if (cursor != null) {
            var next = uri.getRequestUriBuilder().replaceQueryParam("cursor", cursor);
            response.header(HttpHeaders.LINK, "<" + next.build() + ">; rel=\"next\"");
        }
        return response.build();
    }
}
