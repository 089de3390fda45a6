package org.portcullis.engine.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sole ownership of a folder by one process and one object in it, held through a lock on a file. The operating system
 * frees it when the process dies, however it dies.
 */
public final class FolderLock implements AutoCloseable {

    /** A second channel on a locked file would free the lock when closed, so owners of this process are kept here. */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock or says who holds it.
     *
     * @param file the lock file; its folder is created when absent
     * @throws IllegalStateException when another owner holds it
     * @throws UncheckedIOException when the file cannot be written
     */
    public static FolderLock acquire(Path file) {
        Path path = file.toAbsolutePath().normalize();
        if (!HELD.add(path)) {
            throw new IllegalStateException(path + " is held by this process already");
        }
        try {
            Files.createDirectories(path.getParent());
            return new FolderLock(path, lockedChannel(path));
        } catch (IOException e) {
            HELD.remove(path);
            throw new UncheckedIOException("cannot lock " + path + ": " + e, e);
        } catch (RuntimeException e) {
            HELD.remove(path);
            throw e;
        }
    }

    /** The locks below a folder that this process holds, as paths within it, in alphabetical order (S2-G3). */
    public static List<Path> heldBelow(Path folder) {
        Path root = folder.toAbsolutePath().normalize();
        return HELD.stream().filter(lock -> lock.startsWith(root)).map(root::relativize).sorted().toList();
    }

    private static FileChannel lockedChannel(Path path) throws IOException {
        FileChannel channel = FileChannel.open(path,
                StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw new IllegalStateException(path + " is held by process " + Files.readString(path).strip()
                        + "; stop it first or use another folder");
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)));
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Gives the folder free; a second call does nothing. */
    @Override
    public void close() {
        if (!channel.isOpen()) {
            return;
        }
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot free " + file, e);
        } finally {
            HELD.remove(file);
        }
    }
}
