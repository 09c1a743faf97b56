"""Gathers what leaves for another school: plans as they were signed, prompts, what became of them, and nobody's name.

Everything that a person wrote goes through domain/names.py on its way. Notes, who gave an idea, who decided, drawings
and whatever is private are not read at all.
"""

import re
from dataclasses import dataclass

from workshop_app import sealed
from workshop_app.domain import names, plans, progress, replies, signing
from workshop_app.domain.answers import Answer
from workshop_app.domain.errors import DomainError
from workshop_app.domain.ideas import Idea, on_board
from workshop_app.domain.names import Naming
from workshop_app.domain.people import Role
from workshop_app.domain.plans import TEXTS, Action, Plan
from workshop_app.domain.programme import Programme
from workshop_app.domain.replies import Reply
from workshop_app.domain.school_promise import SchoolPromise
from workshop_app.domain.sessions import Asked
from workshop_app.domain.sharing import Sharing, approvals, missing
from workshop_app.domain.texts import tidy, tidy_lines
from workshop_app.domain.triggers import Trigger
from workshop_app.exchange import pack_file, share_pack
from workshop_app.exchange.share_pack import (
    LINE,
    TEXT,
    Outcome,
    PackAction,
    PackAnswer,
    PackIdea,
    PackLimit,
    PackObjection,
    PackPlan,
    PackPrompt,
    PackReply,
    PackSays,
    People,
    SharePack,
)
from workshop_app.facilitation.bank import Bank, Prompt
from workshop_app.facilitation.left_over import LeftOver, left_over
from workshop_app.facilitation.pack_ids import slug
from workshop_app.sealed import SealedIdea, SealedPlan
from workshop_app.words import translate

CUT = "…"


@dataclass(frozen=True, slots=True)
class Draft:
    """A pack before it is fixed: what it would say, and what may still be a name in it."""

    text: str
    pack: SharePack
    left_over: tuple[LeftOver, ...]


def draft(programme: Programme, sharing: Sharing, bank: Bank, built_in: Bank) -> Draft:
    """What a pack would say now. DomainError for a plan that is not closed, UnreadableError if it is too large."""
    pack = _Gathering(programme, sharing, bank, built_in).pack()
    naming = names.of_group(programme)
    found = left_over(share_pack.words(pack), naming, built_in, but=(pack.school,))
    return Draft(share_pack.write(pack), pack, found)


def whole_file(programme: Programme, sharing: Sharing) -> bytes:
    """The file of a pack that students approved; DomainError says what is missing."""
    why = missing(programme, sharing)
    if why or sharing.sealed is None:
        raise DomainError(why)
    naming = names.of_group(programme, hidden=sharing.hidden)
    if any(map(naming.holds, share_pack.words(share_pack.read(sharing.sealed.encode())))):  # of somebody who came since
        raise DomainError(translate("sharing", "It holds the name of somebody of the group now. Close the pack again."))
    approved, of = approvals(programme, sharing)
    return pack_file.write(sharing.sealed, approved, of)


def asked_prompts(programme: Programme) -> dict[str, Asked]:
    """The prompts that were asked in this programme and may be chosen, the newest asking of each, by prompt id."""
    asked = [one for one in programme.all(Asked).values() if not one.dropped]
    return {one.prompt_id: one for one in asked}


