package dev.quarterdeck.platform.local.table;

import java.sql.SQLException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** A few connections that read side by side, each lent to one thread at a time; opened as they are needed. */
final class Readers implements AutoCloseable {
    private static final int MOST = 4;

    private final SqliteFile file;
    private final Semaphore free = new Semaphore(MOST, true);
    private final Deque<Reader> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    Readers(SqliteFile file) {
        this.file = file;
    }

    /** What is done with a reader while it is lent. */
    interface Reading<T> {
        T with(Reader reader) throws SQLException;
    }

    <T> T read(Reading<T> reading) {
        free.acquireUninterruptibly();
        try {
            return read(borrow(), reading);
        } catch (SQLException e) {
            throw Trouble.of(e, file.path());
        } finally {
            free.release();
        }
    }

    /** A reader that had trouble is not lent again. */
    private <T> T read(Reader reader, Reading<T> reading) throws SQLException {
        try {
            T result = reading.with(reader);
            idle.addFirst(reader);
            return result;
        } catch (SQLException | RuntimeException e) {
            reader.close();
            throw e;
        }
    }

    private Reader borrow() throws SQLException {
        if (closed) {
            throw Trouble.closed(file.path());
        }
        @Nullable Reader reader = idle.pollFirst();
        return reader == null ? new Reader(file.connectToRead()) : reader;
    }

    @Override
    public void close() {
        closed = true;
        free.acquireUninterruptibly(MOST);
        try {
            for (Reader reader : idle) {
                reader.close();
            }
        } catch (SQLException e) {
            throw Trouble.of(e, file.path());
        } finally {
            free.release(MOST);
        }
    }
}
