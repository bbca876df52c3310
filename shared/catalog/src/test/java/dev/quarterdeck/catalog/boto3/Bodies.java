package dev.quarterdeck.catalog.boto3;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** What request bodies say, whatever their notation. */
final class Bodies {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern FRACTION = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");

    private Bodies() {}

    /** Where the content of two bodies of this protocol differs. */
    static List<String> differences(String protocol, byte[] boto3, byte[] ours) throws IOException {
        if (Arrays.equals(boto3, ours)) {
            return List.of();
        }
        if (boto3.length == 0 || ours.length == 0) {
            return List.of("body: boto3 sends " + text(boto3) + ", we send " + text(ours));
        }
        return switch (protocol) {
            case "json", "rest-json" -> Differences.between(JSON.readTree(boto3), JSON.readValue(ours, Object.class));
            case "query", "ec2" -> unequal(form(text(boto3)), form(text(ours)));
            default -> unequal(xml(boto3), xml(ours));
        };
    }

    private static List<String> unequal(String boto3, String ours) {
        return boto3.equals(ours) ? List.of() : List.of("body: boto3 sends " + boto3 + ", we send " + ours);
    }

    /** Pairs of a form or query string, in order of their names; a name alone has an empty value. */
    static String form(String encoded) {
        return Stream.of(encoded.split("&", -1)).map(Bodies::pair).sorted().collect(joining("&"));
    }

    private static String pair(String encoded) {
        int equals = encoded.indexOf('=');
        String name = URLDecoder.decode(equals < 0 ? encoded : encoded.substring(0, equals), UTF_8);
        return name + "=" + (equals < 0 ? "" : plain(URLDecoder.decode(encoded.substring(equals + 1), UTF_8)));
    }

    /** Fractions in one notation, for 6.02e+23 and 6.02E23 say the same. */
    private static String plain(String value) {
        return FRACTION.matcher(value).matches()
                ? new BigDecimal(value).stripTrailingZeros().toPlainString()
                : value;
    }

    private static String xml(byte[] body) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return canonical(factory.newDocumentBuilder()
                    .parse(new ByteArrayInputStream(body))
                    .getDocumentElement());
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(text(body), e);
        }
    }

    private static String canonical(Element element) {
        String name = "{%s}%s".formatted(element.getNamespaceURI(), element.getLocalName());
        return "<" + name + attributes(element.getAttributes()) + ">" + inner(element) + "</" + name + ">";
    }

    private static String attributes(NamedNodeMap attributes) {
        return IntStream.range(0, attributes.getLength())
                .mapToObj(attributes::item)
                .filter(it -> !it.getNodeName().startsWith("xmlns"))
                .map(it -> " {%s}%s='%s'".formatted(it.getNamespaceURI(), it.getLocalName(), it.getNodeValue()))
                .sorted()
                .collect(joining());
    }

    private static String inner(Element element) {
        return Stream.iterate(element.getFirstChild(), it -> it != null, Node::getNextSibling)
                .map(it -> it instanceof Element child ? canonical(child) : plain(it.getNodeValue()))
                .collect(joining());
    }

    private static String text(byte[] body) {
        return new String(body, UTF_8);
    }
}
