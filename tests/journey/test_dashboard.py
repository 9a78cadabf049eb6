"""The deployed dashboard: an officer signs in, and sees what was told a moment ago."""

import re

import urllib3

from functions.dashboard.sign_in.cookies import SESSION
from tests.journey.browser import browser
from tests.journey.town import Town
from tests.telling import Story

HERE = Story(district="chandauli", thana="chandauli/sakaldiha")


def test_an_officer_signs_in_and_sees_the_tip_that_was_just_filed(town: Town) -> None:
    town.citizen().tells(HERE)
    town.settles()
    town.passes(hours=0.1)  # a page is as of the last five minutes that are over
    with browser(town) as officer:
        status, page = officer.signs_in("district:chandauli")
        assert (status, figures(page)[0]) == (200, 1)
        assert "सकलडीहा" not in page  # nothing is overdue yet

        session = officer.cookies[SESSION]
        head, claims, signature = session.split(".")
        officer.cookies[SESSION] = f"{head}.{claims}.{signature[:-8]}AAAAAAAA"
        assert asks_the_pool(officer.opens("/hi/overview"))
        officer.cookies[SESSION] = session
        assert officer.opens("/en/no-such-page")[0] == 404
        town.passes(hours=4)
        assert asks_the_pool(officer.opens("/hi/overview"))


def test_nobody_comes_in_over_the_internet_without_a_session(town: Town) -> None:
    """Through the API itself."""
    url = town.road.system.deployment.outputs["DashboardUrl"]
    for path in ("/", "/hi/overview", "/hi/no-such-page"):
        answer = urllib3.request("GET", url + path, redirect=False)
        assert (answer.status, answer.headers["location"][:8]) == (303, "/sign-in")
    asked = urllib3.request("GET", f"{url}/sign-in", redirect=False)
    assert asks_the_pool((asked.status, asked.headers["location"]))
    assert asked.headers["set-cookie"].startswith("__Host-attempt=")
    own = {"sec-fetch-site": "same-origin"}
    assert urllib3.request("POST", f"{url}/hi/cases", headers=own).status in {403, 404}
    assert urllib3.request("POST", f"{url}/sign-out").status == 403


def asks_the_pool(answer: tuple[int, str]) -> bool:
    return answer[0] == 303 and "/oauth2/authorize?" in answer[1]


def figures(page: str) -> list[int]:
    """Today, open, overdue."""
    return [int(one) for one in re.findall(r'class="figure">(\d+)<', page)]
