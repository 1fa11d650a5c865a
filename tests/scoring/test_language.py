"""Telling the language of an answer by its small words."""

import pytest

from skillprep.scoring.language import Seems, foreign_share, plain, seems
from skillprep.scoring.words import tokens
from tests.scoring.making import GOOD

OTHERS = (
    "Ik zou eerst de gegevens bekijken en daarna met het team praten over wat we hebben gevonden.",
    "Jag skulle titta på data först och sedan prata med alla som inte har varit med.",
    "Najpierw sprawdziłbym dane dla każdej grupy, a potem napisałbym, co jest nie tak i dlaczego.",
    "Önce her grup için verileri kontrol ederim ve sonra ekip ile konuşurum çünkü bu çok önemli.",
    "Ensin tarkistaisin tiedot ja sitten kertoisin tiimille, mitä löysin, koska se on tärkeää.",
    "Saya akan memeriksa data untuk setiap kelompok dan kemudian berbicara dengan tim itu.",
    "Először megnézném az adatokat, aztán leírnám, hogy mit találtam, mert ez nagyon fontos.",
    "Nejdrive bych zkontroloval data pro kazdou skupinu a potom bych to napsal, protoze je to dulezite.",
)


@pytest.mark.parametrize("text", OTHERS)
def test_other_languages_are_seen_with_and_without_accents(text: str) -> None:
    assert seems(tokens(text)) is Seems.FOREIGN
    assert seems([plain(word) for word in tokens(text)]) is Seems.FOREIGN


@pytest.mark.parametrize(
    "text",
    [
        GOOD,
        "José, Björn and Agnieszka de la Cruz told the board of Crédit Agricole in São Paulo what we had found there.",
        "I am working since five years with data and I check always the groups before model go out.",
        "My boss said 'das ist nicht unser Problem' and I answered that it was the problem of all of us in the team.",
    ],
)
def test_english_with_names_quotations_and_learners_grammar_stays_english(text: str) -> None:
    assert seems(tokens(text)) is Seems.ENGLISH


def test_the_foreign_part_of_a_mixed_text_is_measured() -> None:
    english, german = tokens(GOOD), tokens("Ich habe die Daten mit dem Team geprüft und nichts war gut.")
    assert foreign_share([english]) == 0.0
    assert foreign_share([english[:12], german]) == 0.5
    assert foreign_share([]) == 0.0
