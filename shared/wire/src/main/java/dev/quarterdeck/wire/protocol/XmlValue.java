package dev.quarterdeck.wire.protocol;

import dev.quarterdeck.wire.JsonSink;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads one form of XML element into the sink. The cursor stands on the element's start, and afterwards on its end. */
interface XmlValue {
    void read(XmlCursor in, JsonSink out) throws IOException;

    /** A scalar. */
    record Text(TextForm form) implements XmlValue {
        @Override
        public void read(XmlCursor in, JsonSink out) throws IOException {
            if (in.takesPlain()) {
                PlainTexts.write(form, in.window(), in.plainFrom(), in.plainTo(), out);
            } else {
                Texts.write(form, in.text(), out);
            }
        }
    }

    /** A list in an element of its own: each child is an element of the list, whatever its name. */
    final class Items implements XmlValue {
        private final byte[] usualTag;
        private final XmlValue item;

        Items(Slot.Wire usual, XmlValue item) {
            this.usualTag = usual.mark();
            this.item = item;
        }

        @Override
        public void read(XmlCursor in, JsonSink out) throws IOException {
            out.beginArray();
            byte[] tag = usualTag;
            while (!in.leaves() && (in.enters(tag) || in.nextChild())) {
                tag = in.tag();
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
            EventBuffer early = null;
            boolean given = false;
            while (in.nextChild()) {
                if (in.name().equals(keyName)) {
                    key = in.text();
                } else if (!in.name().equals(valueName)) {
                    in.drop();
                } else if (key == null) {
                    early = new EventBuffer();
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
                late(key, early, out);
            }
        }

        private static void late(String key, @Nullable EventBuffer value, JsonSink out) {
            out.name(key);
            if (value == null) {
                out.nothing();
            } else {
                value.replay(out);
            }
        }
    }
}
