package dev.quarterdeck.local.access;

import dev.quarterdeck.local.Refusal;
import dev.quarterdeck.wire.Access;
import dev.quarterdeck.wire.AssumedRole;
import dev.quarterdeck.wire.AwsApi;
import dev.quarterdeck.wire.RoleSession;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.InstanceProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.profiles.Profile;
import software.amazon.awssdk.profiles.ProfileProperty;

/**
 * Credentials by name, or those that the environment offers, in the order of AWS's own tools. Roles named in profiles are
 * assumed through our own client, so that an endpoint override counts for them too.
 */
public final class Keyring {
    static final String INSTANCE_ROLE = "instance role";
    static final String VARIABLES = "environment variables";
    private static final String DEFAULT_PROFILE = "default";
    private static final String FALLBACK_REGION = "us-east-1";
    private static final String PURPOSE = "scan";
    private static final String EXTERNAL_ID = "external_id";

    private final Map<String, String> env;
    private final Profiles profiles;
    private final AwsApi api;
    private final Clock clock;

    public Keyring(Map<String, String> env, Profiles profiles, AwsApi api, Clock clock) {
        this.env = env;
        this.profiles = profiles;
        this.api = api;
        this.clock = clock;
    }

    /** The door of a profile; refuses one that is not there. */
    public Door profile(String name) {
        return new Door("profile " + name, credentials(name, new LinkedHashSet<>()), region(name), Optional.of(name));
    }

    /** The door of whatever the environment offers. */
    public Door environment() {
        if (!variable("AWS_ACCESS_KEY_ID").isEmpty()) {
            return new Door(VARIABLES, variables(), region(DEFAULT_PROFILE), Optional.empty());
        }
        if (!variable("AWS_WEB_IDENTITY_TOKEN_FILE").isEmpty()) {
            return own("web identity", webIdentity());
        }
        String profile = variable("AWS_PROFILE");
        if (!profile.isEmpty()
                || profiles.find(DEFAULT_PROFILE)
                        .filter(Keyring::hasCredentials)
                        .isPresent()) {
            return profile(profile.isEmpty() ? DEFAULT_PROFILE : profile);
        }
        if (!variable("AWS_CONTAINER_CREDENTIALS_RELATIVE_URI").isEmpty()
                || !variable("AWS_CONTAINER_CREDENTIALS_FULL_URI").isEmpty()) {
            return own("container", new Reread(ContainerCredentialsProvider::create));
        }
        if (variable("AWS_EC2_METADATA_DISABLED").equalsIgnoreCase("true")) {
            throw Refusal.unreadable(noCredentials());
        }
        return own(INSTANCE_ROLE, new Reread(InstanceProfileCredentialsProvider::create));
    }

    /** What to say when there are none. */
    public String noCredentials() {
        return "there are no AWS credentials: name a profile with --profile%s, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY"
                .formatted(profiles.names().isEmpty() ? "" : " (you have " + String.join(", ", profiles.names()) + ")");
    }

    private Door own(String name, AwsCredentialsProvider credentials) {
        return new Door(name, credentials, region(DEFAULT_PROFILE), Optional.empty());
    }

    private String variable(String name) {
        return env.getOrDefault(name, "");
    }

    /** The environment's region, the profile's, or the oldest of all. */
    private String region(String profile) {
        if (!variable("AWS_REGION").isEmpty()) {
            return variable("AWS_REGION");
        }
        if (!variable("AWS_DEFAULT_REGION").isEmpty()) {
            return variable("AWS_DEFAULT_REGION");
        }
        return profiles.region(profile).orElse(FALLBACK_REGION);
    }

    private AwsCredentialsProvider variables() {
        String id = variable("AWS_ACCESS_KEY_ID");
        String secret = variable("AWS_SECRET_ACCESS_KEY");
        String token = variable("AWS_SESSION_TOKEN");
        if (secret.isEmpty()) {
            throw Refusal.unreadable(
                    "AWS_ACCESS_KEY_ID is set and AWS_SECRET_ACCESS_KEY is not: set both, or name a profile with --profile");
        }
        return StaticCredentialsProvider.create(
                token.isEmpty()
                        ? AwsBasicCredentials.create(id, secret)
                        : AwsSessionCredentials.create(id, secret, token));
    }

    private static boolean hasCredentials(Profile profile) {
        return profile.properties().keySet().stream()
                .anyMatch(name -> name.equals(ProfileProperty.AWS_ACCESS_KEY_ID)
                        || name.equals(ProfileProperty.ROLE_ARN)
                        || name.equals(ProfileProperty.CREDENTIAL_PROCESS)
                        || name.equals("login_session")
                        || name.startsWith("sso_"));
    }

