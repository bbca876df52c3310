package dev.quarterdeck.inventory.find;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What very many resources have is told of some of them, and how many more there are is said. */
class FinderLimitTest {
    private record Alike(int count) implements Known {
        @Override
        public void resources(Consumer<Json.Obj> taker) {
            IntStream.range(0, count)
                    .mapToObj(number -> new Members()
                            .put("uid", "r" + number)
                            .put("name", "name-" + number)
                            .put("tags", new Members().put("Stage", "prod"))
                            .json())
                    .forEach(taker);
        }

        @Override
        public void edges(Consumer<Json.Obj> taker) {
            // none
        }
    }

    @Test
    void tellsHowManyMoreThereAre() {
        Found found = Finder.in(new Alike(Finder.MOST + 7)).find("prod");

        assertThat(found.matches()).hasSize(Finder.MOST);
        assertThat(found.more()).isEqualTo(7);
    }

    @Test
    void tellsAllWhereThatIsNotTooMany() {
        assertThat(Finder.in(new Alike(Finder.MOST)).find("prod").more()).isZero();
        assertThat(Finder.in(new Alike(Finder.MOST + 7)).find("name-3").matches())
                .hasSize(1);
    }
}
