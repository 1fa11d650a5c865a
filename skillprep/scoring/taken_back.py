"""Whether an answer takes back, rejects or mocks what it says: a good answer held up as somebody else's nonsense.

Patterns of words, not of meaning: a repudiation (wrong, a myth, I do not believe, I would never) together with a
reference to all that was said (all of this, none of that, everything above, what they say), near the beginning or the
end; or a repudiation at the head of most sentences. People reject one practice among others all the time, so one
rejection of one thing is never enough, and the finding only asks a person to look.
"""

import re
from collections.abc import Sequence

NEAR_THE_END, NEAR_THE_START = 0.6, 0.4
MOST_REJECTING = 0.6
FEWEST_SENTENCES = 3
MOST_QUOTED = 0.5

THIS = r"(?:this|that|it|these|those|them|the above|the foregoing)"
SAID = (
    r"(?:i|you|they|he|she|we|people|some people|others|somebody|someone|experts|consultants)"
    r"(?: \w+)?(?: \w+)? (?:said|say|says|wrote|write|written|told|tell|tells|claimed|claim|claims|listed|described"
    r"|mentioned|quoted|explained|recommend|believe)"
)
CLAIMS = (
    r"(?:claims?|statements?|sentences?|assertions?|ideas?|views?|opinions?|suggestions?|advice|arguments?|theory"
    r"|theories|answer|paragraph|passage|text|words|recommendations?|story|talk|thinking|quotation|quote)"
)
WHOLE = (
    rf"(?:(?:all|any|none|each|every (?:word|bit|part|sentence|line)|everything|nothing|not (?:one|a) (?:word|bit)"
    rf"|(?:a|one|any|single) (?:single )?(?:word|bit|part|sentence|line)) (?:of|in) (?:all )?(?:{THIS}\b"
    rf"|what |(?:the|these|those|such|my|their|this|that) {CLAIMS})"
    rf"|(?:everything|all|anything|nothing|what|whatever) (?:that )?(?:{SAID}|(?:is |was |stands )?(?:\w+ )?above)"
    rf"|(?:the above|the foregoing|it all|all of it|this all|all this|all that\b)"
    rf"|(?:these|those|such|all these|all those|all such|this entire|this whole|that whole|the whole"
    rf"|the above) {CLAIMS}"
    rf"|(?:my|this|that|their) (?:whole |entire |own )?(?:answer|claims|advice|statements|views?|paragraph|passage))"
)
WRONG = (
    r"(?:wrong|false|untrue|nonsense|rubbish|garbage|bullshit|hogwash|baloney|drivel|myths?|mistaken|misguided"
    r"|lies?|a lie"
    r"|incorrect|inaccurate|bad advice|poor advice|terrible|absurd|ridiculous|silly|foolish|laughable|made up|invented"
    r"|fiction|worthless|useless|pointless|harmful|dangerous|misleading|baseless|unfounded|unsound|an error|a mistake"
    r"|(?:not|never|hardly|isn't|aren't|wasn't|weren't) (?:\w+ )?(?:true|right|correct|so|sound|valid|good advice"
    r"|the case|how it"
    r"|what (?:i|you|one|we)|sensible|accurate))"
)
DOUBT = (
    r"(?:reject|disagree|dispute|deny|refute|dismiss|retract|withdraw|renounce|disown|scrap|forget|disregard|ignore"
    r"|take back|do (?:exactly )?the opposite of|distance myself|"
    r"(?:not|never|don't|didn't|can't|cannot|wouldn't|won't|nor|hardly) (?:\w+ )?(?:believe|think|mean|meant"
    r"|accept|agree"
    r"|support|share|buy|trust|endorse|stand by|subscribe|follow|recommend|do|use|try|listen))"
)
COPULA = r"(?:is|are|was|were|be|being|as|it's|sounds?|seems?|strikes? me as|remains?|turns? out|makes)"
ENDS = (
    r"(?:$|(?= (?:and|but|or|so|because|since|to|for|in|i|we|you|do|don't|from|at|as|that|which|it|they|of|here|please"
    r"|anyway|advice|information|idea|ideas|thinking|the)\b))"
)
"""After 'wrong' or 'false': the end or a small word. A false alarm and a wrong answer are what a test may find."""
RIGHT = r"(?:true|right|correct|valid|accurate|sound|good|sensible|works?|holds?|helps?|applies|worth)"
CONDITION = re.compile(r"\b(?:if|whether|unless|when|had|could)\b")
"""Before a rejection: it speaks of a case that may come."""
REJECTS = re.compile(rf"\b(?:{WRONG}|{DOUBT}|would never|should never|must never|never)\b")