    private AwsCredentialsProvider credentials(String name, SequencedSet<String> through) {
        Profile profile = profiles.find(name).orElseThrow(() -> Refusal.unreadable(unknown(name)));
        if (!through.add(name)) {
            throw Refusal.unreadable("profile '%s' gets its credentials from itself (%s): mend its source_profile"
                    .formatted(name, String.join(" → ", through)));
        }
        Optional<String> token = profile.property(ProfileProperty.WEB_IDENTITY_TOKEN_FILE);
        if (token.isPresent()) {
            return webIdentity(profile, token.get());
        }
        if (profile.property(ProfileProperty.ROLE_ARN).isPresent()
                && !(through.size() > 1
                        && profile.property(ProfileProperty.AWS_ACCESS_KEY_ID).isPresent())) {
            return assumed(profile, through);
        }
        if (!hasCredentials(profile)) {
            throw Refusal.unreadable(
                    "profile '%s' names no credentials: add some with 'aws configure --profile %s' or 'aws configure sso'"
                            .formatted(name, name));
        }
        return own(name);
    }

    private AwsCredentialsProvider own(String profile) {
        return new Reread(() -> ProfileCredentialsProvider.builder()
                .profileFile(profiles.file())
                .profileName(profile)
                .build());
    }

    private AwsCredentialsProvider webIdentity() {
        String role = variable("AWS_ROLE_ARN");
        if (role.isEmpty()) {
            throw Refusal.unreadable(
                    "AWS_WEB_IDENTITY_TOKEN_FILE is set and AWS_ROLE_ARN is not: set it to the role that the token is for");
        }
        return webIdentity(
                RoleArn.parse(role, "AWS_ROLE_ARN"),
                variable("AWS_ROLE_SESSION_NAME"),
                new TokenFile(Path.of(variable("AWS_WEB_IDENTITY_TOKEN_FILE")), region(DEFAULT_PROFILE)));
    }

    private AwsCredentialsProvider webIdentity(Profile profile, String token) {
        String where = "profile '%s'".formatted(profile.name());
        String role = profile.property(ProfileProperty.ROLE_ARN)
                .orElseThrow(() -> Refusal.unreadable(
                        where + " has a web_identity_token_file and no role_arn: add the role that the token is for"));
        return webIdentity(
                RoleArn.parse(role, where),
                profile.property(ProfileProperty.ROLE_SESSION_NAME).orElse(""),
                new TokenFile(Path.of(token), region(profile.name())));
    }

    private record TokenFile(Path path, String region) {}

    private AwsCredentialsProvider webIdentity(RoleArn role, String sessionName, TokenFile token) {
        RoleSession session = RoleSession.of(role.toString(), PURPOSE, Optional.empty());
        return new AssumedRole(
                api,
                new AssumedRole.Token(token.path, role.arn().partition(), token.region),
                sessionName.isEmpty() ? session : session.named(sessionName),
                clock);
    }

    private String unknown(String name) {
        return profiles.names().isEmpty()
                ? "there is no profile '%s': make one with 'aws configure --profile %s' or 'aws configure sso'"
                        .formatted(name, name)
                : "there is no profile '%s': you have %s".formatted(name, String.join(", ", profiles.names()));
    }

    private AwsCredentialsProvider assumed(Profile profile, SequencedSet<String> through) {
        RoleArn role = RoleArn.parse(
                profile.property(ProfileProperty.ROLE_ARN).orElseThrow(), "profile '%s'".formatted(profile.name()));
        if (profile.property(ProfileProperty.MFA_SERIAL).isPresent()) {
            throw Refusal.unreadable(
                    "profile '%s' asks for an MFA code, which this command cannot: run 'aws configure export-credentials --profile %s --format env' and use its output"
                            .formatted(profile.name(), profile.name()));
        }
        return role(role, source(profile, through), profile.property(EXTERNAL_ID));
    }

    private Door source(Profile profile, SequencedSet<String> through) {
        Optional<String> source = profile.property(ProfileProperty.SOURCE_PROFILE);
        if (source.isPresent()) {
            boolean itself = source.get().equals(profile.name())
                    && profile.property(ProfileProperty.AWS_ACCESS_KEY_ID).isPresent();
            AwsCredentialsProvider credentials = itself ? own(source.get()) : credentials(source.get(), through);
            return new Door(source.get(), credentials, region(profile.name()), source);
        }
        return switch (profile.property(ProfileProperty.CREDENTIAL_SOURCE).orElse("")) {
            case "Environment" -> own(VARIABLES, variables());
            case "EcsContainer" -> own("container", new Reread(ContainerCredentialsProvider::create));
            case "Ec2InstanceMetadata" -> own(INSTANCE_ROLE, new Reread(InstanceProfileCredentialsProvider::create));
            default ->
                throw Refusal.unreadable(
                        "profile '%s' has a role_arn but neither source_profile nor credential_source: add one"
                                .formatted(profile.name()));
        };
    }

    /** Credentials of a role that the owner of {@code caller} may assume. */
    public AwsCredentialsProvider role(RoleArn role, Door caller, Optional<String> externalId) {
        Access access = new Access(role.arn().partition(), "", caller.credentials());
        RoleSession session = RoleSession.of(role.toString(), PURPOSE, externalId);
        return new AssumedRole(api, new AssumedRole.Source(access, caller.region()), session, clock);
    }
}
