"""Adaptive testing: which question next, how able somebody is, and what each question is worth. Pure functions.

grid (the scale) -> response, models (tables of score probabilities) -> ability, joint (what answers say about people)
-> belief, calibrate, refit, drift (what answers say about questions) -> pool (questions as tables) -> gain, exposure,
select (the next question) -> stop, placement. Actions call engine.py alone; choose.py is the rule it replaced.
Review over days: review (FSRS replayed over scores) -> agenda (what is due) and review_report (does it predict).
"""
