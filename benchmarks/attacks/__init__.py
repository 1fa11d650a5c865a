"""Texts made to deceive the scorer, or to be the same answer in another dress: `make bench-attacks`.

attack.py       what an attack is, and what is demanded of the scorer that meets it
starts.py       the honest answer an attack begins with     wording.py   words and sentences turned around
worthless.py denials.py padding.py perturbations.py identity.py honest.py     the families; texts.py: what they quote
held_out/       the same families again in other words: no rule is ever made to fit these
catalogue.py    all of them, and the texts they make        scorers.py   the scorer, and naive ones that must fail
measuring.py    verdicts                                    table.py     what is printed
"""

from benchmarks.attacks.measuring import attack_table
from benchmarks.attacks.table import printed_attacks

__all__ = ["attack_table", "printed_attacks"]
