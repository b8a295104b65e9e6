package org.numericclaims.app;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** PostgreSQL's programs for this machine, unpacked from the jar that carries them. */
record PostgresBinaries(Path home) {

    private static final Pattern VERSION = Pattern.compile("-(\\d+(?:\\.\\d+)+)\\.jar");

    /** Unpacks into the folder unless the same version is there already. */
    static PostgresBinaries in(DataFolder folder) throws IOException {
        var archive = archive();
        var home = folder.file("postgres-" + version(archive));
        if (Files.notExists(home)) {
            var unfinished = folder.unfinished("postgres");
            try (var packed = new BufferedInputStream(archive.openStream())) {
                unpack(packed, unfinished);
            }
            folder.finish(unfinished, home);
        }
        return new PostgresBinaries(home);
    }

    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    private static URL archive() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        var processor = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        var found =
                PostgresBinaries.class.getClassLoader().getResource("postgres-" + system + "-" + processor + ".txz");
        if (found == null) {
            throw new StartRefused("This package holds no PostgreSQL for " + system + " on " + processor
                    + ": set QUARKUS_DATASOURCE_JDBC_URL to one of your own.");
        }
        return found;
    }

    private static String version(URL archive) {
        var found = VERSION.matcher(archive.getPath());
        if (!found.find()) {
            throw new IllegalStateException("No version in the name of " + archive);
        }
        return found.group(1);
    }

    private static void unpack(InputStream packed, Path target) throws IOException {
        try (var tar = new TarArchiveInputStream(new XZCompressorInputStream(packed))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var file = target.resolve(entry.getName()).normalize();
                if (!file.startsWith(target)) {
                    throw new IOException("An entry leads out of the archive: " + entry.getName());
                }
                unpack(entry, tar, file);
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path file) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, file);
        if ((entry.getMode() & 0100) != 0 && !file.toFile().setExecutable(true)) {
            throw new IOException("Cannot make " + file + " executable");
        }
    }
}
