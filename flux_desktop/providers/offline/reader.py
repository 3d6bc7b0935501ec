"""Reads the tokens of a prompt from left to right and turns them into operations, one clause after the other."""

from __future__ import annotations

from dataclasses import replace

from flux_desktop.core.errors import NotUnderstood
from flux_desktop.core.language import tr
from flux_desktop.core.vocabulary import summary
from flux_desktop.imaging.effects.operation import Operation
from flux_desktop.providers.offline.hints import hint_for
from flux_desktop.providers.offline.pending import Pending, measured
from flux_desktop.providers.offline.phrases import KINDS, WORDS
from flux_desktop.providers.offline.swap import read_swap
from flux_desktop.providers.offline.tokens import colour_at, tokens_of
from flux_desktop.providers.offline.words import (
    AMOUNTS,
    CONNECTORS,
    DOWN,
    FILLERS,
    PLACES,
    SIGNED,
    TAKES,
    UP,
    Takes,
    Word,
)

__all__ = ["Reader"]

_LONGEST = 4
_ARTICLES = frozenset({"the", "a", "an", "my", "its", "of"})
_BEFORE_VALUES = frozenset(
    {"by", "to", "of", "at", "in", "from", "with", "between", "a", "an", "the", "about", "around", "only", "just", "it"}
    | {"colour", "colours"}
)
_LEFTWARDS = frozenset({"left", "anticlockwise", "counterclockwise", "counter", "anti"})
_RIGHTWARDS = frozenset({"right", "clockwise"})
_NOTHING = Takes()


