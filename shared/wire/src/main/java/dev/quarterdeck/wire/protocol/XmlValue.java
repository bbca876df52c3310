package dev.quarterdeck.wire.protocol;

import dev.quarterdeck.wire.JsonSink;
import java.io.IOException;

/** Reads one form of XML element into the sink. The cursor stands on the element's start, and afterwards on its end. */
interface XmlValue {
    void read(XmlCursor in, JsonSink out) throws IOException;

    /** A scalar. */
    record Text(TextForm form) implements XmlValue {
        @Override
        public void read(XmlCursor in, JsonSink out) throws IOException {
            String text = in.text();
            if (form == TextForm.TEXT) {
                out.string(text);
            } else {
                Texts.write(form, text, out);
            }
        }
    }

    /** A list in an element of its own: each child is an element of the list, whatever its name. */
    record Items(XmlValue item) implements XmlValue {
        @Override
        public void read(XmlCursor in, JsonSink out) throws IOException {
            out.beginArray();
            while (in.nextChild()) {
                item.read(in, out);
            }
            out.endArray();
        }
    }

    /** A map in an element of its own: each child is an entry. */
    record Entries(XmlValue entry) implements XmlValue {
        @Override
        public void read(XmlCursor in, JsonSink out) throws IOException {
            out.beginObject();
            while (in.nextChild()) {
                entry.read(in, out);
            }
            out.endObject();
        }
    }

    /** One entry of a map: name and value; the value is kept where it comes first. */
    record Entry(String keyName, String valueName, XmlValue value) implements XmlValue {
        @Override
        public void read(XmlCursor in, JsonSink out) throws IOException {
            String key = null;
            EventBuffer early = new EventBuffer();
            boolean given = false;
            while (in.nextChild()) {
                if (in.name().equals(keyName)) {
                    key = in.text();
                } else if (!in.name().equals(valueName)) {
                    in.drop();
                } else if (key == null) {
                    value.read(in, early);
                } else if (!given) {
                    out.name(key);
                    value.read(in, out);
                    given = true;
                } else {
                    in.skip();
                }
            }
            if (key != null && !given) {
                out.name(key);
                if (early.isEmpty()) {
                    out.nothing();
                }
                early.replay(out);
            }
        }
    }
}
