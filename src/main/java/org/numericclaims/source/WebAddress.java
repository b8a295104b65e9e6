package org.numericclaims.source;

import com.ibm.icu.text.IDNA;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.numericclaims.figure.Unreadable;
import org.numericclaims.http.Fields;
import org.numericclaims.naming.Names;

/**
 * A URL of the web, kept as it was given.
 *
 * @param text http or https, with a host, without user and password; the path may have any script
 */
public record WebAddress(String text) {

    static final int LIMIT = 2_048;

    /** What a browser would follow or run; other words before a colon begin a citation. */
    private static final Pattern SCHEME = Pattern.compile("(?:[a-z][a-z0-9+.-]*:[/\\\\]{2}|https?:[^\\s]|"
            + "(?:javascript|vbscript|view-source):|(?:data|file|ftps?|sftp|blob|about|filesystem|wss?):[^\\s]).*");

    private static final Pattern WEB = Pattern.compile("https?:");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

    private static final Pattern FORM = Pattern.compile(
            "(?<scheme>https?)://(?<authority>[^/?#]*)(?<path>[^?#]*)(?<rest>.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern AUTHORITY =
            Pattern.compile("(?<host>\\[[0-9A-Fa-f:.]+]|[^:\\[\\]]+)(?::(?<port>[0-9]{0,5}))?");
    private static final Pattern HOST = Pattern.compile("\\[.*]|[a-z0-9_-]+(\\.[a-z0-9_-]+)*\\.?");
    private static final IDNA IDN = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII);

    /** Hyphens stand anywhere in the host names of real sites. */
    private static final Set<IDNA.Error> HARMLESS =
            EnumSet.of(IDNA.Error.LEADING_HYPHEN, IDNA.Error.TRAILING_HYPHEN, IDNA.Error.HYPHEN_3_4);

    private static final int LAST_PORT = 65_535;

    /** Refuses with {@code url_scheme}, {@code url_has_password} or {@code malformed_url}. */
    public WebAddress {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            throw otherScheme(text) ? wrongScheme() : malformed();
        }
        if (form.group("authority").contains("@")) {
            throw new Unreadable("url_has_password", "Take the user name and password out of the URL.");
        }
        if (text.codePoints().anyMatch(WebAddress::isForeign) || host(form).isEmpty() || port(form) > LAST_PORT) {
            throw malformed();
        }
    }

    /** Whether a reader would take the text for an address, be it a bad one; else it is a citation. */
    static boolean isMeant(String text) {
        return SCHEME.matcher(bare(text)).matches();
    }

    /** Reads a URL from a body; null where it is absent or blank, and where it was refused. */
    public static String read(Fields fields, String field) {
        var said = fields.peek(field);
        if (said != null && otherScheme(said)) {
            refuse(fields, field, wrongScheme());
            return null;
        }
        var line = fields.line(field, LIMIT);
        try {
            return line == null ? null : new WebAddress(line).text();
        } catch (Unreadable e) {
            refuse(fields, field, e);
            return null;
        }
    }

    /**
     * The form in which two are compared (RFC 3986, section 6.2.2.1 and 6.2.3): scheme and host in lower case, the
     * host in ASCII (UTS 46), without the default port; an empty path is {@code /}.
     */
    public String identity() {
        var form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalStateException(text);
        }
        var scheme = form.group("scheme").toLowerCase(Locale.ROOT);
        int port = port(form);
        boolean usual = port < 0 || port == (scheme.equals("https") ? 443 : 80);
        var path = form.group("path");
        return scheme + "://" + host(form).orElseThrow() + (usual ? "" : ":" + port) + (path.isEmpty() ? "/" : path)
                + form.group("rest");
    }

    /** As browsers read it: without control characters, compatible letters as one, in lower case. */
    private static String bare(String text) {
        return Names.fold(CONTROL.matcher(text).replaceAll(""));
    }

    private static boolean otherScheme(String text) {
        var bare = bare(text);
        return SCHEME.matcher(bare).matches() && !WEB.matcher(bare).lookingAt();
    }

    private static Optional<String> host(Matcher form) {
        var authority = AUTHORITY.matcher(form.group("authority"));
        if (!authority.matches()) {
            return Optional.empty();
        }
        var host = authority.group("host");
        if (host.startsWith("[")) {
            return Optional.of(host.toLowerCase(Locale.ROOT));
        }
        var info = new IDNA.Info();
        var ascii = IDN.nameToASCII(host, new StringBuilder(), info).toString();
        return HARMLESS.containsAll(info.getErrors()) && HOST.matcher(ascii).matches()
                ? Optional.of(ascii)
                : Optional.empty();
    }

    private static int port(Matcher form) {
        var authority = AUTHORITY.matcher(form.group("authority"));
        var port = authority.matches() ? authority.group("port") : null;
        return port == null || port.isEmpty() ? -1 : Integer.parseInt(port);
    }

    /** What no browser writes into an address: blanks, characters that cannot be seen, and the marks around one. */
    private static boolean isForeign(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT
                || "<>\"\\".indexOf(c) >= 0;
    }

    private static void refuse(Fields fields, String field, Unreadable why) {
        fields.senseless(field, why.code(), why.getMessage());
    }

    private static Unreadable wrongScheme() {
        return new Unreadable("url_scheme", "Send a URL that begins with http:// or https://, or a citation in words.");
    }

    private static Unreadable malformed() {
        return new Unreadable("malformed_url", "Send the whole URL as the browser shows it: https://example.org/page.");
    }
}
