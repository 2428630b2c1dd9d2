; inherits: npm/json

(pair key: (string) @property)
