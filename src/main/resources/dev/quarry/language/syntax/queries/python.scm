; inherits: npm/python

(class_definition name: (identifier) @type)
(parameters (identifier) @variable.parameter)
((identifier) @variable.builtin (#any-of? @variable.builtin "self" "cls"))
(keyword_argument name: (identifier) @variable.parameter)
(decorator) @attribute
(expression_statement . (string) @comment.documentation .)
(type (identifier) @type)
