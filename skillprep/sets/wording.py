"""Wishes in words."""

from collections.abc import Iterable

from skillprep.sets.amount import Amount
from skillprep.sets.blueprint import TopicWish


def counted(amount: Amount, noun: str) -> str:
    """'3 case questions', 'at least 3 …', 'at most 45 minutes', '5 to 7 …', '50 % of …'."""
    if amount.share is not None:
        return f"{amount.share * 100:g} % {noun}"
    if amount.low is None:
        return f"at most {singular(amount.high, noun)}"
    if amount.high is None:
        return f"at least {singular(amount.low, noun)}"
    return singular(amount.low, noun) if amount.low == amount.high else f"{amount.low} to {amount.high} {noun}"


def singular(number: int | None, noun: str) -> str:
    """'1 case question', '2 case questions', 'no case questions'."""
    one = noun.replace("questions", "question").replace("minutes", "minute").replace("topics", "topic")
    return f"{number or 'no'} {one if number == 1 else noun}"


def listed(parts: Iterable[str]) -> str:
    """'a', 'a and b', 'a, b and c'."""
    found = list(parts)
    return " and ".join([", ".join(found[:-1]), found[-1]] if len(found) > 1 else found)


def either(parts: Iterable[str]) -> str:
    """'a', 'a or b', 'a, b or c'."""
    found = list(parts)
    return " or ".join([", ".join(found[:-1]), found[-1]] if len(found) > 1 else found)


def only(names: Iterable[str], before: str = "") -> str:
    """'nothing but beginner questions', 'nothing but questions on this or that'."""
    words = either(names)
    return f"nothing but questions {before} {words}" if before else f"nothing but {words} questions"


def topic_words(wish: TopicWish) -> str:
    """'the topic bias', 'all of the topics bias and drift', 'at least 2 of the topics bias, drift and hiring'."""
    if len(wish.tags) == 1:
        return f"the topic {wish.tags[0]}"
    how_many = "all" if wish.at_least == len(wish.tags) else f"at least {wish.at_least}"
    return f"{how_many} of the topics {listed(wish.tags)}"


def shared_words(forms: int, overlap: int) -> str:
    """'3 forms of which no two share a question'."""
    most = f"more than {singular(overlap, 'questions')}" if overlap else "a question"
    return f"{forms} forms of which no two share {most}"


def capital(sentence: str) -> str:
    """The same beginning with a capital letter."""
    return sentence[:1].upper() + sentence[1:]
