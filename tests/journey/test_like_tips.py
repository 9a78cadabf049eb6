"""Two tell of the same thing: the SP office is shown the number of the first, the thana is not."""

from tests.journey.town import Town
from tests.telling import Story

STORY = Story(
    district="jaunpur", thana="jaunpur/kotwali", category="gambling", place="पुरानी चक्की के पीछे"
)


def test_a_tip_like_an_open_one_says_so_to_those_who_may_join_them(town: Town) -> None:
    thana, sp = town.thana("jaunpur/kotwali"), town.sp("jaunpur")
    town.citizen("Asha").tells(STORY)
    sp.opens_alert()
    first = sp.number
    thana.opens_alert()
    town.settles()
    town.citizen("Bina").tells(STORY)
    second = sp.is_told()
    assert first in second.text
    assert first not in thana.is_told().text
