package dev.quarterdeck.inventory.exporting;

/** The export is somebody else's to write by now, or nobody's: whatever is still done for it is in vain. */
final class Lost extends RuntimeException {
    private static final long serialVersionUID = 1;

    Lost(ExportId id) {
        super("export %s was cancelled or taken over".formatted(id));
    }
}
