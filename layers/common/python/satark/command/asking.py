"""A question to the tipster, which passes the check or is refused with the reason."""

from dataclasses import replace

from satark.case import Case, OfficerAsked
from satark.command.awaited import Question
from satark.command.questions import check
from satark.command.scene import Answer, Decision, Scene
from satark.command.tip_numbers import without_number


def asked(case: Case, scene: Scene, words: str) -> Decision:
    """Without words it asks for them. Whatever stands for the tip's number is not passed on."""
    question = " ".join(without_number(words, case.case_id).split())
    if not question:
        example = scene.text("question_example")
        return _again(scene.answer("ask_how", case, example=example), case)
    rules = scene.police_range.questions
    if reason := check(question, rules, scene.police_range.numbers):
        why, example = scene.text(f"question_{reason}"), scene.text("question_example")
        return _again(Answer(scene.text("question_refused", why=why, example=example)), case)
    answer = replace(scene.answer("question_sent", case), actions=True)
    return Decision(OfficerAsked(scene.officer.id, question), answer)


def _again(answer: Answer, case: Case) -> Decision:
    return Decision(None, answer, Question(case.case_id))
