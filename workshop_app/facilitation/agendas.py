"""Templates for the agenda of a session: the built-in ones, a series of six, and those that teachers save."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import tomli_w

from workshop_app.assets import find
from workshop_app.domain.agenda import LONGEST as LONGEST_PHASE
from workshop_app.domain.agenda import Part, Phase
from workshop_app.domain.programme import Programme
from workshop_app.domain.sessions import LONGEST, SHORTEST, in_order
from workshop_app.facilitation.sharing import in_whole, shared
from workshop_app.facilitation.toml_table import Table, parsed, read_toml
from workshop_app.words import translate

LONGEST_NAME, LONGEST_PURPOSE = 80, 300  # characters
MOST_PROMPTS, MOST_PLACES = 20, 20
_OPENING = 0.07  # of a session, for what came of the last one


@dataclass(frozen=True, slots=True)
class Template:
    """An agenda to begin with. `prompts` is how many it has room for, 0 for as many as fit.

    `series` is "" where it stands alone; otherwise `place` tells its place in that series, from 1. One that does not
    `fits` is for an occasion, and only chosen by name. `notes` are for whoever leads it.
    """

    id: str
    name: str
    purpose: str
    minutes: int
    phases: tuple[tuple[Part, int], ...]
    prompts: int = 0
    series: str = ""
    place: int = 0
    fits: bool = True
    notes: tuple[str, ...] = ()

    @property
    def prepared(self) -> int:
        """How many prompts adults prepare, 0 for as many as fit: the students' own pick has the last place."""
        return max(1, self.prompts - 1) if self.prompts else 0

    def minutes_of(self, part: Part) -> int:
        """The minutes of one phase, 0 where the agenda has none."""
        return dict(self.phases).get(part, 0)


def load(folder: Path | None = None) -> tuple[Template, ...]:
    """The templates of a folder, of the built-in one by default: single ones by length, then the series in order.

    PromptPackError names the file, the line and what to do, at the first mistake. The built-in ones are read once.
    """
    return _built_in() if folder is None else _all_in(folder)


def read(text: str, file_name: str) -> Template:
    """The template that a TOML text holds. PromptPackError names `file_name`, the line and what to do."""
    return _checked(parsed(text, Path(file_name)))


def write(template: Template) -> str:
    """The text that `read` makes the same template of; what it would fill in by itself is left out."""
    heading: dict[str, object] = {"id": template.id, "name": template.name}
    if template.purpose:
        heading["purpose"] = template.purpose
    heading["minutes"] = template.minutes
    if template.prompts:
        heading["prompts"] = template.prompts
    if template.series:
        heading |= {"series": template.series, "place": template.place}
    if not template.fits:
        heading["fits"] = False
    if template.notes:
        heading["notes"] = list(template.notes)
    phases = [{"part": part.value, "minutes": minutes} for part, minutes in template.phases]
    return tomli_w.dumps({"agenda": heading, "phase": phases})


def phases(template: Template, session_id: str, new_id: Callable[[], str]) -> list[Phase]:
    """The template's phases as those of a session."""
    return planned(template.phases, session_id, new_id)


def planned(wanted: Iterable[tuple[Part, int]], session_id: str, new_id: Callable[[], str]) -> list[Phase]:
    """Phases with their minutes, in this order, as those of a session."""
    return [Phase(new_id(), session_id, part, minutes, place) for place, (part, minutes) in enumerate(wanted)]


def for_minutes(templates: Sequence[Template], minutes: int) -> Template:
    """The single template that comes nearest to `minutes` from below, or else the shortest, made to fit them.

    ValueError if there is no single template.
    """
    single = sorted((one for one in templates if not one.series and one.fits), key=lambda one: one.minutes)
    if not single:
        raise ValueError("no template stands alone")
    below = [one for one in single if one.minutes <= minutes]
    return fitted(below[-1] if below else single[0], minutes)


