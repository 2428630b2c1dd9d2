; inherits: npm/javascript, npm/javascript-jsx, npm/typescript

(private_property_identifier) @property
