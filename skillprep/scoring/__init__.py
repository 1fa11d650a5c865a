"""Scoring: a free-text answer judged point by point, as pure functions over values. numpy, scipy and pydantic only.

An answer passes through these files in turn: normalise -> segment -> introductions -> answer (sentences as embedded)
-> reference (what the question expects) -> windows -> features -> head -> evidence -> guards -> levels -> score.
Start reading at score.py; the values that come out are in values.py.
"""
