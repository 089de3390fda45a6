package org.portcullis.journal.adapter.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

import org.portcullis.journal.JournalHead;

/**
 * The file {@code HEAD}: how far the journal reached when it was last synced, so that whole records removed at the end
 * are missed. Two slots are written in turn; a write that was cut off leaves the other.
 *
 * <pre>
 * slot (88 bytes, at 0 and at 128): magic "PCJH" 4 | version 4 | count of writes 8 | last sequence 8 | its hash 32
 *                                   | SHA-256 of the 56 bytes before 32
 * </pre>
 */
public final class HeadFile implements AutoCloseable {

    /** Name of the file in the journal's folder. */
    public static final String NAME = "HEAD";

    private static final int MAGIC = 0x50434A48;
    private static final int VERSION = 1;
    private static final int SIGNED_BYTES = 4 + 4 + 8 + 8 + SegmentFormat.HASH_BYTES;
    private static final int SLOT_BYTES = SIGNED_BYTES + SegmentFormat.HASH_BYTES;
    private static final int SLOT_DISTANCE = 128;

    private final FileChannel channel;
    private final ByteBuffer slot = ByteBuffer.allocate(SLOT_BYTES);
    private long writes;

    private HeadFile(FileChannel channel, long writes) {
        this.channel = channel;
        this.writes = writes;
    }

    /** Opens the file for writing; a new one says "no record". */
    static HeadFile open(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        boolean fresh = !Files.exists(file);
        long writes = newest(folder).map(Slot::writes).orElse(0L);
        HeadFile head = new HeadFile(
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE), writes);
        if (fresh) {
            head.write(0, SegmentFormat.genesis());
            head.force();
            SegmentFiles.syncFolder(folder);
        }
        return head;
    }

    /** The newest readable head, empty when the file is absent or neither slot is whole. */
    public static Optional<JournalHead> read(Path folder) throws IOException {
        return newest(folder).map(found -> new JournalHead(found.sequence, HexFormat.of().formatHex(found.hash)));
    }

    /** Writes the other slot; the operating system has it when this returns, so it survives a killed process. */
    void write(long sequence, byte[] hash) throws IOException {
        writes++;
        slot.clear();
        slot.putInt(MAGIC).putInt(VERSION).putLong(writes).putLong(sequence).put(hash);
        slot.put(hashOfFirst(slot.array()));
        slot.flip();
        long position = writes % 2 * SLOT_DISTANCE;
        while (slot.hasRemaining()) {
            position += channel.write(slot, position);
        }
    }

    /** Makes what was written survive a power loss. */
    void force() throws IOException {
        channel.force(false);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static Optional<Slot> newest(Path folder) throws IOException {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        byte[] bytes = Files.readAllBytes(file);
        Optional<Slot> first = slotAt(bytes, 0);
        Optional<Slot> second = slotAt(bytes, SLOT_DISTANCE);
        if (first.isPresent() && second.isPresent()) {
            return first.get().writes > second.get().writes ? first : second;
        }
        return first.isPresent() ? first : second;
    }

    private static Optional<Slot> slotAt(byte[] bytes, int position) {
        if (bytes.length < position + SLOT_BYTES) {
            return Optional.empty();
        }
        byte[] slot = Arrays.copyOfRange(bytes, position, position + SLOT_BYTES);
        byte[] stored = Arrays.copyOfRange(slot, SIGNED_BYTES, SLOT_BYTES);
        ByteBuffer fields = ByteBuffer.wrap(slot);
        if (fields.getInt() != MAGIC || fields.getInt() != VERSION || !Arrays.equals(stored, hashOfFirst(slot))) {
            return Optional.empty();
        }
        byte[] hash = new byte[SegmentFormat.HASH_BYTES];
        long writes = fields.getLong();
        long sequence = fields.getLong();
        fields.get(hash);
        return Optional.of(new Slot(writes, sequence, hash));
    }

    private static byte[] hashOfFirst(byte[] slot) {
        return SegmentFormat.sha256().digest(Arrays.copyOf(slot, SIGNED_BYTES));
    }

    private record Slot(long writes, long sequence, byte[] hash) {
    }
}
