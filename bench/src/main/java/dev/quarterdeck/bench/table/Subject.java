package dev.quarterdeck.bench.table;

import java.sql.SQLException;

/** Who is measured: what it is asked to do is the same for all. */
interface Subject extends AutoCloseable {
    /** Reads a row by its key; how many bytes or members it had, so that nobody leaves the work out. */
    int get(int number) throws Exception;

    /** Reads a partition of a hundred rows. */
    int query(int partition) throws Exception;

    /** Reads a hundred rows by an index. */
    int queryIndex(int partition) throws Exception;

    /** Writes a new version of a row, which must be durable at the end. */
    void put(int number, long version) throws Exception;

    @Override
    void close() throws SQLException;
}
