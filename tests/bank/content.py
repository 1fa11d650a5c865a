"""What a small sound bank says, as plain dicts that a test may change."""

from typing import Any

Content = dict[str, Any]

TODAY = "2026-11-21"
SKILL = "careful-reviews"
OTHER_SKILL = "honest-reports"
QUESTION = "late-finding"
OTHER_QUESTION = "figures-that-differ"


def source() -> Content:
    return {
        "title": "A handbook of reviews",
        "publisher": "Example Press",
        "url": "https://example.org/handbook",
        "supports": "what a review covers",
        "checked_on": TODAY,
    }


def skill(skill_id: str = SKILL, order: int = 1) -> Content:
    text = "People who know this find faults before customers do."
    level: Content = {
        "goal": "Read a change and say what could break.",
        "steps": [
            {"title": f"Step {n}", "text": f"Read the change for the {n}. time and write down what is odd."}
            for n in (1, 2, 3)
        ],
        "mistake": {
            "title": "Reading too fast",
            "text": "They skim the tests first.",
            "instead": "Read the tests line by line.",
        },
        "practice": ["Review one small change a day.", "Explain one fault to a colleague."],
    }
    return {
        "id": skill_id,
        "version": 1,
        "status": "ready",
        "order": order,
        "title": "Careful reviews",
        "short_title": "Reviews",
        "category": "Craft",
        "summary": "Finding faults in other people's work before it reaches anybody.",
        "definition": "A [[review]] is a second look.\n\nIt is done by [[review|somebody else]].",
        "value": text,
        "statistics": [
            {
                "id": f"figure-{n}",
                "label": "Demand",
                "value": "9 of 10",
                "meaning": text,
                "origin": "an example, unpublished",
            }
            for n in (1, 2, 3, 4)
        ],
        "levels": [{"level": name, **level} for name in ("beginner", "intermediate", "advanced")],
        "tool_groups": [
            {"title": "Reading", "use": "They show what has changed.", "tools": ["diff-tool", "lens-tool"]}
        ],
        "sources": [source(), source()],
    }


def question(question_id: str = QUESTION, skill_id: str = SKILL) -> Content:
    return {
        "id": question_id,
        "version": 1,
        "status": "ready",
        "skill": skill_id,
        "level": "intermediate",
        "kind": "behavioural",
        "prompt": "Tell me about a time you found a serious fault late in a project.",
        "testing": "Whether the candidate speaks up and helps to repair it.",
        "minutes": 5,
        "tags": ["reviews"],
        "points": [point(n) for n in (1, 2, 3, 4)],
        "pitfalls": [
            {
                "id": "blames-others",
                "statement": "Blames a colleague for the fault.",
                "phrasings": ["It was simply my manager who messed up."],
                "advice": "Describe the fault and not the person.",
            }
        ],
        "model_answers": [model_answer()],
        "probes": ["What would you do today?", "Who decided?"],
        "anchors": {
            "one": "Never mentions what was at stake.",
            "three": "Names the fault and one step.",
            "five": "Names the fault, its cost and a lasting repair.",
        },
        "hints": ["Think of a release that slipped."],
        "sources": [source()],
        "note": "The [[review]] in question is dated 2026 and may have moved on.",
    }


def point(number: int) -> Content:
    return {
        "id": f"point-{number}",
        "statement": f"Says how the fault number {number} was found.",
        "phrasings": ["I compared two reports and they disagreed.", "A test that nobody had run before turned red."],
        "weight": 1,
        "expected_from": "beginner",
        "advice": "Describe the check that exposed it.",
    }


def model_answer() -> Content:
    sentence = "We had a release in two days and I saw that forty of the figures were wrong."
    tags = ("situation", "task", "action", "result")
    return {"level": "intermediate", "parts": [{"tag": tag, "text": f"{sentence} {sentence}"} for tag in tags]}


def project() -> Content:
    return {
        "id": "review-ten-changes",
        "version": 1,
        "status": "ready",
        "skill": SKILL,
        "level": "beginner",
        "kind": "project",
        "title": "Review ten changes",
        "summary": "Read ten real changes and write down what you find.",
        "scenario": "Your team merges without a [[review]] and wants to know what that costs.",
        "hours": 6,
        "deliverable": "A page with ten findings.",
        "steps": [
            {
                "id": f"step-{n}",
                "title": f"Step {n}",
                "text": f"Choose change number {n} and read all of it.",
                "done_when": "You can say what it does.",
            }
            for n in (1, 2, 3)
        ],
        "tools": ["diff-tool"],
    }


def career() -> Content:
    return {
        "id": "release-reviewer",
        "version": 1,
        "status": "ready",
        "title": "Release reviewer",
        "summary": "Looks at every release before it goes out to the customers.",
        "description": "Reads changes and talks to those who wrote them.",
        "tasks": ["Read changes", "Ask questions", "Write findings"],
        "skills": [{"skill": SKILL, "level": "advanced", "why": "It is most of the day's work."}],
    }


def tools() -> Content:
    return {"tools": [tool("diff-tool"), tool("lens-tool")]}


def tool(tool_id: str) -> Content:
    return {
        "id": tool_id,
        "name": tool_id.title(),
        "maker": "Example Labs",
        "kind": "library",
        "url": "https://example.org/tool",
        "licence": "MIT",
        "status": "active",
        "status_note": "released this year",
        "last_verified": TODAY,
        "verified_by": "the release page",
        "summary": "Shows two versions of a text side by side.",
        "use_when": "Two versions of a text must be compared.",
    }


def glossary() -> Content:
    definition = "A second look at a piece of work by somebody else."
    return {
        "terms": [
            {"id": "review", "term": "Review", "definition": definition, "see": ["release"]},
            {"id": "release", "term": "Release", "definition": "The moment when work reaches those who use it."},
        ]
    }


def answers() -> Content:
    text = "I compared the reports. My manager messed up. We repaired it together."
    label = {"id": "point-1", "sentences": [1]}
    pitfall = {"id": "blames-others", "sentences": [2]}
    return {
        "question": QUESTION,
        "answers": [{"quality": "weak", "text": text, "covered": [label], "pitfalls": [pitfall]}],
    }


def sound_files() -> dict[str, Content]:
    """Content by path relative to the bank."""
    return {
        f"skills/{SKILL}.yaml": skill(),
        f"skills/{OTHER_SKILL}.yaml": skill(OTHER_SKILL, 2),
        f"questions/{SKILL}/{QUESTION}.yaml": question(),
        f"questions/{OTHER_SKILL}/{OTHER_QUESTION}.yaml": question(OTHER_QUESTION, OTHER_SKILL),
        "projects/review-ten-changes.yaml": project(),
        "careers/release-reviewer.yaml": career(),
        "tools.yaml": tools(),
        "glossary.yaml": glossary(),
        f"answers/{QUESTION}.yaml": answers(),
    }
