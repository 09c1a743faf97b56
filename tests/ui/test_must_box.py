"""When enough of us back an idea it must be answered: who and by when stand there already, as the school promised."""

from datetime import timedelta

from tests.ui import promised
from tests.ui.bench import Bench, settle
from workshop_app.domain import choosing, triggers
from workshop_app.ui.going import to_idea


def test_it_is_offered_when_the_number_is_reached_and_counted_down_from_then_on(bench: Bench) -> None:
    made = promised.group(bench.home)
    talk = promised.key_of(made, "Talk first")
    made.workspace.perform("back", choosing.back, talk, students=2)
    made.page("choose")
    made.close()
    bench.start()
    bench.press("Carry on")
    bench.press("One more of the adults: Talk first")
    bench.press("It must be answered: Talk first")
    assert bench.page.name == "idea"
    assert "3 of us back this. It must be answered." in bench.texts()
    bench.press("Ask for the answer  →")
    one = triggers.pulled(bench.programme, talk)
    assert one is not None
    assert (one.decider, one.due) == ("the head", promised.TODAY + timedelta(days=14))
    assert {"The head must answer by 20 November.", "14 days left"} <= set(bench.texts())
    bench.work.go("choose")
    settle()
    assert "The head must answer by 20 November" in bench.texts()  # where it was backed it is not forgotten
    to_idea(bench.desk, talk)
    bench.undo()
    bench.over(" ", "Who must answer?")
    bench.press("Ask for the answer  →")
    assert bench.said() == "Who decides is still empty."
    to_idea(bench.desk, talk)
    assert triggers.pulled(bench.programme, talk) is None
