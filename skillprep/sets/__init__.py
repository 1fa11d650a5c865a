"""Blueprint -> the questions that satisfy it best (a mixed-integer programme), or why none can."""
