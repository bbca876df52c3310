package dev.quarterdeck.inventory.topology;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The way to a group from the outside in, as {@code 111122223333/eu-west-1/vpc-0a1b/AWS::EC2::Instance}: the same at each
 * look, so that it can be kept and linked to.
 */
public record GroupId(String text, Level level) implements Comparable<GroupId> {
    private static final String VPC = "vpc-[0-9A-Za-z-]{1,40}";
    private static final String SUBNET = "subnet-[0-9A-Za-z-]{1,40}";
    private static final Pattern VPC_NAME = Pattern.compile(VPC);
    private static final Pattern SUBNET_NAME = Pattern.compile(SUBNET);
    private static final Pattern FORM = Pattern.compile("(?<account>[0-9]{12})(/(?<region>[a-z0-9-]{1,40})"
            + "(/(?<vpc>" + VPC + "))?(/(?<subnet>" + SUBNET + "))?"
            + "(/(?<type>[A-Za-z0-9]{1,64}(::[A-Za-z0-9]{1,64}){1,3}))?)?");
    private static final Comparator<GroupId> ORDER =
            Comparator.comparing(GroupId::level).thenComparing(GroupId::text);

    /** Refuses what is no such way. */
    public static GroupId parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException(
                    "'%s' is no group of the map: it is a way as 111122223333/eu-west-1/vpc-0a1b/AWS::EC2::Instance"
                            .formatted(text));
        }
        return new GroupId(text, innermost(form));
    }

    private static Level innermost(Matcher form) {
        for (Level level : new Level[] {Level.TYPE, Level.SUBNET, Level.VPC, Level.REGION}) {
            if (form.group(level.toString()) != null) {
                return level;
            }
        }
        return Level.ACCOUNT;
    }

    static GroupId of(String account) {
        return new GroupId(account, Level.ACCOUNT);
    }

    /** The group in it that bears this name. */
    GroupId with(String name) {
        return new GroupId(text + "/" + name, inner(name));
    }

    private Level inner(String name) {
        if (level == Level.ACCOUNT) {
            return Level.REGION;
        }
        return isVpc(name) ? Level.VPC : isSubnet(name) ? Level.SUBNET : Level.TYPE;
    }

    static boolean isVpc(String name) {
        return name.startsWith("vpc-") && VPC_NAME.matcher(name).matches();
    }

    static boolean isSubnet(String name) {
        return name.startsWith("subnet-") && SUBNET_NAME.matcher(name).matches();
    }

    /** What tells it apart from those beside it. */
    public String name() {
        return text.substring(text.lastIndexOf('/') + 1);
    }

    public Optional<GroupId> parent() {
        int end = text.lastIndexOf('/');
        return end < 0 ? Optional.empty() : Optional.of(parse(text.substring(0, end)));
    }

    @Override
    public int compareTo(GroupId other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return text;
    }
}
