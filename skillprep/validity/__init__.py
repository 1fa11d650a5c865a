"""How well the scorer agrees with people: measures, their uncertainty, and the report on somebody's own data."""