BACKWARD = (
    rf"\b{WHOLE}\b(?: \w+){{0,4}}? {COPULA}(?: \w+){{0,3}}? {WRONG}\b{ENDS}",
    rf"\b(?:it's|it is|this is|that's|that is|they're|they are) all (?:\w+ )?{WRONG}\b{ENDS}",
    rf"\b(?:none|nothing|not one|no part|not a word|hardly any|little|no word) of (?:all )?(?:{THIS}|what"
    rf"|the following)"
    rf"\b(?: \w+){{0,5}}? {RIGHT}\b",
    rf"\b{DOUBT}\b(?: \w+){{0,4}}? {WHOLE}\b",
    rf"^(?:\w+ ){{0,3}}?{WRONG} (?:is|are|was|were|to say|to believe) {WHOLE}\b",
    rf"\b(?:do|did|try|follow|use|believe) none of {THIS}\b",
    rf"^(?:\w+ ){{0,4}}?none of {THIS} (?:is|was|are|were|would|will|should|can|holds|works|makes|applies|ever"
    rf"|matters)\b",
    rf"\bi (?:would|will|could|should|do|did)(?:n't| not| never) (?:\w+ )?(?:do|say|follow|use|try|recommend"
    rf"|believe|mean)"
    rf" (?:any|one|a word|all|half|much) (?:of )?{THIS}\b",
    r"\b(?:this|that|these|those)(?: things)? (?:is|are|was|were) (?:exactly |precisely |just |all )?"
    r"(?:what|how|things|everything) (?:\w+ )?(?:i|we|you|one|nobody|no one)(?: \w+)?"
    r" (?:never|not|wouldn't|shouldn't|nobody|avoid|oppose|reject)\b",
    r"\bthe (?:exact |very |complete |direct |precise )?(?:opposite|reverse|contrary) (?:of (?:all )?(?:this|that|these"
    r"|those|everything|what (?:i|they|you|he|she|we|is written|was said))\b|is (?:the case|true|right|correct"
    r"|what|how)|holds|would be (?:right|true))\b",
    r"\b(?:would|should|will|must|do) (?:rather )?(?:do )?(?:exactly |precisely )?the (?:exact |very )?"
    r"(?:opposite|reverse)\b",
    r"\b(?:take|took|taking) (?:all |everything |it |that |this |what \w+ \w+ )?(?:\w+ ){0,3}?back$",
    rf"\bforget (?:{THIS}|everything|all|what|whatever)\b(?: (?:i|you|they|we|of|that|above|said|just))*",
)
FORWARD = (
    r"\b(?:the following|what follows|the next (?:sentences|lines|paragraph)|what (?:comes|i say|i write"
    r"|you read) (?:next"
    rf"|now|below|here))\b(?: \w+){{0,6}}? (?:{WRONG}|never|not)\b",
    r"\b(?:here is|here are|this is|these are|following is) (?:\w+ ){0,4}?(?:not to do|(?:i|we|you|one|nobody|no one)"
    r"(?: \w+)? (?:never|not|wouldn't|shouldn't|should|would avoid)|nobody should|"
    r"(?:a list of |some )?(?:lies|myths|mistakes|nonsense|bad advice))\b",
    rf"\b{WRONG}(?: \w+){{0,2}}? (?:to (?:say|claim|believe|think)|is|are|would be) the following\b",
)
MOCKERY = (
    r"^(?:oh |ha |yeah |well )*(?:yeah,? right|as if|ha ha|haha|lol|(?:just|only) (?:kidding|joking)|kidding"
    r"|(?:not|whatever)$|sure thing|dream on|oh please|give me a break|good luck with that|pull the other one"
    r"|in your dreams)\b",
    r"\b(?:just|only) (?:kidding|joking)$|\b(?:yeah right|as if|haha|lol|who (?:even )?(?:believes|buys) (?:this"
    r"|that|it))$",
    r"\bas if (?:anyone|anybody|any of (?:this|that|it)|that|this|it) (?:\w+ )?(?:would|could|will|ever|worked|mattered"
    r"|cared|cares|helped|did)\b",
)
HEAD = re.compile(
    rf"^(?:(?:and|but|so|i think|i say|in my view|clearly|of course|also|then|it is|it's|that is)\W? )*"
    rf"(?:(?:a |an |completely |simply |plain |just )*(?:well-known |known |common |popular )?{WRONG}\b"
    r"|i (?:strongly |completely |do )?(?:disagree|reject|deny|dispute|refuse|doubt)|i (?:do not"
    r"|don't) (?:believe|agree"
    r"|accept|think) that|i would never|nobody should|no one should|nothing (?:supports|shows|proves)"
    r"|there is no (?:need"
    r"|reason|point)|one should never|never\b|every expert knows that it does harm)"
)
PATTERNS_LAST = tuple(map(re.compile, (*BACKWARD, *MOCKERY)))
PATTERNS_FIRST = tuple(map(re.compile, (*FORWARD, *BACKWARD)))
OTHERS_SAY = re.compile(
    r"\b(?:people|they|someone|somebody|others|critics|experts|consultants|colleagues?|books?|articles?|he|she|guides?|"
    r"textbooks?|blogs?|we|you|manager|boss)\b(?: \w+){0,4}? (?:say|says|said|tell|tells|told|claim|claims"
    r"|claimed|argue"
    r"|argues|write|writes|wrote|believe|believes|advise|advises|recommend|recommends|read|hear|heard|think|thinks)\b"
)
QUOTATION = re.compile(r'"[^"]{20,8000}"')


