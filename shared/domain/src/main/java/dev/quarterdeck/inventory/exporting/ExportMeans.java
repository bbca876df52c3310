package dev.quarterdeck.inventory.exporting;

import dev.quarterdeck.inventory.asking.Filing;
import dev.quarterdeck.inventory.filter.Vocabulary;
import dev.quarterdeck.kernel.objects.Objects;

/** What exports are made with: the words of filters, what writes files and keeps them, and who may have them. */
public record ExportMeans(Vocabulary words, Filing filing, ExportSight sight) {
    Objects objects() {
        return filing.objects();
    }
}
