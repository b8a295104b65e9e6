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

    /** Rows in the order of one key, which has no line break. */
    public record Sorted<V>(String list, After<V> rows, Function<V, String> key) {}

    /** At most {@code most} rows, those behind the one with that key; from the first where it is empty. */
    public interface After<V> {
        List<V> find(String key, int most);
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
