"""Good content turned into its opposite, held-out half: all of it is mentioned, none of it done or believed."""

from collections.abc import Sequence
from random import Random

from benchmarks.attacks.attack import Attack, Half, Make, Scene
from benchmarks.attacks.denials import could_be_done, denial
from benchmarks.attacks.held_out.gerunds import gerund
from benchmarks.attacks.starts import labelled, model_answer
from benchmarks.attacks.wording import action, actions_of, raised, sentences_of, without_stop
from skillprep.bank.labelled import Quality

TOO_LATE = (
    "By that time it is far too late to {}; I would let it go.",
    "There was a time to {}; it went by unused, and I would leave it at that.",
    "It is years too late to {}; what was missed stays missed.",
    "I would sit still until everything is signed and it is no use any more to {}.",
)
USED_TO = (
    "I used to {}; that habit is gone for good.",
    "There was a year in which we tried to {}; we dropped it, and I would keep it dropped.",
    "Long ago my team would {}; I put an end to that in my first week.",
    "It used to be the custom here to {}; the custom has died out, and I am glad of it.",
)
BLAMED = (
    "It was up to the vendor to {}; the vendor left it undone, and so do I.",
    "Somebody in the legal department ought to {}; it is outside my job, and I leave it lying.",
    "Marketing had promised to {}; they let us down, so it simply does not happen here.",
    "The previous team should have been the one to {}; they failed, and I am not the one to make up for it.",
)
IF_ONLY = (
    "If I had endless money I would {}; as it is, I let it drop.",
    "In some other company I might {}; in this one I would walk past it.",
    "Had anyone paid me for it, I could have offered to {}; they paid me for speed, so it fell away.",
    "Were there forty hours in a day, I would perhaps {}; with twenty-four of them it stays undone.",
)
IRONY = (
    "Sure, let us {}, and while we are at it let us sacrifice a goat.",
    "How I would love to {}, right after somebody has groomed my unicorn.",
    "What a thrilling way to burn the budget it would be to {}!",
    "Bravo to whoever wants to {}; the rest of us have a product to ship.",
)
EXCEPT = (
    "I would do almost anything for this product except {}.",
    "I would sooner scrub the office kitchen than {}.",
    "You may ask me for any measure but this one: to {}.",
    "My plan has room for a hundred steps, and the one that it leaves no room for is to {}.",
)
NEGLECTED = (
    "I would omit to {}.",
    "I would decline to {}.",
    "I would neglect to {}.",
    "My plan lacks any step to {}.",
)
SKIPPED = (
    "I would skip {}.",
    "I would dispense with {}.",
    "I would get by without {}.",
    "I would refrain from {}.",
)
VOTED_DOWN = (
    "I have weighed whether to {}; I came down against it.",
    "The proposal was to {}; I voted it down.",
    "A colleague urged me to {}; I talked her out of it.",
    "One might {}; on balance I decide against it.",
)
REGRETTED = (
    "It was the worst decision of my career to {}; next time I leave it out.",
    "I once let myself be talked into a plan to {}; I am still sorry, and it stays off my list.",
    "We lost a whole quarter when we tried to {}; I have sworn off it since.",
    "I still blush at the thought that I wanted to {}; I am cured of that.",
)
SELF_ASKED = (
    "Would I {}? No.",
    "Does it pay to {}? Hardly.",
    "Do I plan to {}? Nothing of the sort.",
    "Was I ever tempted to {}? Not for a second, and I am not tempted now.",
)
DISTANCED = (
    '"{}" That line comes from a brochure of our rivals, and I steer in the opposite direction.',
    '"{}" I have heard this at three conferences and buy none of it.',
    'A guru of our trade likes to preach: "{}" I have seen the damage that it does, and I keep my people from it.',
    '"{}" So it says in the book that I threw away, and I did right to throw it away.',
)
SO_THEY_CLAIM = (
    "{}, or so they claim; in truth it is the other way about.",
    "{}: that is the fairy tale, and what really happens is the contrary.",
    '"{}"? Far from it.',
    '"{}"? I wish that it were so, but it is pure invention.',
)
SCRAPPED = (
    "Wait, cross all of that out. Having heard myself say it, I believe in none of it and would do the contrary at"
    " every step.",
    "So much for what they taught me. I have broken with all of it, and in your company I would follow none of these"
    " steps.",
    "Forget what I have just told you. It sounds good and it is mistaken from the first word to the last, so I would"
    " leave every bit of it undone.",
)
BAD_EXAMPLE = (
    "What follows is my example of a bad answer, and I would take the other road at every fork.",
    "Here is a list of mistakes that my last employer made. I would repeat none of them, and I hold each for wrong.",
    "I will now read out the answer of a candidate whom I turned down, because all that he said was mistaken.",
)
OMISSIONS = (
    "Here is what I would leave out of the plan altogether:",
    "These are the things that we have struck off and that nobody in my team does any more:",
    "The following is superfluous, and I would spend no time on any of it:",
)