class _Gathering:
    def __init__(self, programme: Programme, sharing: Sharing, bank: Bank, built_in: Bank) -> None:
        self._programme, self._sharing = programme, sharing
        self._bank, self._built_in = bank, built_in
        self._plans = [(plan, self._sealed(plan)) for plan in self._chosen()]
        signed = [
            (one.name, one.role) for plan, _ in self._plans for one in signing.standing(programme, plan.id).signed
        ]
        owners = [(one.name, one.role) for _, whole in self._plans for action in whole.actions for one in action.owners]
        also = (*signed, *owners, *_deciders(programme))
        self._naming: Naming = names.of_group(programme, also=also, hidden=sharing.hidden)

    def pack(self) -> SharePack:
        about = self._programme.about
        return SharePack(
            format=share_pack.FORMAT,
            pack=_id(self._sharing.id),
            school=_cut(tidy(about.school), LINE),
            year=_cut(tidy(about.year), LINE),
            practice=about.practice,
            title=self._line(self._sharing.title),
            question=self._text(self._sharing.question),
            answers=_id(self._sharing.answers_pack),
            answer=self._text(self._sharing.answer),
            plans=tuple(self._plan(plan, whole) for plan, whole in self._plans),
            prompts=tuple(
                self._prompt(prompt_id, f"own-{number}")
                for number, prompt_id in enumerate(self._sharing.prompt_ids, start=1)
                if self._known(prompt_id)
            ),
        )

    def _chosen(self) -> list[Plan]:
        return [self._programme.get(Plan, plan_id) for plan_id in self._sharing.plan_ids]

    def _sealed(self, plan: Plan) -> SealedPlan:
        if plan.sealed is None:
            raise DomainError(
                translate("sharing", "“{title}” is not signed as it stands. Sign it first.", title=plan.title)
            )
        return sealed.read(plan.sealed)

    def _plan(self, plan: Plan, whole: SealedPlan) -> PackPlan:
        fingerprint = signing.content_hash(plan.sealed or "")
        version = {signing.content_hash(text): n for n, text in enumerate((*plan.earlier, plan.sealed or ""), start=1)}
        own = [one for one in replies.replies_to(self._programme, plan.id) if one.content_hash in version]
        said = [one for one in replies.responses(self._programme, plan.id) if one.content_hash in version]
        signed = signing.standing(self._programme, plan.id).signed
        return PackPlan(
            hash=fingerprint,
            version=whole.version,
            title=self._line(whole.title),
            came_from=_cut(tidy(whole.came_from), LINE),  # a school’s name
            signed=_people([one.role for one in signed]),
            actions=self._actions(plan, whole),
            ideas=tuple(self._idea(one, place, plan) for place, one in enumerate(whole.ideas)),
            objections=tuple(
                PackObjection(one.idea, self._text(one.text), one.role, self._text(one.met)) for one in whole.objections
            ),
            answers=tuple(
                PackAnswer(
                    one.idea,
                    one.kind,
                    self._text(one.reason),
                    self._line(one.passed_to),
                    self._text(one.need),
                    self._text(one.small_try),
                    self._text(one.students_say),
                )
                for one in whole.answers
            ),
            replies=tuple(self._reply(one, version[one.content_hash]) for one in own),
            not_open=tuple(
                PackLimit(self._line(one.aspect), one.how, self._line(one.whose), self._text(one.why))
                for one in whole.not_open
            ),
            says=tuple(PackSays(version[one.content_hash], one.says, self._text(one.words)) for one in said),
            **{name: self._text(getattr(whole, name)) for name in TEXTS},
        )

    def _actions(self, plan: Plan, whole: SealedPlan) -> tuple[PackAction, ...]:
        standing = plans.actions_of(self._programme, plan.id)  # older sealed texts know no ids, but the same order
        ids = [one.id or standing[place].id for place, one in enumerate(whole.actions)]
        return tuple(
            PackAction(
                what=self._text(one.what),
                hands=one.hands,
                owners=_people([owner.role for owner in one.owners]),
                asked_of=self._line(one.asked_of),
                by=one.by,
                done_looks=self._text(one.done_looks),
                help=tuple(map(self._text, one.help)),
                became=self._became(action_id),
            )
            for one, action_id in zip(whole.actions, ids, strict=True)
        )

    def _became(self, about_id: str) -> Outcome:
        found = progress.newest(self._programme, about_id)
        return Outcome(found.how, self._text(found.words), found.really) if found else Outcome()

    def _idea(self, one: SealedIdea, place: int, plan: Plan) -> PackIdea:
        ids = plan.idea_ids
        idea = self._programme.all(Idea).get(ids[place]) if place < len(ids) else None
        aspect_id, label, family = (idea.aspect_id or "", idea.label, idea.family) if idea else ("", "", "")
        return PackIdea(
            text=self._text(one.text),
            translation=self._text(one.translation),
            drawn=bool(one.drawing),
            role=one.role,
            students_back=one.students_back,
            adults_back=one.adults_back,
            aspect_id=self._aspect_id(aspect_id),
            aspect=self._line(self._aspect_name(aspect_id) or label),
            family=_id(family),
        )

    def _reply(self, one: Reply, version: int) -> PackReply:
        return PackReply(
            version=version,
            ask=one.ask,
            kind=one.kind,
            reason=self._text(one.reason),
            passed_to=self._line(one.passed_to),
            next_step=self._text(one.next_step),
            by_when=self._line(one.by_when),
            became=self._became(one.id),
        )

    def _aspect_id(self, aspect_id: str) -> str:
        """Of an aspect that all apps have; a school's own goes by its name alone."""
        return aspect_id if any(one.id == aspect_id for one in self._built_in.aspects) else ""

    def _aspect_name(self, aspect_id: str) -> str:
        return next((one.name for one in self._bank.aspects if one.id == aspect_id), "")

    def _known(self, prompt_id: str) -> bool:
        return prompt_id in asked_prompts(self._programme) or _found(self._bank, prompt_id) is not None

    def _prompt(self, prompt_id: str, own_id: str) -> PackPrompt:
        asked = [one for one in self._programme.all(Asked).values() if one.prompt_id == prompt_id and not one.dropped]
        keys = {one.id for one in asked}
        given = [one for one in on_board(self._programme) if one.asked_id in keys]
        built_in = _found(self._built_in, prompt_id) is not None
        own = _found(self._bank, prompt_id)
        copy = asked[-1] if asked else None
        aspect_id = own.aspect_id if own else copy.aspect_id if copy else ""
        aspect = next((one for one in self._bank.aspects if one.id == aspect_id), None)
        words = own or copy
        return PackPrompt(
            id=_id(prompt_id) if built_in else own_id,  # an own one's id is made of its words
            built_in=built_in,
            aspect_id=self._aspect_id(aspect_id),
            aspect=self._line(aspect.name if aspect else copy.aspect if copy else ""),
            short=self._line(aspect.short if aspect else copy.label if copy else ""),
            family=_id(aspect.family if aspect else copy.family if copy else ""),
            kind=own.kind if own else "",
            text="" if built_in or words is None else self._text(words.text),
            plain="" if built_in or words is None else self._text(words.plain),
            follow_ups=() if built_in or own is None else tuple(map(self._text, own.follow_ups)),
            minutes=words.minutes if words else 5,
            asked=len({one.session_id for one in asked}),
            ideas=len(given),
            forward=sum(one.forward for one in given),
        )

    def _line(self, text: str) -> str:
        return _cut(tidy(self._naming.without(text)), LINE)

    def _text(self, text: str) -> str:
        return _cut(tidy_lines(self._naming.without(text)), TEXT)


def _id(text: str) -> str:
    """An id as packs have them: letters and digits of ASCII, hyphens; others are made of their own letters."""
    return text if re.match(share_pack.ID, text) else slug(text, "")


def _deciders(programme: Programme) -> list[tuple[str, Role]]:
    """Adults who decided or were asked, where a line names them: they are often not of the group."""
    lines = [one.decided_by for one in programme.all(Reply).values()]
    lines += [one.by_whom for one in programme.all(Reply).values()]
    lines += [one.by for one in programme.all(Answer).values()]
    lines += [one.asked_of for one in programme.all(Action).values()]
    lines += [one.decider for one in programme.all(Trigger).values()]
    lines += [one.signed_by for one in programme.all(SchoolPromise).values()]
    return [(name, Role.STAFF) for line in dict.fromkeys(lines) for name in names.titled(line)]


def _people(roles: list[Role]) -> People:
    return People(**{role.value: roles.count(role) for role in Role})


def _found(bank: Bank, prompt_id: str) -> Prompt | None:
    return next((one for aspect in bank.aspects for one in aspect.prompts if one.id == prompt_id), None)


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else tidy_lines(text[: most - 1]) + CUT
