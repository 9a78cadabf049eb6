"""How a name sounds, roughly: the same in Devanagari and in the ways of typing it in roman letters.

Typists differ most in vowels, and Devanagari does not write the inherent one: so `a` falls away,
as do length, aspiration and doubling. `मछलीशहर`, `Machhlishahr` and `machli sahar` come out alike.
"""

import re
import unicodedata

_CONSONANTS = "कखगघङचछजझञटठडढणतथदधनपफबभमयरलवशषसह", "kkggnccjjnttddnttddnppbbmyrlvsssh"
_VOWELS = "अआइईउऊएऐऑओऔािीुूेैॅॉोौंँ", "aaiiuueeoooaiiuueeeooonn"
_ROMAN = {
    **dict(zip(*_CONSONANTS, strict=True)),
    **dict(zip(*_VOWELS, strict=True)),
    **dict.fromkeys("ऋृ", "ri"),
}
_FLAP = re.compile("[डढ]\u093c")  # with the dot below, d is a rolled r

type Rules = tuple[tuple[re.Pattern[str], str], ...]


def _rules(*rules: tuple[str, str]) -> Rules:
    return tuple((re.compile(pattern), plain) for pattern, plain in rules)


_TYPED = _rules(
    ("x", "ks"),
    ("w", "v"),
    ("z", "j"),
    ("q|ck", "k"),
    ("ph|f", "p"),
    ("(?<=[kgcjtdpbrs])h+", ""),
    ("ee|ea", "i"),
    ("oo|ou", "u"),
)
_SAID = _rules(
    ("[^a-z]", ""),
    ("a[iy](?![aeiou])", "e"),
    ("a[uo](?![aeiou])", "o"),
    ("iy|y$", "i"),
    ("uv(?=a)", "u"),
    ("a", ""),
    ("m(?=[pb])", "n"),
    (r"(.)\1+", r"\1"),
)


def sounds(word: str) -> str:
    """Lower-case roman letters; empty for words in a script that is not known here."""
    apart = _FLAP.sub("r", unicodedata.normalize("NFD", word.casefold()))
    typed = _plain(apart, _TYPED)
    return _plain("".join(_ROMAN.get(letter, letter) for letter in typed), _SAID)


def _plain(word: str, rules: Rules) -> str:
    for pattern, plain in rules:
        word = pattern.sub(plain, word)
    return word
