"""Every rule about a bank file: its id, and the sentence that tells an author what to do."""

RULES = {
    # Files.
    "unknown-file": "Move it out of the bank, or to a place the bank knows, with a name that ends in .yaml.",
    "link": "Put the file itself there: links to folders and links that leave the bank are not followed.",
    "unreadable": "Make it an ordinary UTF-8 file of at most 256 KiB that the service may read.",
    "yaml": "Write plain YAML with JSON's types: no anchors, aliases, tags or repeated keys.",
    "model": "Follow the format; the JSON Schema in schema/ describes it.",
    "file-name": "Name the file after its id.",
    "question-folder": "Keep a question in the folder that is named after its skill.",
    "unique-id": "Choose another id: it names one thing in the whole bank.",
    "skill-left-out": "Repair the skill's file; this one is left out until then.",
    # References between files.
    "known-skill": "Name a skill that has a file in skills/.",
    "ready-skill": "Make the skill ready first, or take this file back to draft or review.",
    "known-tool": "Add the tool to tools.yaml or name one that is there.",
    "known-term": "Add the term to glossary.yaml or name one that is there.",
    "known-question": "Name a question that has a file in questions/.",
    "known-label": "Name a point or pitfall of the question.",
    # Lists inside one file.
    "unique-part": "Give every entry of the list its own id.",
    "skill-order": "Give every skill its own place.",
    "skill-levels": "Describe beginner, intermediate and advanced once each.",
    # Questions.
    "own-level-answer": "Write a model answer at the question's own level.",
    "answer-levels": "Keep one model answer per level.",
    "answer-length": "Write 120 to 250 words.",
    "star-complete": "Tag a situation, a task, an action and a result in each model answer to a behavioural question.",
    "expected-point": "Expect at least one point at or below the question's level.",
    "distinct-wording": "Say it in other words, or drop one of the two.",
    # Text.
    "no-markdown": "Write plain text, without Markdown.",
    "no-address": "Name the source in words and keep its address in a url field.",
    "link-form": "Write a glossary link as [[term-id]] or [[term-id|words shown]].",
    "link-place": "Write plain words here; glossary links belong in prose.",
    "one-line": "Keep it on one line; use >- to fold a long one.",
    "spacing": "Put one space between words and none at the ends of lines.",
    "sentence-end": "End it like a sentence.",
}
