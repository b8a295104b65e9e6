package org.numericclaims.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The folder that keeps the embedded database, held by one service at a time. */
final class DataFolder implements AutoCloseable {

    // closing a second channel on the lock file would give up the lock that the first one holds
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel lock;

    private DataFolder(Path path, FileChannel lock) {
        this.path = path;
        this.lock = lock;
    }

    /** Makes the folder where it is missing, and refuses one that is in use or cannot be written. */
    static DataFolder open(Path wanted) {
        try {
            if (!Files.isDirectory(wanted)) {
                var ownerOnly = PosixFilePermissions.fromString("rwx------");
                Files.createDirectories(wanted, PosixFilePermissions.asFileAttribute(ownerOnly));
            }
            return hold(wanted.toRealPath());
        } catch (IOException e) {
            throw new StartRefused(
                    "The data folder " + wanted.toAbsolutePath() + " cannot be written (" + e
                            + "): make it writable or set CLAIMS_DATA_DIR to another folder.",
                    e);
        }
    }

    private static DataFolder hold(Path path) throws IOException {
        if (!HELD.add(path)) {
            throw inUse(path);
        }
        FileChannel channel = null;
        boolean held = false;
        try {
            channel =
                    FileChannel.open(path.resolve("service.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            held = channel.tryLock() != null;
        } finally {
            if (!held) {
                HELD.remove(path);
                if (channel != null) {
                    channel.close();
                }
            }
        }
        if (!held) {
            throw inUse(path);
        }
        return new DataFolder(path, channel);
    }

    private static StartRefused inUse(Path path) {
        return new StartRefused("The data folder " + path
                + " is in use by another running service: stop that one or set CLAIMS_DATA_DIR to another folder.");
    }

    Path file(String name) {
        return path.resolve(name);
    }

    /** The database's password, made up when first asked for. */
    String password() throws IOException {
        var file = file("password");
        if (Files.notExists(file)) {
            if (Files.exists(file("pgdata"))) {
                throw new StartRefused("The file " + file + " is missing: the database beside it has a password.");
            }
            var bits = new byte[32];
            new SecureRandom().nextBytes(bits);
            writeSecret(file, HexFormat.of().formatHex(bits));
        }
        return Files.readString(file).strip();
    }

    private void writeSecret(Path file, String text) throws IOException {
        var unfinished = file("password.new");
        Files.deleteIfExists(unfinished);
        Files.createFile(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (var channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap((text + "\n").getBytes(StandardCharsets.US_ASCII)));
            channel.force(true);
        }
        finish(unfinished, file);
    }

    /** A new empty folder to prepare something in, after what an interrupted start left is removed. */
    Path unfinished(String name) throws IOException {
        try (var leftovers = Files.newDirectoryStream(path, name + ".new-*")) {
            for (var leftover : leftovers) {
                removeTree(leftover);
            }
        }
        return Files.createTempDirectory(path, name + ".new-");
    }

    /** Gives the finished file or folder its name in one step that survives a power cut. */
    void finish(Path unfinished, Path finished) throws IOException {
        Files.move(unfinished, finished, StandardCopyOption.ATOMIC_MOVE);
        try (var channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void removeTree(Path tree) throws IOException {
        try (var files = Files.walk(tree)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            System.getLogger(DataFolder.class.getName()).log(System.Logger.Level.WARNING, "Cannot unlock " + path, e);
        } finally {
            HELD.remove(path);
        }
    }
}
