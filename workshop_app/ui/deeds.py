"""What each step of history is called, for Undo and Redo. Never with a person's text in it: all may read it."""

from workshop_app.words import translate


def deed(label: str) -> str:
    """The words for a step's key."""
    return {
        "add-person": translate("deeds", "somebody new"),
        "rename-person": translate("deeds", "a name"),
        "change-role": translate("deeds", "a role"),
        "leave-group": translate("deeds", "leaving the group"),
        "come-back": translate("deeds", "coming back"),
        "declare": translate("deeds", "how open something is"),
        "prepare": translate("deeds", "preparing a session"),
        "add-idea": translate("deeds", "an idea"),
        "bring-in": translate("deeds", "bringing ideas in"),
        "reword": translate("deeds", "other words"),
        "say-too": translate("deeds", "a translation"),
        "reveal": translate("deeds", "turning the ideas over"),
        "count-backing": translate("deeds", "counting the backing"),
        "move-idea": translate("deeds", "moving a card"),
        "set-aside": translate("deeds", "setting aside"),
        "bring-back": translate("deeds", "bringing back"),
        "new-theme": translate("deeds", "a new theme"),
        "rename-theme": translate("deeds", "a theme's name"),
        "dissolve-theme": translate("deeds", "taking a frame away"),
        "said-by": translate("deeds", "who said it"),
        "ask-also": translate("deeds", "one more prompt"),
        "tidy": translate("deeds", "tidying up"),
        "back": translate("deeds", "backing"),
        "insist": translate("deeds", "insisting"),
        "take-forward": translate("deeds", "choosing"),
        "start-plan": translate("deeds", "a new plan"),
        "write-plan": translate("deeds", "writing in the plan"),
        "drop-plan": translate("deeds", "putting a plan away"),
        "add-action": translate("deeds", "an action"),
        "change-action": translate("deeds", "changing an action"),
        "drop-action": translate("deeds", "taking an action out"),
        "close-plan": translate("deeds", "closing for signing"),
        "reopen-plan": translate("deeds", "reopening the plan"),
        "sign": translate("deeds", "a signature"),
        "withdraw": translate("deeds", "taking a signature back"),
        "mark-absent": translate("deeds", "who was absent"),
        "rename-school": translate("deeds", "the school's name"),
    }.get(label, translate("deeds", "the last step"))
