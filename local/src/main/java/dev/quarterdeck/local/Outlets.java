package dev.quarterdeck.local;

import dev.quarterdeck.collect.facts.CatalogMeaning;
import dev.quarterdeck.local.facts.Comparison;
import dev.quarterdeck.local.facts.OutFolder;
import java.util.Optional;

/** Where the facts of a scan go beside the summary. */
record Outlets(Optional<OutFolder> folder, Optional<Comparison> comparison, RowStream stream, Optional<Book> book)
        implements AutoCloseable {
    static Outlets open(ScanWish wish, Shell shell) {
        Optional<Comparison> comparison = wish.earlier()
                .map(earlier -> Comparison.with(
                        earlier, new CatalogMeaning(shell.knowledge().types())));
        try {
            return new Outlets(
                    wish.options().out.map(OutFolder::open),
                    comparison,
                    new RowStream(shell.out(), wish.options().form),
                    Optional.empty());
        } catch (Refusal e) {
            comparison.ifPresent(Comparison::close);
            throw e;
        }
    }

    /** With the workspace, whose opener closes it, beside what the person named. */
    Outlets with(Optional<Book> workspace) {
        return new Outlets(folder, comparison, stream, workspace);
    }

    @Override
    public void close() {
        folder.ifPresent(OutFolder::close);
        comparison.ifPresent(Comparison::close);
    }
}