def fitted(template: Template, minutes: int) -> Template:
    """The same template for other minutes: phases in proportion, each at least 1 minute, and prompts where more fit."""
    planned = [float(own) for _, own in template.phases]
    if round(sum(planned)) == minutes == template.minutes:
        return template
    whole = in_whole(shared(minutes, planned, [1.0] * len(planned)))
    return replace(
        template,
        minutes=minutes,
        phases=tuple((part, own) for (part, _), own in zip(template.phases, whole, strict=True)),
        prompts=max(template.prompts, template.prompts * minutes // template.minutes),
    )


def for_first_session(template: Template) -> Template:
    """The same template where nothing can have come of anything yet: a welcome in its place, or the others longer."""
    parts = [part for part, _ in template.phases]
    if Part.LAST_TIME not in parts:
        return template
    if Part.WELCOME not in parts:
        welcome = tuple((Part.WELCOME if part is Part.LAST_TIME else part, own) for part, own in template.phases)
        return replace(template, phases=welcome)
    rest = tuple((part, own) for part, own in template.phases if part is not Part.LAST_TIME)
    return fitted(replace(template, phases=rest), sum(own for _, own in template.phases))


def for_later_session(template: Template) -> Template:
    """The same template where something was promised before: it opens with that, though the template did not say so."""
    parts = [part for part, _ in template.phases]
    if not parts or Part.LAST_TIME in parts:
        return template
    whole = sum(own for _, own in template.phases)
    place = 1 if parts[0] is Part.WELCOME else 0
    opening = (Part.LAST_TIME, max(1, round(whole * _OPENING)))
    phases = (*template.phases[:place], opening, *template.phases[place:])
    return fitted(replace(template, phases=phases), whole)


def next_in_series(programme: Programme, templates: Sequence[Template]) -> Template | None:
    """What comes after the last session of a series that is done; None before the first and after the last."""
    by_id = {one.id: one for one in templates if one.series}
    done = [by_id[one.template] for one in in_order(programme) if one.done and one.template in by_id]
    if not done:
        return None
    later = (one for one in by_id.values() if one.series == done[-1].series and one.place > done[-1].place)
    return min(later, key=lambda one: one.place, default=None)


@cache
def _built_in() -> tuple[Template, ...]:
    return _all_in(find("agendas"))


def _all_in(folder: Path) -> tuple[Template, ...]:
    found = [_checked(read_toml(file)) for file in folder.glob("*.toml")]
    return tuple(sorted(found, key=lambda one: (one.series, one.place, one.minutes, one.id)))


def _checked(source: Table) -> Template:
    source.allow("agenda", "phase")
    heading = source.table("agenda")
    heading.allow("id", "name", "purpose", "minutes", "prompts", "series", "place", "fits", "notes")
    series = heading.ident("series") if "series" in heading else ""
    if not series and "place" in heading:
        problem = translate("agendas", "A place belongs to a series, and this agenda names none.")
        raise heading.wrong("place", problem, translate("agendas", "Add series, or take place out."))
    return Template(
        id=heading.ident("id"),
        name=heading.text("name", longest=LONGEST_NAME),
        purpose=heading.text("purpose", longest=LONGEST_PURPOSE, default=""),
        minutes=heading.number("minutes", SHORTEST, LONGEST),
        phases=tuple(_phases(source.tables("phase"))),
        prompts=heading.number("prompts", 0, MOST_PROMPTS, default=0),
        series=series,
        place=heading.number("place", 1, MOST_PLACES) if series else 0,
        fits=heading.flag("fits", default=True),
        notes=heading.texts("notes"),
    )


def _phases(tables: Sequence[Table]) -> Iterator[tuple[Part, int]]:
    lines: dict[str, int] = {}
    for table in tables:
        table.allow("part", "minutes")
        part = table.choice("part", [part.value for part in Part])
        if part in lines:
            problem = translate("agendas", "“{part}” is also in line {line}.", part=part, line=lines[part])
            raise table.wrong("part", problem, translate("agendas", "Take one of the two out, a phase comes once."))
        lines[part] = table.line
        yield Part(part), table.number("minutes", 1, LONGEST_PHASE)
