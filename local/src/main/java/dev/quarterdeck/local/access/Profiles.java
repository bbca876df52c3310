package dev.quarterdeck.local.access;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.profiles.ProfileProperty;

/** The profiles of {@code ~/.aws/config} and {@code ~/.aws/credentials}, or wherever the environment says they are. */
public final class Profiles {
    private final ProfileFile file;

    private Profiles(ProfileFile file) {
        this.file = file;
    }

    /** Whoever has no files has no profiles. */
    public static Profiles read(Map<String, String> env, Path userHome) {
        ProfileFile.Aggregator both = ProfileFile.aggregator();
        add(both, path(env, "AWS_SHARED_CREDENTIALS_FILE", userHome, "credentials"), ProfileFile.Type.CREDENTIALS);
        add(both, path(env, "AWS_CONFIG_FILE", userHome, "config"), ProfileFile.Type.CONFIGURATION);
        return new Profiles(both.build());
    }

    private static Path path(Map<String, String> env, String variable, Path userHome, String name) {
        String given = env.getOrDefault(variable, "");
        return given.isEmpty() ? userHome.resolve(".aws").resolve(name) : Path.of(given);
    }

    private static void add(ProfileFile.Aggregator both, Path path, ProfileFile.Type type) {
        if (Files.isRegularFile(path)) {
            both.addFile(ProfileFile.builder().content(path).type(type).build());
        }
    }

    public Set<String> names() {
        return new TreeSet<>(file.profiles().keySet());
    }

    Optional<Profile> find(String name) {
        return file.profile(name);
    }

    ProfileFile file() {
        return file;
    }

    public Optional<String> region(String name) {
        return setting(name, "region");
    }

    public Optional<String> setting(String name, String setting) {
        return find(name).flatMap(profile -> profile.property(setting));
    }

    /** The endpoint that a profile's section of services names for one of them. */
    public Optional<String> serviceEndpoint(String name, String service) {
        return setting(name, "services")
                .flatMap(section -> file.getSection("services", section))
                .flatMap(section -> section.property(service + ".endpoint_url"));
    }

    /** The command that signs in through the browser, where this profile's session, or that behind its role, comes from there. */
    public Optional<String> signIn(String name) {
        return signIn(name, new HashSet<>());
    }

    /** How many roles are assumed on the way to this profile's credentials. */
    public long roles(String name) {
        return roles(name, new HashSet<>());
    }

    private long roles(String name, Set<String> seen) {
        return find(name)
                .filter(profile -> profile.property(ProfileProperty.ROLE_ARN).isPresent() && seen.add(name))
                .map(profile -> 1
                        + profile.property(ProfileProperty.SOURCE_PROFILE)
                                .filter(source -> !source.equals(name))
                                .map(source -> roles(source, seen))
                                .orElse(0L))
                .orElse(0L);
    }

    private Optional<String> signIn(String name, Set<String> seen) {
        return find(name).filter(_ -> seen.add(name)).flatMap(profile -> {
            if (profile.property("sso_session").isPresent()
                    || profile.property("sso_start_url").isPresent()) {
                return Optional.of("aws sso login --profile " + name);
            }
            return profile.property("login_session").isPresent()
                    ? Optional.of("aws login --profile " + name)
                    : profile.property(ProfileProperty.SOURCE_PROFILE).flatMap(source -> signIn(source, seen));
        });
    }
}
