package dev.quarterdeck.inventory.exporting;

import dev.quarterdeck.identity.access.Permission;
import dev.quarterdeck.inventory.asking.ListCoverage;
import dev.quarterdeck.inventory.asking.ListRequest;
import dev.quarterdeck.inventory.asking.Listing;
import dev.quarterdeck.inventory.asking.ResourceFiles;
import dev.quarterdeck.kernel.Digest;
import dev.quarterdeck.kernel.Failure;
import dev.quarterdeck.kernel.FailureException;
import dev.quarterdeck.kernel.Json;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;

/** Keeps the file of one turn: only what is whole, and whose owner may still see all that it tells, is ever given out. */
final class FileKeeper implements ResourceFiles.Reader {
    private final Turn turn;
    private final ListRequest request;
    private final ExportMeans means;
    private final Clock clock;
    private Json.Obj coverage = Json.Obj.EMPTY;
    private long rows;

    FileKeeper(Turn turn, ListRequest request, ExportMeans means, Clock clock) {
        this.turn = turn;
        this.request = request;
        this.means = means;
        this.clock = clock;
    }

    @Override
    public void begins(Listing.Whole whole) {
        turn.count(whole.count().number());
        coverage = new ListCoverage(request.filter(), whole.looking())
                .told(request.when(), turn.export().frozen().accounts())
                .json();
    }

    @Override
    public void told(long written) {
        rows = written;
        turn.rows(written);
    }

    @Override
    public void take(InputStream file) throws IOException {
        MessageDigest digest = Digest.algorithm();
        var counted = new Counted(new DigestInputStream(file, digest));
        means.objects().put(turn.object(), counted);
        Export export = turn.export();
        if (!means.sight().sees(export.owner().user(), export.frozen().accounts())) {
            throw new FailureException(new Failure.Forbidden(
                    Permission.RESOURCE_READ.text(),
                    "it tells of accounts that its owner may not see any more: ask for a new one"));
        }
        String hash = HexFormat.of().formatHex(digest.digest());
        turn.end(new Stage.Done(clock.instant(), new Stage.File(turn.object(), rows, counted.bytes, hash), coverage));
    }

    private static final class Counted extends FilterInputStream {
        private long bytes;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            bytes += one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int some = super.read(into, from, length);
            bytes += Math.max(some, 0);
            return some;
        }
    }
}
