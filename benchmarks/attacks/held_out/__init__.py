"""The second half of each family, in other words and by other means.

Nobody tunes a rule, a threshold or training data on these, and nobody reads more than their results: what a rule does
to a text it was never made for is the only thing they are here to tell. When a held-out attack has been looked at, move
it to the development half and write a new one.
"""
