; inherits: npm/c, npm/cpp