class Reader:
    """Goes over the tokens once, from left to right."""

    def __init__(self, prompt: str, mode: str) -> None:
        self.prompt, self.mode = prompt, mode
        self.tokens = tokens_of(prompt)
        self.at = 0
        self.clause = 0
        self.pending = Pending()
        self.last_sign = 0.0
        self.done: list[Operation] = []

    def read(self) -> tuple[Operation, ...]:
        while self.at < len(self.tokens):
            if not (self._swap() or self._phrase_or_colour() or self._modifier() or self._connector()):
                self._refuse()
        self._close()
        return tuple(self.done)

    def _word(self, offset: int = 0) -> str:
        at = self.at + offset
        return self.tokens[at].text if at < len(self.tokens) else ""

    def _swap(self) -> bool:
        if self.mode != "edit" or not self.pending.empty:
            return False
        after = bool(self.done) and self.done[-1].name in ("swap", "recolour")
        found = read_swap(self.prompt, self.tokens, self.at, after)
        if found is None:
            return False
        self.done.append(found[0])
        self.at = found[1]
        return True

    def _phrase_or_colour(self) -> bool:
        phrase = self._phrase(self.at)
        colour = colour_at(self.tokens, self.at)
        if phrase and self._means_colours(phrase[0], phrase[1]):
            phrase = None
        if colour and (phrase is None or colour[2] >= phrase[1]):
            self.pending.colours.append((colour[0], colour[1]))
            self._hold(colour[2])
            return True
        if phrase is None or self._is_kind(phrase[0]) or self._is_filler_word(phrase[0]):
            return False
        self._operation(*phrase)
        return True

    def _phrase(self, at: int) -> tuple[str, int] | None:
        """The longest phrase of the vocabulary that begins at token `at`, and the token after it."""
        best: tuple[str, int] | None = None
        words: list[str] = []
        for place in range(at, min(len(self.tokens), at + _LONGEST + 2)):
            token = self.tokens[place]
            if token.kind != "word" and not (token.kind == "number" and not words):
                break
            if words and token.text in _ARTICLES:
                continue
            words.append(token.text)
            if " ".join(words) in WORDS:
                best = " ".join(words), place + 1
        return best

    def _means_colours(self, phrase: str, end: int) -> bool:
        """“black and white stripes” are stripes in two colours."""
        if phrase != "black and white":
            return False
        following = self._phrase(end)
        return following is not None and TAKES.get(WORDS[following[0]].name, _NOTHING).colours[1] > 1

    def _is_kind(self, phrase: str) -> bool:
        """“warm” before “palette” is the palette's kind; alone it is an edit."""
        if phrase not in KINDS:
            return False
        for place in range(self.at + 1, len(self.tokens)):
            if self.tokens[place].text in CONNECTORS:
                return False
            found = self._phrase(place)
            if found and WORDS[found[0]].name in ("gradient", "palette", "pattern"):
                return True
        return False

    def _is_filler_word(self, phrase: str) -> bool:
        """“colours” alone means nothing, “more colours” does."""
        return phrase in ("colour", "colours", "tone", "edge", "levels") and not self.pending.sign

    def _operation(self, phrase: str, end: int) -> None:
        word = WORDS[phrase]
        if self.mode == "generate" and phrase == "noise" and not self.done:
            word = Word("texture", words=("noise",))
        takes = TAKES.get(word.name, _NOTHING)
        start = self.pending.start if self.pending.start is not None else self.tokens[self.at].start
        self.at = end
        self._values_after(word, takes)
        pending, self.pending = self.pending, Pending()
        if self._misfit(pending, takes, word.name):
            self.pending = pending
            self._refuse(start)
        self.done.append(self._made(word, pending, self.prompt[start : self.tokens[self.at - 1].end]))
        self.last_sign = pending.sign

    def _misfit(self, pending: Pending, takes: Takes, name: str) -> bool:
        """True where something was said that the effect cannot take."""
        low, high = takes.colours
        wrong_colours = not low <= len(pending.colours) <= high
        wrong_place = (pending.behind or bool(pending.kinds)) and not takes.makes
        return wrong_colours or wrong_place or (bool(pending.ratio) and name != "crop")

    def _made(self, word: Word, pending: Pending, phrase: str) -> Operation:
        sign = (pending.sign or self._inherited(pending)) * word.sign
        amount, number = pending.amount * sign, None
        if pending.number is not None:
            amount, number = measured(word.name, pending.number, amount)
        if word.name == "blur" and amount < 0:
            word, amount = WORDS["sharpen"], -amount
        elif word.name == "sharpen" and amount < 0:
            word, amount = WORDS["blur"], -0.35 * amount
        if amount < 0 and word.name not in SIGNED:
            raise NotUnderstood(
                tr("“{phrase}”: there is no way back from {word}.", phrase=phrase, word=word.name), summary(self.mode)
            )
        words = (*word.words, *pending.kinds, *((pending.ratio,) if pending.ratio else ()))
        words += ("behind",) if pending.behind else ()
        colours = tuple(colour for colour, _ in pending.colours)
        return Operation(word.name, amount, colours, number, words, phrase, dict(pending.colours))

    def _inherited(self, pending: Pending) -> float:
        """“increase contrast and saturation”: the direction holds for both, unless the second has a measure."""
        return self.last_sign if self.last_sign and pending.number is None else 1.0

    def _values_after(self, word: Word, takes: Takes) -> None:
        """Takes in what follows the word: “blur a little”, “border of 20px in white”, “gradient from red to blue”."""
        while self.at < len(self.tokens):
            place = self.at
            while place < len(self.tokens) and self.tokens[place].text in _BEFORE_VALUES:
                place += 1
            if not (self._colours_after(place, takes) or self._value_after(place, word, takes)):
                return

    def _colours_after(self, place: int, takes: Takes) -> bool:
        if len(self.pending.colours) >= takes.colours[1]:
            return False
        if self.pending.colours and place < len(self.tokens) and self.tokens[place].text in ("and", ",", "&", "+"):
            place += 2 if place + 1 < len(self.tokens) and self.tokens[place + 1].text == "and" else 1
        found = colour_at(self.tokens, place)
        if found is None:
            return False
        following = self._phrase(found[2])
        if following and TAKES.get(WORDS[following[0]].name, _NOTHING).colours[1]:
            return False
        phrase = self._phrase(place)
        if phrase and phrase[1] > found[2] and not (phrase[0] == "black and white" and takes.colours[1] > 1):
            return False
        self.pending.colours.append((found[0], found[1]))
        self.at = found[2]
        return True

    def _value_after(self, place: int, word: Word, takes: Takes) -> bool:
        if place >= len(self.tokens):
            return False
        token = self.tokens[place]
        amount = self._amount(place)
        if token.kind == "number" and self.pending.number is None:
            self.pending.number = token
        elif token.kind == "ratio" and word.name == "crop":
            self.pending.ratio = token.text
        elif word.name == "rotate" and token.text in _LEFTWARDS | _RIGHTWARDS:
            # “counter-clockwise” is two tokens: the first has decided.
            self.pending.sign = -1.0 if token.text in _LEFTWARDS or self.pending.sign < 0 else 1.0
        elif takes.makes and token.text in PLACES:
            self.pending.behind = True
        elif takes.makes and token.text in KINDS and not self._phrase_is_longer(place):
            self.pending.kinds.append(KINDS[token.text])
        elif amount and self._ends_clause(amount[1]):
            self.pending.amount *= amount[0]
            self.at = amount[1]
            return True
        else:
            return False
        self.at = place + 1
        return True

    def _phrase_is_longer(self, place: int) -> bool:
        phrase = self._phrase(place)
        return phrase is not None and phrase[1] > place + 1

    def _ends_clause(self, at: int) -> bool:
        return at >= len(self.tokens) or self.tokens[at].text in CONNECTORS or self.tokens[at].text == "please"

    def _amount(self, at: int) -> tuple[float, int] | None:
        for length in (4, 3, 2, 1):
            words = " ".join(token.text for token in self.tokens[at : at + length])
            if words in AMOUNTS and len(self.tokens) >= at + length:
                return AMOUNTS[words], at + length
        return None

    def _modifier(self) -> bool:
        token = self.tokens[self.at]
        amount = self._amount(self.at)
        if amount and not (token.text in KINDS and self._is_kind(token.text)):
            self.pending.amount *= amount[0]
            self._hold(amount[1])
        elif token.text in UP or token.text in DOWN:
            sign = 1.0 if token.text in UP else -1.0
            self.pending.sign = sign * (self.pending.sign or 1.0) if self.pending.sign < 0 else sign
            self._hold(self.at + 1)
        elif token.kind == "number" and self.pending.number is None:
            self.pending.number = token
            self._hold(self.at + 1)
        elif token.kind == "ratio":
            self.pending.ratio = token.text
            self._hold(self.at + 1)
        elif token.text in PLACES or token.text in KINDS:
            self.pending.behind = self.pending.behind or token.text in PLACES
            self.pending.kinds += [KINDS[token.text]] if token.text in KINDS else []
            self._hold(self.at + 1)
        else:
            return False
        return True

    def _hold(self, end: int) -> None:
        if self.pending.start is None:
            self.pending.start = self.tokens[self.at].start
        self.at = end

    def _connector(self) -> bool:
        token = self.tokens[self.at]
        if token.text in CONNECTORS:
            if not self.pending.colours or not self._more_colours():
                self._close()
                self.clause = self.at + 1
            if token.text not in ("and", ",", "&", "+"):
                self.last_sign = 0.0
        elif token.text not in FILLERS:
            return False
        self.at += 1
        return True

    def _more_colours(self) -> bool:
        """“navy and cream duotone”: the list goes on behind the connector."""
        return colour_at(self.tokens, self.at + 1) is not None

    def _close(self) -> None:
        """End of a clause: what still waits must find its place, or it was not understood."""
        pending = self.pending
        if pending.empty:
            return
        start = pending.start or 0
        phrase = self.prompt[start : self.tokens[self.at - 1].end].strip()
        if len(pending.colours) == 1 and (pending.behind or self.mode == "generate") and not pending.kinds:
            words = ("behind",) if pending.behind and self.mode == "edit" else ()
            self.done.append(
                Operation("solid", 1.0, (pending.colours[0][0],), None, words, phrase, dict(pending.colours))
            )
        elif pending.kinds and self.mode == "generate" and not self.done:
            self.done.append(Operation("gradient", 1.0, (), None, tuple(pending.kinds), phrase))
        elif pending.only_amount and self.done:
            self.done[-1] = replace(self.done[-1], amount=self.done[-1].amount * pending.amount)
        else:
            self._refuse(start)
        self.pending = Pending()

    def _refuse(self, start: int | None = None) -> None:
        """Name the clause that was not understood, and what is nearest to it."""
        begin = self.tokens[self.clause].start if self.clause < len(self.tokens) else 0
        end = self.at
        while end < len(self.tokens) and self.tokens[end].text not in CONNECTORS:
            end += 1
        clause = self.prompt[min(begin, start if start is not None else begin) : self.tokens[max(end - 1, 0)].end]
        words = {token.text for token in self.tokens[self.clause : end]}
        odd = self._word()
        raise NotUnderstood(
            tr("The offline editor does not understand “{words}”.", words=clause.strip()[:120]),
            hint_for(odd, words, self.mode),
        )
