"""Carries out a colour swap as it was worded, and says which colour was taken for which."""

from __future__ import annotations

from flux_desktop.core.errors import NotUnderstood
from flux_desktop.core.language import tr
from flux_desktop.imaging.colour_names import hex_of, name_of
from flux_desktop.imaging.effects.arrays import Bytes
from flux_desktop.imaging.effects.cluster import Cluster
from flux_desktop.imaging.effects.colour import tint
from flux_desktop.imaging.effects.context import Context
from flux_desktop.imaging.effects.operation import Operation
from flux_desktop.imaging.effects.share import share_of
from flux_desktop.imaging.effects.survey import Survey, find_named, find_prominent
from flux_desktop.imaging.effects.swap import Change, recolour

__all__ = ["THINGS", "recolour_prominent", "swap_named", "tint_or_recolour"]

THINGS: dict[str, str] = {
    "sky": "blue", "sea": "blue", "ocean": "blue", "water": "blue", "lake": "blue", "grass": "green",
    "lawn": "green", "meadow": "green", "leaf": "green", "leaves": "green", "foliage": "green", "tree": "green",
    "trees": "green", "plant": "green", "plants": "green", "sun": "yellow", "lemon": "yellow", "banana": "yellow",
    "lips": "red", "rose": "red", "tomato": "red", "fire": "orange", "snow": "white", "clouds": "white",
}  # fmt: skip
"""Things that have a usual colour: the nearest that a program without AI comes to finding them."""


def swap_named(pixels: Bytes, wish: Operation, context: Context) -> Bytes:
    """“change red to blue”; NotUnderstood if the picture has no such colour."""
    source, target = wish.colours
    survey = Survey(pixels, context.focus)
    cluster = find_named(survey, wish.word(source), source)
    done = _changed(pixels, cluster, target, context)
    if cluster is None or done is None:
        raise NotUnderstood(
            tr("There is no {colour} in this picture that could be changed.", colour=wish.word(source)), _offer(survey)
        )
    facts = {"source": wish.word(source), "hex": cluster.hex, "target": wish.word(target)}
    if not wish.words:
        context.say(tr("Changed {source} ({hex} in this picture) to {target}.", **facts))
    else:
        context.say(
            tr(
                "Changed {source} ({hex} in this picture) to {target}; it goes by colour, the offline editor cannot "
                "find “{thing}”.",
                thing=wish.words[0],
                **facts,
            )
        )
    return done


def recolour_prominent(pixels: Bytes, wish: Operation, context: Context) -> Bytes:
    """“make the jacket #0066cc”: the colour that the eye goes to; NotUnderstood if there is none."""
    thing, target = wish.words[0], wish.word(wish.colours[0])
    survey = Survey(pixels, context.focus)
    usual = THINGS.get(thing.rsplit(" ", maxsplit=1)[-1], "")
    cluster = find_named(survey, usual, hex_of(usual) or "#000000") if usual else None
    done = _changed(pixels, cluster, wish.colours[0], context)
    if cluster is not None and done is not None:
        context.say(
            tr(
                "Took “{thing}” for what is {usual} ({hex} in this picture) and made it {target}; the "
                "offline editor cannot find things.",
                thing=thing,
                usual=usual,
                hex=cluster.hex,
                target=target,
            )
        )
        return done
    prominent = find_prominent(survey)
    cluster = next(iter(prominent), None)
    done = _changed(pixels, cluster, wish.colours[0], context, one_thing=context.focus is None)
    if cluster is None or done is None:
        raise NotUnderstood(
            tr("The picture has no colour that stands out, and the offline editor cannot find “{thing}”.", thing=thing),
            tr(
                "Name the colour that it has, e.g. “change grey to {target}”, or tint it: “tint {target}”.",
                target=target,
            ),
        )
    context.say(
        tr(
            "Changed the most prominent colour ({colour}, {hex}) to {target}; the offline editor cannot "
            "find “{thing}”.",
            colour=name_of(cluster.hex),
            hex=cluster.hex,
            target=target,
            thing=thing,
        )
        + _another(prominent, thing, target)
    )
    return done


def tint_or_recolour(pixels: Bytes, wish: Operation, context: Context) -> Bytes:
    """“make it blue”: a wash over the whole picture, or the colour of what is selected."""
    asked = wish.phrase.lower().startswith(("make", "turn", "paint", "colour", "color"))
    if context.focus is not None and asked and wish.amount == 1:
        cluster = next(iter(find_prominent(Survey(pixels, context.focus))), None)
        done = _changed(pixels, cluster, wish.colours[0], context)
        if cluster is not None and done is not None:
            context.say(tr("Changed the selection's {colour} ({hex}).", colour=name_of(cluster.hex), hex=cluster.hex))
            return done
    return tint(pixels, wish.colours[0], wish.amount)


def _changed(
    pixels: Bytes, cluster: Cluster | None, target: str, context: Context, one_thing: bool = False
) -> Bytes | None:
    """The picture with `cluster` changed; None if it has no such pixels, or only specks of them."""
    if cluster is None:
        return None
    share = share_of(pixels, cluster, context.focus, one_thing)
    return recolour(pixels, Change(cluster, target), share) if int(share.members.max()) > 127 else None


def _offer(survey: Survey) -> str:
    prominent = find_prominent(survey)
    if not prominent:
        return tr("It is all shades of grey: try “change grey to …” or “tint …”.")
    return tr("Its most prominent colour is {colour} ({hex}).", colour=name_of(prominent[0].hex), hex=prominent[0].hex)


def _another(prominent: tuple[Cluster, ...], thing: str, target: str) -> str:
    """How to ask for the next colour instead."""
    names = [name_of(cluster.hex) for cluster in prominent]
    other = next((name for name in names if name != names[0]), "")
    example = f"make the {other} {thing} {target}"
    return " " + tr("For another say “{example}”.", example=example) if other else ""
