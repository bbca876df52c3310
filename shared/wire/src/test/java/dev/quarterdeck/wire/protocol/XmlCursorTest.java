package dev.quarterdeck.wire.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlCursorTest {
    private static final String WHOLE =
            "<?xml version=\"1.0\"?>\n<!-- c --><a x='1' n:y=\"&amp;\"><b>t&#xE9;</b><c/><d> <![CDATA[<&]]>é</d></a>\n";

    @Test
    void readsWhatTheJdkReads() throws Exception {
        for (long seed = 1; seed <= 300; seed++) {
            byte[] document = document(new Random(seed));

            assertThat(ours(new ByteArrayInputStream(document)))
                    .as("seed %d", seed)
                    .isEqualTo(jdks(document));
        }
    }

    @Test
    void readsBytesAsTheyDribbleIn() throws IOException {
        for (long seed = 1; seed <= 40; seed++) {
            byte[] document = document(new Random(seed));

            assertThat(ours(new Dribble(document, new Random(seed))))
                    .as("seed %d", seed)
                    .isEqualTo(ours(new ByteArrayInputStream(document)));
        }
    }

    @Test
    void readsTextsLongerThanItsWindow() throws IOException {
        String text = "lang &é ".repeat(40_000);
        String document = "<a><b>" + text.replace("&", "&amp;") + "</b></a>";

        XmlCursor in = XmlCursor.open(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));

        assertThat(in.nextChild()).isTrue();
        assertThat(in.text()).isEqualTo(text);
    }

    @Test
    void noticesEveryTruncation() {
        byte[] document = WHOLE.strip().getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < document.length; length++) {
            InputStream cut = new ByteArrayInputStream(document, 0, length);

            assertThatThrownBy(() -> ours(cut)).as("%d bytes", length).isInstanceOf(MalformedResponseException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain text",
                "{\"json\": true}",
                "<a><b></a></b>",
                "<a></a><b/>",
                "<a></a>x",
                "<a>&nbsp;</a>",
                "<a>&#xZZ;</a>",
                "<a>&amp</a>",
                "<a b=c/>",
                "<a b/>",
                "<a / >",
                "< a/>",
                "</a>",
                "<!DOCTYPE a><a/>",
                "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>",
                "<a><!ELEMENT b></a>",
                "<a><![INCLUDE[x]]></a>",
                ""
            })
    void refuses(String document) {
        assertThatThrownBy(() -> ours(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(MalformedResponseException.class);
    }

    @Test
    void refusesWhatIsNotUtf8() {
        byte[] latin1 = "<a>é</a>".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> ours(new ByteArrayInputStream(latin1)))
                .isInstanceOf(MalformedResponseException.class)
                .hasMessage("the XML is not UTF-8");
    }

    @Test
    void findsAttributesByPrefixAndName() throws IOException {
        String document = "<a xmlns:xsi=\"urn:x\" xmlns:type=\"urn:y\" xsi:type='T&lt;'  other = \"o\"/>";

        XmlCursor in = XmlCursor.open(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));

        assertThat(in.attribute("xsi:type")).contains("T<");
        assertThat(in.attribute("other")).contains("o");
        assertThat(in.attribute("type")).isEmpty();
    }

    /** Elements that hold only texts, or only elements: what AWS's answers are. */
    private static byte[] document(Random random) {
        StringBuilder out = new StringBuilder(random.nextBoolean() ? "\uFEFF" : "");
        out.append(random.nextBoolean() ? "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\r\n" : "");
        element(random, 0, out);
        return out.append(random.nextBoolean() ? "\n<!-- end -->" : "")
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void element(Random random, int depth, StringBuilder out) {
        String name = (random.nextInt(5) == 0 ? "p:" : "") + "n" + random.nextInt(random.nextBoolean() ? 3 : 400);
        out.append('<').append(name);
        if (depth == 0) {
            out.append(" xmlns:p=\"urn:p\" xmlns=\"urn:d\"");
        }
        if (random.nextInt(6) == 0) {
            out.append(" a = 'v&gt;' ");
        }
        if (random.nextInt(8) == 0) {
            out.append("/>");
            return;
        }
        out.append('>');
        if (depth < 6 && random.nextInt(3) > 0) {
            for (int i = random.nextInt(6); i >= 0; i--) {
                element(random, depth + 1, out);
                out.append(random.nextBoolean() ? "\r\n  " : "").append(random.nextInt(9) == 0 ? "<!-- < -->" : "");
            }
        } else {
            for (int i = random.nextInt(4); i > 0; i--) {
                text(random, out);
            }
        }
        out.append("</").append(name).append(random.nextInt(9) == 0 ? " >" : ">");
    }

    private static void text(Random random, StringBuilder out) {
        String[] pieces = {
            "plain",
            "\"quoted\\\"",
            " ",
            "ü",
            "日本語",
            "😀",
            "&amp;",
            "&#x1F600;",
            "&#10;",
            "&#13;",
            "\r\n",
            "\r",
            "<![CDATA[<x>&y;]]>",
            "<!-- no text -->",
            "<?pi data?>",
            "]]",
            "a".repeat(random.nextInt(5000))
        };
        out.append(pieces[random.nextInt(pieces.length)]);
    }

    private static String ours(InputStream document) throws IOException {
        XmlCursor in = XmlCursor.open(document);
        StringBuilder out = new StringBuilder();
        ours(in, out);
        in.finish();
        return out.toString();
    }

    /** Texts are asked for where there are no children, as a model would know. */
    private static void ours(XmlCursor in, StringBuilder out) throws IOException {
        String name = in.name();
        out.append('(').append(name);
        if (Integer.parseInt("0" + name.replaceAll("\\D", "")) % 2 == 0) {
            out.append('=').append(text(in));
        } else {
            byte[] guess = in.tag();
            while (!in.leaves() && (in.enters(guess) || in.nextChild())) {
                guess = in.tag();
                ours(in, out);
            }
        }
        out.append(')');
    }

    private static String text(XmlCursor in) throws IOException {
        return in.takesPlain()
                ? new String(in.window(), in.plainFrom(), in.plainTo() - in.plainFrom(), StandardCharsets.US_ASCII)
                : in.text();
    }

    private static String jdks(byte[] document) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        XMLStreamReader in = factory.createXMLStreamReader(new ByteArrayInputStream(document), "UTF-8");
        while (in.next() != XMLStreamConstants.START_ELEMENT) {
            // before the root
        }
        StringBuilder out = new StringBuilder();
        jdks(in, out);
        return out.toString();
    }

    private static void jdks(XMLStreamReader in, StringBuilder out) throws XMLStreamException {
        String name = in.getLocalName();
        boolean texts = Integer.parseInt("0" + name.replaceAll("\\D", "")) % 2 == 0;
        out.append('(').append(name).append(texts ? "=" : "");
        boolean before = true;
        while (true) {
            switch (in.next()) {
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
                    out.append(texts && before ? in.getText() : "");
                case XMLStreamConstants.START_ELEMENT -> {
                    before = false;
                    jdks(in, texts ? new StringBuilder() : out);
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    out.append(')');
                    return;
                }
                default -> {}
            }
        }
    }
}
