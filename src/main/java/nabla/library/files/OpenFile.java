package nabla.library.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.file.Path;
import nabla.library.Decoded;

/** One file that a program opened: bytes read and written at a position, through a buffer. */
final class OpenFile {
    private static final int BLOCK = 8192;

    private final RandomAccessFile file;
    private final boolean append;
    final Path path;
    final boolean readable;
    final boolean writable;
    /** The mode it was opened with. */
    final String mode;
    final ByteOrder order;
    final Charset charset;
    private final byte[] block = new byte[BLOCK];
    private int at;
    private int filled;
    private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
    private boolean ended;

    /**
     * @param mode as C's fopen: r, w, a, each with + or without
     * @param order of the bytes of numbers, unless a read or write says otherwise
     * @param charset of its text
     */
    OpenFile(Path path, String mode, ByteOrder order, Charset charset) throws IOException {
        boolean plus = mode.indexOf('+') >= 0;
        char kind = mode.charAt(0);
        this.path = path;
        this.mode = mode;
        this.order = order;
        this.charset = charset;
        readable = kind == 'r' || plus;
        writable = kind != 'r' || plus;
        append = kind == 'a';
        if (kind == 'r' && !java.nio.file.Files.isRegularFile(path)) throw new IOException(path + " is no file");
        file = new RandomAccessFile(path.toFile(), writable ? "rw" : "r");
        if (kind == 'w') file.setLength(0);
        if (append) file.seek(file.length());
    }

    /** The next byte, −1 at the end. */
    int read() throws IOException {
        if (at == filled) {
            flush();
            filled = Math.max(0, file.read(block, 0, BLOCK));
            at = 0;
            if (filled == 0) {
                ended = true;
                return -1;
            }
        }
        return block[at++] & 0xff;
    }

    /** The next line with its newline, null at the end of the file; at most so many bytes. */
    String line(long most) throws IOException {
        ByteArrayOutputStream b = new ByteArrayOutputStream();
        int c = -1;
        while (b.size() < most && (c = read()) >= 0) {
            b.write(c);
            if (c == '\n') break;
        }
        if (b.size() == 0) return null;
        if (c >= 0 && read() >= 0) at--;
        return Decoded.of(b.toByteArray(), charset).text();
    }

    /** What follows up to the end. */
    Decoded rest() throws IOException {
        ByteArrayOutputStream b = new ByteArrayOutputStream();
        for (int c = read(); c >= 0; c = read()) b.write(c);
        return Decoded.of(b.toByteArray(), charset);
    }

    /** The next characters, at most so many. */
    String characters(double most) throws IOException {
        long start = position();
        Decoded all = rest();
        if (all.text().length() <= most) return all.text();
        seek(start + all.bytes((int) most));
        return all.text().substring(0, (int) most);
    }

    void write(byte[] bytes) throws IOException {
        if (at != filled) file.seek(position());
        at = filled = 0;
        pending.writeBytes(bytes);
        if (pending.size() > BLOCK) flush();
    }

    void flush() throws IOException {
        if (pending.size() == 0) return;
        if (append) file.seek(file.length());
        file.write(pending.toByteArray());
        pending.reset();
    }

    long position() throws IOException {
        return file.getFilePointer() - (filled - at) + pending.size();
    }

    long length() throws IOException {
        flush();
        return file.length();
    }

    void seek(long to) throws IOException {
        flush();
        file.seek(to);
        at = filled = 0;
        ended = false;
    }

    /** Whether a read has met the end. */
    boolean ended() {
        return ended;
    }

    void close() throws IOException {
        flush();
        file.close();
    }
}
