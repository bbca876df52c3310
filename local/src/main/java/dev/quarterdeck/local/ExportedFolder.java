package dev.quarterdeck.local;

import dev.quarterdeck.inventory.asking.ListRequest;
import dev.quarterdeck.inventory.asking.Listing;
import dev.quarterdeck.inventory.asking.ResourceFiles;
import dev.quarterdeck.local.asking.FolderRows;
import dev.quarterdeck.local.facts.FactFolder;
import dev.quarterdeck.query.engine.Engine;
import dev.quarterdeck.query.lists.DuckDbResourceFiles;
import dev.quarterdeck.query.lists.Projection;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A file of the resources of one look, which a scan wrote into a folder. */
final class ExportedFolder {
    private final Shell shell;
    private final ExportWish wish;
    private final FactFolder facts;

    ExportedFolder(Shell shell, ExportWish wish, FactFolder facts) {
        this.shell = shell;
        this.wish = wish;
        this.facts = facts;
    }

    void write() {
        var question = FolderQuestion.read(shell, facts, wish.wording());
        try {
            Path rows = Files.createTempDirectory("quarterdeck-");
            try (var projection = new Projection(Engine.beside(
                    rows.resolve("rows.db"), "1GB", Runtime.getRuntime().availableProcessors()))) {
                new DuckDbResourceFiles(projection, new FolderRows(facts))
                        .write(question.request(ListRequest.Page.ALL), wish.form(), new Taker(question));
            } finally {
                remove(rows);
            }
        } catch (IOException e) {
            throw Refusal.usage("the file cannot be made: %s".formatted(Refusal.why(e)));
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private final class Taker implements ResourceFiles.Reader {
        private final FolderQuestion question;
        private long count;

        Taker(FolderQuestion question) {
            this.question = question;
        }

        @Override
        public void begins(Listing.Whole whole) {
            count = whole.count().number();
        }

        @Override
        public void told(long rows) {}

        @Override
        public void take(InputStream file) throws IOException {
            new ExportedFile(shell, wish).take(file);
            shell.err().println(question.remark(count, count));
            shell.err().flush();
        }
    }
}
