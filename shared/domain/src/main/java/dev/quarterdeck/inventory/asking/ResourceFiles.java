package dev.quarterdeck.inventory.asking;

import java.io.IOException;
import java.io.InputStream;

/** Writes all the resources that a request is about, in its order, into a file: its page does not count. */
public interface ResourceFiles {
    void write(ListRequest request, FileForm form, Reader reader) throws IOException;

    /** Who waits for the file. What it throws ends the writing, of which then nothing is left. */
    interface Reader {
        /** How many there will be, and how far anybody looked for them. */
        void begins(Listing.Whole whole);

        /** So many rows are written; a form that is written at once says so only at the end. */
        void told(long rows);

        /** The whole file, which goes once this has returned. */
        void take(InputStream file) throws IOException;
    }
}
