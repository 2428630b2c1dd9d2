package dev.quarry.language.syntax;

import dev.quarry.language.ErrorTrust;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;

/// XML by its well-formedness rules. Reads nothing but the text: no external entity, no document type from
/// elsewhere.
final class XmlParser implements ExactParser {

    private static final Pattern MESSAGE = Pattern.compile("(?s).*\\nMessage: (.*)");

    /// Entities that a document type from elsewhere may define, so that their names are no errors.
    private static final String UNDECLARED = "was referenced, but not declared";

    private static final XMLInputFactory FACTORY = factory();

    @Override
    public List<SyntaxError> errors(String text) {
        if (text.isBlank()) {
            return List.of();
        }
        try {
            var reader = FACTORY.createXMLStreamReader(new StringReader(text));
            while (reader.next() != XMLStreamConstants.END_DOCUMENT) {
                // well-formed so far
            }
            reader.close();
            return List.of();
        } catch (XMLStreamException e) {
            var message = MESSAGE.matcher(String.valueOf(e.getMessage()));
            var words = message.matches() ? message.group(1) : String.valueOf(e.getMessage());
            if (words.contains(UNDECLARED)) {
                return List.of();
            }
            var location = e.getLocation();
            var at = location == null
                    ? text.length()
                    : TextPlaces.offset(text, location.getLineNumber(), location.getColumnNumber());
            return List.of(SyntaxError.at(text, at, at + 1, ParserMessages.tidy(words), ErrorTrust.TRUSTED));
        }
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
        factory.setProperty("http://java.sun.com/xml/stream/properties/ignore-external-dtd", true);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> new ByteArrayInputStream(new byte[0]));
        return factory;
    }
}