def held(name: str, make: Make, start: Make = could_be_done) -> Attack:
    """A held-out attack."""
    return denial(name, make, start, Half.HELD_OUT)


def filled(frames: Sequence[str], said: Sequence[str], random: Random) -> str:
    """The frames in turn, begun with any of them, each around one thing said."""
    first = random.randrange(len(frames))
    return " ".join(frames[(first + place) % len(frames)].format(one) for place, one in enumerate(said))


def framed(frames: Sequence[str]) -> Make:
    """Every action inside a frame that takes it back."""
    return lambda scene: filled(frames, actions_of(scene), scene.random)


def around_sentences(frames: Sequence[str]) -> Make:
    """Every sentence of the honest text, without its full stop, inside such a frame."""
    return lambda scene: filled(frames, [without_stop(one) for one in sentences_of(scene.answer)], scene.random)


def quoted_whole(scene: Scene) -> str:
    """Every sentence quoted as it stands, and somebody else's."""
    return filled(DISTANCED, sentences_of(scene.answer), scene.random)


def neglected(scene: Scene) -> str:
    """Every action omitted, by a verb or by 'without', in turn."""
    said = [point.statement for point in scene.question.points if action(point.statement)]
    plain = [found for one in said[::2] if (found := action(one))]
    skipped = [found for one in said[1::2] if (found := gerund(one))]
    return f"{filled(NEGLECTED, plain, scene.random)} {filled(SKIPPED, skipped, scene.random)}".strip()


def pitfall_instead(scene: Scene) -> str | None:
    """Each action passed over in favour of what the question warns of."""
    instead = [found for pitfall in scene.question.pitfalls if (found := action(pitfall.statement))]
    passed_over = [found for point in scene.question.points if (found := gerund(point.statement))]
    if not instead:
        return None
    pairs = [(one, instead[place % len(instead)]) for place, one in enumerate(passed_over)]
    return " ".join(f"Instead of {good}, I would {bad}." for good, bad in pairs)


def omissions(scene: Scene) -> str | None:
    """The actions as a list under a heading that strikes them all off."""
    said = [f"- {raised(one)}." for one in actions_of(scene)]
    return "\n".join((scene.random.choice(OMISSIONS), *said)) if said else None


def strong(scene: Scene) -> str | None:
    """A believable answer that makes most of the points."""
    found = labelled(scene, Quality.STRONG)
    return found.text if found else None


def more_phrasings(scene: Scene) -> str:
    """Every point as its second accepted phrasing."""
    return " ".join(point.phrasings[1] for point in scene.question.points)


HELD_OUT = (
    held("too late", framed(TOO_LATE)),
    held("used to, and stopped", framed(USED_TO)),
    held("blamed on others", framed(BLAMED)),
    held("if only", framed(IF_ONLY)),
    held("irony", framed(IRONY)),
    held("all except", framed(EXCEPT)),
    held("neglected", neglected),
    held("voted down", framed(VOTED_DOWN)),
    held("regretted", framed(REGRETTED)),
    held("asked and answered with no", framed(SELF_ASKED)),
    held("pitfall instead", pitfall_instead),
    held("list of omissions", omissions),
    held("reported and distanced", quoted_whole, more_phrasings),
    held("so they claim", around_sentences(SO_THEY_CLAIM), model_answer),
    held("scrapped at the end", lambda scene: f"{scene.answer} {scene.random.choice(SCRAPPED)}", strong),
    held("a bad example", lambda scene: f"{scene.random.choice(BAD_EXAMPLE)} {scene.answer}", model_answer),
)
