; inherits: npm/javascript, npm/typescript

(private_property_identifier) @property
