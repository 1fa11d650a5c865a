"""Letters of other scripts that look like Latin ones, and typographic signs with an ASCII twin.

A small hand-made table of the lower- and upper-case Cyrillic, Greek and Armenian look-alikes of Unicode TR 39: the full
table of the package confusable-homoglyphs takes longer to walk than the model takes to encode the answer.
"""

CYRILLIC = dict(zip("асеорхуіјѕԁһӏԛԝвкмнтгАВСЕНІЈКМОРЅТХУԌԚԜ", "aceopxyijsdhlqwbkmhtrABCEHIJKMOPSTXYGQW", strict=True))
GREEK = dict(zip("αεικνορτυχωγΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "aeikvoptuxwyABEZHIKMNOPTYX", strict=True))
ARMENIAN = dict(zip("օսցհոԼՕՍ", "ougnnLOU", strict=True))
LATIN = {"\u0131": "i", "\u0261": "g", "\u0251": "a", "\u1d0f": "o", "\u029f": "L"}
QUOTES = dict.fromkeys("\u2018\u2019\u201a\u201b`\u00b4", "'")
DOUBLE_QUOTES = dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb", '"')
DASHES = dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-")

SIGNS = QUOTES | DOUBLE_QUOTES | DASHES
LETTERS = CYRILLIC | GREEK | ARMENIAN | LATIN