def takes_back(text: str, sentences: Sequence[str]) -> bool:
    """Whether a folded text, cut into `sentences`, repudiates what it says as a whole."""
    plain = [" ".join(re.findall(r"[\w'-]+", sentence.casefold())) for sentence in sentences]
    return repudiated_at_an_end(plain) or mostly_rejecting(plain) or quoted_and_rejected(text)


def repudiated_at_an_end(sentences: Sequence[str]) -> bool:
    """Whether a sentence near the start or the end speaks of everything that was said, and rejects it."""
    count = len(sentences)
    for place, sentence in enumerate(sentences):
        before, after = place / count, (place + 1) / count
        if (after > NEAR_THE_END or place >= count - 2) and rejects_all(sentence, PATTERNS_LAST):
            return True
        if before < NEAR_THE_START and rejects_all(sentence, PATTERNS_FIRST):
            return True
    return False


def rejects_all(sentence: str, patterns: Sequence[re.Pattern[str]]) -> bool:
    """Whether a sentence matches, and not only for a case that may come."""
    found = (one.search(sentence) for one in patterns)
    return any(match is not None and not CONDITION.search(sentence, 0, match.start()) for match in found)


def mostly_rejecting(sentences: Sequence[str]) -> bool:
    """Whether most sentences open with a rejection: nothing is said that the candidate would do."""
    rejecting = sum(HEAD.search(sentence) is not None for sentence in sentences)
    return len(sentences) >= FEWEST_SENTENCES and rejecting >= MOST_REJECTING * len(sentences)


def quoted_and_rejected(text: str) -> bool:
    """Whether most of the text is a quotation of others, and what stands outside it rejects it."""
    quoted = sum(len(match.group()) for match in QUOTATION.finditer(text))
    if quoted < MOST_QUOTED * len(text):
        return False
    outside = " ".join(re.findall(r"[\w'-]+", QUOTATION.sub(" ", text).casefold()))
    return OTHERS_SAY.search(outside) is not None and REJECTS.search(outside) is not None
