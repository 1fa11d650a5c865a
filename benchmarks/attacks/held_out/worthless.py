"""Answers that deserve nothing, held-out half."""

import re

from benchmarks.attacks.attack import Attack, Half, Make, Scene
from benchmarks.attacks.held_out import texts
from benchmarks.attacks.starts import model_answer, nothing
from benchmarks.attacks.wording import lowered, sentences_of
from benchmarks.attacks.worthless import one_of, other_skill, same_skill, unsupported
from benchmarks.attacks.worthless import worthless as attack
from skillprep.bank.question import Question

TURNED = {"you": "I", "your": "my", "yours": "mine", "yourself": "myself", "me": "you", "i": "you", "my": "your"}
NOUN = re.compile(r"\b(?:an?|the|your|our|its|their|each|every) ([a-z]{4,})(?<!ed)(?<!ly)(?<!ing)(?<!est)\b")
PERSON = re.compile(rf"\b({'|'.join(TURNED)})\b", re.IGNORECASE)


def worthless(name: str, make: Make, start: Make = nothing) -> Attack:
    """A held-out attack."""
    return attack(name, make, start, Half.HELD_OUT)


def rolled(scene: Scene) -> str:
    """Letters as a resting hand makes them: two hands in turn, now and then one key many times."""
    left, right = "asdfwerxcv", "jkloiupnm"
    words = []
    for _ in range(35):
        if scene.random.random() < 0.15:
            words.append(scene.random.choice(left + right) * scene.random.randint(4, 9))
        else:
            pairs = range(scene.random.randint(2, 4))
            words.append("".join(scene.random.choice(left) + scene.random.choice(right) for _ in pairs))
    return " ".join(words)


def salad(scene: Scene) -> str:
    """Seventy words drawn from the whole bank's model answers: each in place somewhere, none of them here."""
    pool = [word for one in scene.random.sample(scene.others, k=min(12, len(scene.others))) for word in words_of(one)]
    drawn = [scene.random.choice(pool) for _ in range(70)]
    return ". ".join(" ".join(drawn[start : start + 14]).capitalize() for start in range(0, 70, 14)) + "."


def words_of(question: Question) -> list[str]:
    """The words of a question's model answer."""
    return re.findall(r"[a-z]+", question.model_answers[-1].text.lower())


def two_others(scene: Scene) -> str | None:
    """Two good answers to other questions of the same skill, one after the other."""
    first, second = same_skill(scene), same_skill(scene)
    return f"{first} {second}" if first and second else None


def borrowed_with_a_bow(scene: Scene) -> str | None:
    """A good answer to something else, tied to this question by its first words."""
    other = other_skill(scene)
    return (
        f"On {lowered(sentences_of(scene.question.prompt)[0])[:70]}… let me put it this way. {other}" if other else None
    )


def turned(scene: Scene) -> str:
    """The question told back in the other person: you -> I."""
    told = PERSON.sub(lambda match: TURNED[match[0].lower()], scene.question.prompt)
    return f"So what is wanted is this, if I understand it well. {told} Those are the things to be thought about here."


def hints_given_back(scene: Scene) -> str:
    """The hints and follow-up questions, which the candidate can see."""
    return " ".join((*scene.question.hints, *scene.question.probes))


def bullets(scene: Scene) -> str:
    """Bullet points of two to four words that never become a statement."""
    words = re.findall(r"[A-Za-z-]{4,}", scene.answer)
    places = range(0, len(words) - 4, 4)
    return "\n".join(f"* {' '.join(words[place : place + scene.random.randint(2, 4)])}" for place in places)


def matter(scene: Scene) -> str:
    """One empty sentence about each point's longest words."""
    frames = ("There is {} and {}.", "It is about {} and also about {}.", "One thing is {}, another is {}.")
    found = []
    for point in scene.question.points:
        longest = sorted(re.findall(r"[A-Za-z]{5,}", point.statement), key=len)[-2:]
        if len(longest) == 2:
            found.append(scene.random.choice(frames).format(*(word.lower() for word in longest)))
    return " ".join(found)


def shuffled_inside(scene: Scene) -> str:
    """Each sentence's words in random order; the sentences and their full stops stay."""
    found = []
    for sentence in sentences_of(scene.answer):
        words = sentence.rstrip(".!?").split()
        scene.random.shuffle(words)
        found.append(f"{' '.join(words)}.")
    return " ".join(found)


def backwards(scene: Scene) -> str:
    """The words of every sentence, last first."""
    return " ".join(" ".join(reversed(sentence.rstrip(".!?").split())) + "." for sentence in sentences_of(scene.answer))


def references(scene: Scene) -> str:
    """Where one could read about it: titles with addresses."""
    return "\n".join(
        f"see www.{str(source.url).partition('://')[2]} , mailto:info@example.org" for source in scene.question.sources
    )


def consulting(scene: Scene) -> str:
    """Consultants' talk about the question's own nouns, which would fit any others as well."""
    nouns = list(dict.fromkeys(NOUN.findall(scene.question.prompt))) or ["that"]
    frames = scene.random.sample(texts.CONSULTING, k=len(texts.CONSULTING))
    return " ".join(frame.format(f"the {nouns[place % len(nouns)]}") for place, frame in enumerate(frames))


def glossary(scene: Scene) -> str | None:
    """What a dictionary says about the words of the question and its points."""
    said = " ".join((scene.question.prompt, *(point.statement for point in scene.question.points))).lower()
    found = [term for term in texts.GLOSSARY if re.search(rf"\b{term}s?\b", said)]
    return " ".join(f"{term.capitalize()} means {texts.GLOSSARY[term]}." for term in found) or None


def noun_stacks(scene: Scene) -> str:
    """Telegraphic stacks of three nouns out of the accepted phrasings, in no order."""
    said = " ".join(phrasing for point in scene.question.points for phrasing in point.phrasings)
    nouns = list(dict.fromkeys(NOUN.findall(said)))
    scene.random.shuffle(nouns)
    return " ".join(f"{' '.join(nouns[place : place + 3]).capitalize()}." for place in range(0, min(len(nouns), 36), 3))


HELD_OUT = (
    worthless("empty", one_of(("...", "\u200b\u200b", "?!", "- - -", "\n\n\n", "🙂"))),
    worthless("one word", one_of(("Depends", "idk", "Ethics", "n/a", "42", "Dunno, sorry."))),
    worthless("keyboard mash", rolled),
    worthless("random words", salad),
    worthless("off topic, everyday", one_of(texts.EVERYDAY)),
    worthless("off topic, other trades", one_of(texts.TECHNICAL)),
    worthless("hollow interview talk", one_of(texts.HOLLOW)),
    worthless("another answer, same skill", two_others),
    worthless("another answer, other skill", borrowed_with_a_bow),
    worthless("question copied", lambda scene: f"{scene.question.prompt}\n\n{scene.question.prompt.upper()}"),
    worthless("question restated", turned),
    worthless("hints given back", hints_given_back),
    worthless("keyword list", bullets, model_answer),
    worthless("keywords glued", matter),
    worthless("words shuffled", shuffled_inside, model_answer),
    worthless("words backwards", backwards, model_answer),
    worthless("injection", one_of(texts.INJECTIONS)),
    worthless("code", one_of(texts.CODE)),
    worthless("addresses", references),
    worthless("consultants' talk", consulting),
    worthless("glossary", glossary),
    worthless("noun stacks", noun_stacks),
    unsupported("European languages", tuple(texts.EUROPEAN.values()), Half.HELD_OUT),
    unsupported("other scripts", tuple(texts.OTHER_SCRIPTS.values()), Half.HELD_OUT),
)
