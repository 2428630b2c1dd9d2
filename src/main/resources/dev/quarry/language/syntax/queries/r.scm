(identifier) @variable

(dollar (identifier) (identifier) @property)
(slot (identifier) (identifier) @property)
(formal_parameters (identifier) @variable.parameter)
(default_parameter . (identifier) @variable.parameter)
(default_argument . (identifier) @variable.parameter)

(namespace_get . (identifier) @namespace)
(namespace_get_internal . (identifier) @namespace)

(call . (identifier) @function)
(call (namespace_get (identifier) (identifier) @function))
(left_assignment . (identifier) @function (function_definition))
(equals_assignment . (identifier) @function (function_definition))

((identifier) @keyword (#any-of? @keyword "library" "require" "return"))

["function" "if" "else" "for" "in" "while" "repeat" "switch"] @keyword
[(break) (next)] @keyword
[(true) (false) (null) (inf) (nan) (na) (dots)] @constant.builtin
[(integer) (float) (complex)] @number
(string) @string
(escape_sequence) @string.escape
(comment) @comment

["=" "<-" "<<-" "->" "->>" ":=" "~" "|>" "||" "|" "&&" "&" "<" ">" "<=" ">=" "==" "!=" "+" "-" "*" "/" "^" "!" ":" "$" "@" "?" "::" ":::"]
  @operator
(special) @operator
["(" ")" "[" "]" "[[" "]]" "{" "}" "," ";"] @punctuation
