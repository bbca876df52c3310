package dev.quarterdeck.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** Which Quarterdeck this is. */
final class Version implements IVersionProvider {
    private static final String FILE = "version.properties";

    /** Of the product alone, as in the user agent and in {@code run.json}. */
    static String number() {
        try (InputStream in = Version.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the build left out " + FILE);
            }
            var properties = new Properties();
            properties.load(in);
            return properties.getProperty("version", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String[] getVersion() {
        return new String[] {
            "quarterdeck " + number(), "Java " + Runtime.version() + " on " + System.getProperty("os.name")
        };
    }
}
