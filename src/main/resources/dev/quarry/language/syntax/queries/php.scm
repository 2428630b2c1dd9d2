; inherits: npm/php

(class_declaration name: (name) @type)
(interface_declaration name: (name) @type)
(trait_declaration name: (name) @type)
(enum_declaration name: (name) @type)
(base_clause [(name) (qualified_name)] @type)
(class_interface_clause [(name) (qualified_name)] @type)
(object_creation_expression [(name) (qualified_name)] @type)
(scoped_call_expression scope: (name) @type)
(class_constant_access_expression . (name) @type)
(attribute [(name) (qualified_name)] @attribute)
(namespace_use_clause [(name) (qualified_name)] @type)

; What stands outside of the PHP tags.
(text) @embedded.html
