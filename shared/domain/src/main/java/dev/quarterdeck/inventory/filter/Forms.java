package dev.quarterdeck.inventory.filter;

/** What texts must look like to be read as something else. Java and RE2 agree on these, so that engines can use them too. */
public final class Forms {
    /** Of a JSON text that is compared with a number. */
    public static final String NUMBER = "-?(?:0|[1-9][0-9]{0,17})(?:\\.[0-9]{1,9})?";

    /** A day; or a time in UTC, without what is finer than a microsecond. */
    public static final String TIME = "([1-9][0-9]{3}-[0-9]{2}-[0-9]{2})"
            + "(?:T((?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\\.[0-9]{1,6})?)[0-9]{0,3}(?:Z|\\+00:00))?";

    /** The numbers at the start of a version. */
    public static final String VERSION = "^v?([0-9]{1,9}(?:\\.[0-9]{1,9})*)";

    public static final String IPV4 = "(?:(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])\\.){3}"
            + "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
    public static final String IPV4_PREFIX = "[0-9]|[12][0-9]|3[0-2]";

    /** Never one that ends in a dotted IPv4 address: AWS does not write them. */
    public static final String IPV6 =
            "(?:[0-9a-fA-F]{1,4}(?::[0-9a-fA-F]{1,4})*)?::(?:[0-9a-fA-F]{1,4}(?::[0-9a-fA-F]{1,4})*)?"
                    + "|[0-9a-fA-F]{1,4}(?::[0-9a-fA-F]{1,4}){7}";

    public static final String IPV6_PREFIX = "[0-9]|[1-9][0-9]|1[01][0-9]|12[0-8]";

    private Forms() {}
}
