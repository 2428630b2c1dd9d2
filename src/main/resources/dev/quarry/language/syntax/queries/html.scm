; inherits: npm/html

; Code in other languages is coloured by their lexers.
(script_element (raw_text) @embedded.javascript)
(style_element (raw_text) @embedded.css)
[(attribute_value) (quoted_attribute_value)] @string
(entity) @string.escape
