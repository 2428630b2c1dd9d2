; inherits: npm/javascript, npm/javascript-jsx, npm/javascript-params

(private_property_identifier) @property
