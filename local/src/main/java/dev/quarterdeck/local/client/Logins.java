package dev.quarterdeck.local.client;

import dev.quarterdeck.kernel.Fields;
import dev.quarterdeck.kernel.Json;
import dev.quarterdeck.kernel.Members;
import dev.quarterdeck.local.Refusal;
import dev.quarterdeck.platform.local.Home;
import dev.quarterdeck.platform.local.vault.OwnFile;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Optional;

/** The sessions of this person with hubs elsewhere, in a file only they can read. Each ends at its hub, or by logging out. */
public final class Logins {
    private final Home home;
    private final OwnFile file;

    public Logins(Home home) {
        this.home = home;
        this.file = new OwnFile(home.logins());
    }

    /** A session at one hub. */
    public record Login(String name, String token) {
        @Override
        public String toString() {
            return "Login[%s]".formatted(name); // never the token
        }
    }

    public Optional<Login> at(URI hub) {
        return Fields.of(all()).maybeObject(key(hub)).map(login -> new Login(login.text("name"), login.text("token")));
    }

    public void keep(URI hub, Login login) {
        var kept = new Members().put("name", login.name()).put("token", login.token());
        write(all().with(key(hub), kept.json()));
    }

    public void forget(URI hub) {
        var left = new LinkedHashMap<>(all().members());
        left.remove(key(hub));
        write(new Json.Obj(left));
    }

    private static String key(URI hub) {
        return hub.toString().replaceFirst("/+$", "");
    }

    private Json.Obj all() {
        return file.read()
                .map(bytes -> Json.parse(new String(bytes, StandardCharsets.UTF_8)))
                .filter(Json.Obj.class::isInstance)
                .map(Json.Obj.class::cast)
                .orElse(Json.Obj.EMPTY);
    }

    private void write(Json.Obj logins) {
        try {
            Files.createDirectories(home.folder());
        } catch (IOException e) {
            throw Refusal.usage("'%s' cannot be made: %s".formatted(home.folder(), Refusal.why(e)));
        }
        file.write((logins.text() + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
