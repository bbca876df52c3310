package dev.quarterdeck.wire.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Walks an XML document element by element. A document type declaration is refused. */
final class XmlCursor {
    private static final XMLInputFactory XML = factory();

    private final XMLStreamReader in;
    private long dropped;

    private XmlCursor(XMLStreamReader in) {
        this.in = in;
    }

    /** Stands on the root element. */
    static XmlCursor open(InputStream body) throws IOException {
        try {
            XmlCursor cursor = new XmlCursor(XML.createXMLStreamReader(body, "UTF-8"));
            cursor.nextChild();
            return cursor;
        } catch (XMLStreamException e) {
            throw malformed(e);
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        return factory;
    }

    private static MalformedResponseException malformed(Exception e) {
        return new MalformedResponseException("the XML is malformed: " + e.getMessage(), e);
    }

    /** The element's name without its prefix. */
    String name() {
        return in.getLocalName();
    }

    /** To the next element inside the current one; false at the current one's end. */
    boolean nextChild() throws IOException {
        try {
            while (true) {
                switch (in.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        return true;
                    }
                    case XMLStreamConstants.END_ELEMENT, XMLStreamConstants.END_DOCUMENT -> {
                        return false;
                    }
                    case XMLStreamConstants.DTD ->
                        throw new MalformedResponseException("the XML declares a document type");
                    default -> {}
                }
            }
        } catch (XMLStreamException e) {
            throw malformed(e);
        }
    }

    /** The text before the first child; moves to the element's end. */
    String text() throws IOException {
        try {
            StringBuilder more = null;
            String text = "";
            while (true) {
                switch (in.next()) {
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                        if (text.isEmpty()) {
                            text = in.getText();
                        } else {
                            more = more == null ? new StringBuilder(text) : more;
                            more.append(in.getText());
                        }
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        return more == null ? text : more.toString();
                    }
                    case XMLStreamConstants.START_ELEMENT -> {
                        skip();
                        skipRest();
                        return more == null ? text : more.toString();
                    }
                    default -> {}
                }
            }
        } catch (XMLStreamException e) {
            throw malformed(e);
        }
    }

    /** To the end of the current element. */
    void skip() throws IOException {
        skipRest();
    }

    private void skipRest() throws IOException {
        while (nextChild()) {
            skipRest();
        }
    }

    /** Leaves out an element that the model lacks. */
    void drop() throws IOException {
        dropped++;
        skip();
    }

    long dropped() {
        return dropped;
    }

    /** An attribute of the current element; {@code xsi:type} is one called type in any namespace. */
    Optional<String> attribute(String name) {
        int colon = name.indexOf(':');
        String local = name.substring(colon + 1);
        for (int i = 0; i < in.getAttributeCount(); i++) {
            String namespace = in.getAttributeNamespace(i);
            boolean qualified = namespace != null && !namespace.isEmpty();
            if (in.getAttributeLocalName(i).equals(local) && qualified == colon >= 0) {
                return Optional.of(in.getAttributeValue(i));
            }
        }
        return Optional.empty();
    }

    /** Reads on to the end of the document, so that a truncated one is found. */
    void finish() throws IOException {
        try {
            while (in.hasNext()) {
                in.next();
            }
        } catch (XMLStreamException e) {
            throw malformed(e);
        }
    }
}
